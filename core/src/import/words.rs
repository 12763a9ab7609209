//! What a short paragraph says of itself: title, salutation, byline, date and the like.

use crate::text::chars::{is_blank, is_han, without_blanks};
use crate::text::names::is_surname;

/// The words that name a kind of official paper; a title ends with one.
const KINDS: &str = "总结 报告 通知 意见 方案 答复 讲话 决定 办法 细则 纪要 计划 要点 综述 函 \
    批复 公告 通告 请示 规划 制度 章程 规定 建议 汇报 材料 简报 体会 通报 条例 \
    预案 发言 致辞 倡议书 提纲 清单 规则 策划 复函 公报";

/// The words of a list that is written with blanks between.
fn list(words: &'static str) -> impl Iterator<Item = &'static str> {
    words.split(' ')
}

/// Whether `word`, blanks aside, is in a list.
fn is_one_of(words: &'static str, word: &str) -> bool {
    word.len() <= 60 && list(words).any(|w| w == without_blanks(word))
}

/// Whether the words end like the title of an official paper, brackets behind aside: `…工作报告（草案）`.
pub(super) fn names_kind(text: &str) -> bool {
    let text = text.trim_end_matches(is_blank);
    let bare = match text.rfind(['（', '(']) {
        Some(open) if text.ends_with(['）', ')']) && open > 0 => &text[..open],
        _ => text,
    };
    let bare = bare.trim_end_matches(|c: char| is_blank(c) || "》”".contains(c));
    list(KINDS).any(|kind| bare.ends_with(kind))
}

/// Whether a paragraph ends like a sentence.
pub(super) fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| is_blank(c) || "”’』」）)".contains(c));
    text.ends_with([
        '。', '！', '？', '；', '…', '!', '?', ';', '：', ':', '，', ',', '、',
    ])
}

/// Running text: long, or a sentence.
pub(super) fn is_prose(text: &str, chars: usize) -> bool {
    chars > 32 || (chars >= 8 && ends_sentence(text))
}

/// A short line without a stop that could be a title or a head.
pub(super) fn is_bare(text: &str, chars: usize, most: usize) -> bool {
    (2..=most).contains(&chars)
        && text.contains(is_han)
        && !text.contains(['。', '；'])
        && !text.ends_with(['，', '、', '：', ',', ':', ';', '/'])
        && !text.starts_with(['，', '、', '。', '）', '”', '》', '—', '-', '·', '•'])
}

/// `——…`: the second line of a title.
pub(super) fn is_dash_line(text: &str, chars: usize) -> bool {
    (text.starts_with("——")
        || text.starts_with("--")
        || text.starts_with('—')
        || text.starts_with("－－"))
        && (4..=60).contains(&chars)
        && !text.contains('。')
        && text.contains(is_han)
}

/// `各位代表：`, `各县（市）人民政府，市直各部门：`, `女士们、先生们，`.
pub(super) fn is_salutation(text: &str, chars: usize) -> bool {
    const ADDRESSED: &str = "代表 领导 嘉宾 专家 委员 同志 同志们 们 单位 部门 机构 局 委 厅 部 办 办公室 院 校 公司 \
        政府 组 会 处 科 镇 乡 街道 办事处 支部 党委 党组 党工委 评委 朋友 来宾 \
        老师 先生 女士 主任 书记 主席 市长 县长 局长 厅长 企业 中心 学校 分局 人员 \
        村 社区 科室 站 所 队 银行 大学 集团 协会";
    if !(2..=160).contains(&chars) || text.contains(['。', '！', '；', '“', '？']) {
        return false;
    }
    let Some(bare) = text
        .strip_suffix(['：', ':'])
        .or_else(|| text.strip_suffix('，').filter(|t| t.ends_with("们")))
    else {
        return false;
    };
    let outer = match bare.rfind(['（', '(']) {
        Some(open) if bare.ends_with(['）', ')']) => &bare[..open],
        _ => bare,
    };
    let announces = [
        "如下", "现将", "现就", "根据", "为了", "包括", "以下", "主要", "如何",
    ]
    .iter()
    .any(|w| bare.contains(w));
    !announces && list(ADDRESSED).any(|w| outer.ends_with(w))
}

/// A date that is a paragraph: `2021年12月3日`, `二〇二一年十二月`, `20××年×月×日`, also in brackets.
pub(super) fn is_date(text: &str) -> bool {
    let bare = without_blanks(text);
    let bare = bare.trim_matches(|c| "（）()".contains(c));
    if bare.chars().count() > 16 {
        return false;
    }
    let digit = |c: char| {
        c.is_ascii_digit()
            || "〇○零一二三四五六七八九十ＯO０１２３４５６７８９XxＸ×*＊_某".contains(c)
    };
    let mut units = "年月日".chars();
    let (mut seen, mut run) = (0, 0);
    for c in bare.chars() {
        if digit(c) {
            run += 1;
        } else if units.next() == Some(c) && (run > 0 || seen > 0) {
            seen += 1;
            run = 0;
        } else {
            return false;
        }
    }
    seen >= 2 && run == 0
}

/// `国办函〔2018〕71号`.
pub(super) fn is_document_number(text: &str, chars: usize) -> bool {
    chars <= 30 && text.ends_with('号') && text.contains(['〔', '[', '［', '【', '（'])
}

/// The line above a title that a web page or a letterhead leaves: `发文机关：…`, `索 引 号：…`.
pub(super) fn is_metadata(text: &str, chars: usize) -> bool {
    const KEYS: &str = "索引号 发文机关 发布机构 发布单位 标题 文号 发文字号 主题词 主题分类 成文日期 \
        发布日期 发布时间 信息来源 文章来源 时间 日期 浏览次数 点击数 字号 公开方式 \
        公开类别 分类 编号 密级 紧急程度 份号 签发人 生效日期 有效性 名称";
    let key = text.split_once(['：', ':']).map_or("", |(key, _)| key);
    let has_key = key.len() <= 60 && is_one_of(KEYS, key);
    has_key || is_document_number(text, chars) || (chars <= 24 && text.ends_with("文件"))
}

/// The head of a bulletin: `工作简报` over `第12期`, or the issue and the office with the date below it.
pub(super) fn is_masthead(text: &str, chars: usize, next: &str) -> bool {
    let is_issue = |text: &str| {
        let bare = text.trim_matches(['（', '）', '(', ')']);
        (bare.starts_with('第') || bare.contains("年第")) && bare.ends_with('期')
    };
    let named = list("简报 专报 快报 动态 信息").any(|w| text.ends_with(w)) && is_issue(next);
    let dated = || text.rsplit(is_blank).next().is_some_and(is_date) && text.contains(is_blank);
    chars <= 40 && (named || is_issue(text) || dated())
}

/// `本报记者 王某 文/图`, `来源：…`, `编辑：…`.
pub(super) fn is_byline(text: &str, chars: usize) -> bool {
    const KEYS: &str = "文 图 文字 图片 摄影 来源 作者 编辑 责编 责任编辑 审核 校对 供稿 撰稿 撰文 \
        排版 初审 复审 终审 监制 通讯员 记者 供图 美编 一审 二审 三审 统筹 制图 \
        文图 图文 执笔 策划 本报记者";
    if !(3..=50).contains(&chars) || text.contains(['。', '！', '？', '；']) {
        return false;
    }
    let text = text.trim_matches(|c: char| is_blank(c) || "（）()■□◆●◎▲".contains(c));
    if let Some((key, value)) = text.split_once(['：', ':', '/', '|', '｜'])
        && !value.trim().is_empty()
        && is_one_of(KEYS, key)
    {
        return true;
    }
    let says_reporter = ["记者", "通讯员"].iter().any(|w| {
        text.find(w).is_some_and(|at| {
            let after = &text[at + w.len()..];
            at <= 24
                && after.starts_with(|c: char| is_blank(c) || "：:/".contains(c))
                && !after.contains('，')
        })
    });
    let starts = ["本报记者", "本刊记者", "本报通讯员"]
        .iter()
        .any(|w| text.starts_with(w))
        && !text.contains('，');
    let ends = ["文/图", "文／图", "摄", "摄影报道", "图/文", "文图", "图文"]
        .iter()
        .any(|w| text.ends_with(w))
        && text.contains(is_blank);
    says_reporter || starts || ends
}

/// `贾某 罗某某`: names of two to four characters parted by blanks, or one short name.
pub(super) fn is_names(text: &str) -> bool {
    let names: Vec<&str> = text.split(is_blank).filter(|n| !n.is_empty()).collect();
    let short = |most: usize| {
        names
            .iter()
            .all(|n| n.chars().all(is_han) && (2..=most).contains(&n.chars().count()))
    };
    match names.len() {
        1 => short(3),
        2..=5 => {
            short(3)
                || (short(4)
                    && names.iter().filter(|n| n.chars().count() < 4).count() * 2 > names.len())
        }
        _ => false,
    }
}

/// Names that begin with a surname or are masked; `产业兴 百姓富` looks like names and is a head.
pub(super) fn are_people(text: &str) -> bool {
    let named = |name: &str| name.contains('某') || name.starts_with(is_surname);
    is_names(text) && text.split(is_blank).filter(|n| !n.is_empty()).all(named)
}

/// `附件：1.报名表`: the list of attachments under the text, or its first line.
pub(super) fn is_attachment_list(text: &str) -> bool {
    ["附件：", "附件:", "附：", "附:"]
        .iter()
        .any(|w| text.starts_with(w))
}

/// What stands around a text and is no part of it: what a web page or a newspaper leaves, or a remark on publication.
pub(super) fn is_residue(text: &str) -> bool {
    // The remark (附注, GB/T 9704-2012, 7.3.7) belongs to an official paper.
    const REMARKS: &str = "公开发布 此件 本文有删减";
    is_web_residue(text) || list(REMARKS).any(|bit| text.contains(bit))
}

/// What a web page or a newspaper leaves around a text.
pub(super) fn is_web_residue(text: &str) -> bool {
    const BITS: &str = "扫一扫 当前位置 您的位置 首页 关闭窗口 打印本页 请继续阅读 下转 上接 返回顶部 相关链接 相关阅读 分享到 \
        字体： 点击查看 更多精彩 版权所有 上一篇";
    list(BITS).any(|bit| text.contains(bit))
}

/// Words that only a picture's caption has.
pub(super) fn is_caption(text: &str) -> bool {
    [
        "图为",
        "上图",
        "下图",
        "左图",
        "右图",
        "资料图",
        "摄影",
        "合影",
        "现场图",
    ]
    .iter()
    .any(|w| text.contains(w))
        || text.ends_with('摄')
}

/// Two clauses parted by a blank or a comma, as newspapers make their heads.
pub(super) fn halves(text: &str) -> bool {
    let parts: Vec<&str> = text
        .split(|c: char| is_blank(c) || c == '，' || c == ',')
        .filter(|p| !p.is_empty())
        .collect();
    (2..=4).contains(&parts.len()) && parts.iter().all(|p| p.chars().count() >= 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_known_in_every_form() {
        for text in [
            "2021年12月3日",
            "二〇二一年十二月",
            "二Ｏ一一年九月七日",
            "20××年×月×日",
            "（2023年3月5日）",
            "年 月 日",
            "2021 年 1 月 1 日",
        ] {
            assert_eq!(is_date(text), text != "年 月 日", "{text}");
        }
        for text in [
            "2021年",
            "2021年12月3日上午",
            "12月3日",
            "年度",
            "",
            "日月年",
        ] {
            assert!(!is_date(text), "{text}");
        }
    }

    #[test]
    fn those_addressed_are_told_from_announcements() {
        let yes = |t: &str| is_salutation(t, t.chars().count());
        assert!(yes("各位代表："));
        assert!(yes("各镇人民政府、街道办事处，区直各单位:"));
        assert!(yes("王某某、李某某委员："));
        assert!(yes("女士们、先生们，"));
        assert!(!yes("现将有关情况报告如下："));
        assert!(!yes("主要抓了以下几项工作："));
        assert!(!yes("试点地区要认真落实。具体由以下部门："));
    }

    #[test]
    fn bylines_and_names_are_known() {
        let yes = |t: &str| is_byline(t, t.chars().count());
        for text in [
            "本报记者 甲某某 通讯员 乙某 文/图",
            "来源：某某工作中心",
            "责编：丙某",
            "（记者 丁某）",
            "全媒体记者 戊某某",
        ] {
            assert!(yes(text), "{text}");
        }
        for text in [
            "记者在现场看到，大棚里一片忙碌",
            "联系人：己某",
            "来源于群众的建议",
            "工作总结",
        ] {
            assert!(!yes(text), "{text}");
        }
        assert!(is_names("甲某　乙某某") && !is_names("凝心聚力 再谱新篇"));
    }

    #[test]
    fn titles_of_papers_name_their_kind() {
        assert!(names_kind("某某县政府工作报告（全文）"));
        assert!(names_kind("关于开展试点的通知"));
        assert!(!names_kind("东风吹来春意浓"));
    }
}
