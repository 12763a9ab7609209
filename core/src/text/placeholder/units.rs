//! Words that stand right after a masked value: measure words, and the endings of organisations and titles.

/// One-character measure words and signs of quantity.
const MEASURES: &str = "次名个项期篇条件场人户家辆台份部处所座间套本册张元万亿千百余多几年月日号时点分秒天周岁届批类级层位支队组班章节页字轮遍趟回倍只头棵株块片面幅枚瓶箱包袋根道起宗例桩笔门课堂吨亩米斤度栋幢站路段种对副股代款艘架架床例封餐顿%％‰℃㎡";

/// Longer measure words.
const LONG_MEASURES: [&str; 14] = [
    "小时", "公里", "公斤", "公顷", "平方", "立方", "千米", "毫米", "厘米", "大类", "大举", "大任",
    "大行", "大项",
];

/// Words that begin like a measure word and are none: the first character, then all that make such a word with it.
const NO_MEASURES: [&str; 83] = [
    "人民才大心文物生均事居数力工为",
    "个人性别体案",
    "项目",
    "条件例块理目",
    "部署门委队",
    "期间待望末",
    "次要数年",
    "名称单师义誉胜人",
    "场景所地馆",
    "户外籍主",
    "家庭园风长乡国",
    "台账风上",
    "份额子",
    "处理置于罚分",
    "所有在属谓以",
    "座谈右",
    "间接隔",
    "套路",
    "本地人质身级土",
    "张贴力",
    "元素旦",
    "万众一物",
    "亿万",
    "千方秋家",
    "百姓年花",
    "余额地",
    "多元样措方次种项年久少",
    "几何乎",
    "年度轻底初终龄均",
    "月度底初均",
    "日常益前趋均",
    "号召码称",
    "时间代期刻效政事时",
    "点面击亮燃位评赞滴",
    "分类工布析别为管享级配解层批步散段块之",
    "天然天下",
    "周密边围期到",
    "批评示准",
    "类型似别",
    "级别",
    "层面次级层",
    "位置于移",
    "支部持撑出付援委",
    "队伍员",
    "组织建成合长",
    "班子级长干",
    "章程",
    "节点能约省日",
    "页面码",
    "字体母符",
    "轮换廓训",
    "回应头顾归访",
    "倍增",
    "只有能要",
    "头脑号",
    "块状",
    "片区",
    "面向对临积貌试",
    "包括容保含联",
    "袋装",
    "根据本源基",
    "道德路理",
    "起草步到来点诉",
    "例如会行",
    "门户",
    "课堂程题件",
    "堂堂主",
    "度过量",
    "站位点稳在",
    "路径线子",
    "段落",
    "种类植子",
    "对接标象照应于策比口党待外内",
    "副职",
    "股份",
    "代表码替理办",
    "款待项",
    "岁月",
    "篇章",
    "件件",
    "桩桩",
    "册封",
    "笔记试直",
];

/// One-character endings of organisations and places.
const ORGANS: &str = "市县区镇乡村省州局委办厅处科院校所站社街部党政府旗盟署队组班厂店园馆";

/// Longer endings, titles of persons and other nouns that a mask stands before.
const LONG_ORGANS: [&str; 44] = [
    "公司", "集团", "大学", "学院", "学校", "小学", "中学", "中心", "街道", "社区", "单位", "同志",
    "书记", "主任", "局长", "处长", "科长", "部长", "镇长", "乡长", "县长", "市长", "省长", "院长",
    "校长", "经理", "教授", "老师", "先生", "女士", "医生", "法官", "有限", "银行", "医院", "企业",
    "平台", "工程", "项目", "活动", "专题", "支部", "部门", "事业",
];

/// Words that begin like the ending of an organisation and are none, in the same form.
const NO_ORGANS: [&str; 31] = [
    "市场民容级",
    "区域分别间块级",
    "村民庄居务",
    "乡村镇土情",
    "省内级心",
    "县域级",
    "局面部限",
    "委员托派",
    "办理法公事好实结",
    "处理置在于罚分",
    "科学技研普",
    "院落士内",
    "校园外",
    "所有在属谓以",
    "站位点在稳",
    "社会交情",
    "街巷头",
    "部署分委",
    "党员建性史风章课内和的中政",
    "政治策府务绩",
    "府院",
    "队伍员",
    "组织建成合长",
    "班子级长",
    "厂房",
    "店铺",
    "园区",
    "馆藏",
    "旗帜下",
    "署名",
    "盟友",
];

/// Whether `after` begins with a measure word.
pub(super) fn counted(after: &str) -> bool {
    starts(after, MEASURES, &LONG_MEASURES, &NO_MEASURES)
}

/// Whether `after` begins with the ending of an organisation, a title or the like.
pub(super) fn organ(after: &str) -> bool {
    starts(after, ORGANS, &LONG_ORGANS, &NO_ORGANS)
}

/// Whether what stands before `after` is a value, as far as the word behind it tells.
pub(super) fn masked_before(after: &str) -> bool {
    counted(after) || organ(after)
}

/// Bytes of the measure words at the beginning of `after`: 余万元, 人次.
pub fn measure_len(after: &str) -> usize {
    let mut len = 0;
    for _ in 0..4 {
        let rest = &after[len..];
        let Some(first) = rest.chars().next().filter(|_| counted(rest)) else {
            break;
        };
        len += LONG_MEASURES
            .iter()
            .find(|w| rest.starts_with(**w))
            .map_or(first.len_utf8(), |w| w.len());
    }
    len
}

fn starts(after: &str, singles: &str, words: &[&str], not: &[&str]) -> bool {
    if words.iter().any(|w| after.starts_with(w)) {
        return true;
    }
    let mut chars = after.chars();
    let Some(first) = chars.next().filter(|c| singles.contains(*c)) else {
        return false;
    };
    let Some(second) = chars.next() else {
        return true;
    };
    !not.iter()
        .any(|group| group.starts_with(first) && group[first.len_utf8()..].contains(second))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_are_told_from_words_that_begin_like_them() {
        for text in [
            "次，",
            "人次",
            "余万元",
            "个部门",
            "项工作",
            "%。",
            "小时在",
            "大类",
            "亿元",
        ] {
            assert!(counted(text), "{text}");
        }
        for text in [
            "人民至上",
            "个人所得税",
            "项目建设",
            "条件",
            "次要",
            "工作",
            "",
            "x",
        ] {
            assert!(!counted(text), "{text}");
        }
        for text in ["市财政局", "局坚持", "党委切实", "公司", "书记"] {
            assert!(organ(text), "{text}");
        }
        for text in ["市场主体", "党员干部", "社会治理", "办法", ""] {
            assert!(!organ(text), "{text}");
        }
        assert_eq!(measure_len("余万元，"), "余万元".len());
        assert_eq!(measure_len("小时在"), "小时".len());
    }
}
