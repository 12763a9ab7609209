//! Surnames.

/// Whether `c` is a surname that seldom ends another word.
pub fn is_surname(c: char) -> bool {
    const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘蔡蒋余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范廖贾夏韦傅邹孟熊秦邱江尹薛阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔白汤康易乔赖庞樊殷施洪翁\
        石付尤倪鲁霍柳邢柯梅甘凌祝焦娄喻蒲聂涂阮骆佟窦尚申耿盛左詹晏闫苗";
    SURNAMES.contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surnames_are_told_from_other_characters() {
        assert!("王石闫".chars().all(is_surname));
        assert!(!"由在产百".chars().any(is_surname));
    }
}
