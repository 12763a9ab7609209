//! What is said when something cannot be opened or kept: what happened, why, what to do.

use nigao_core::draft::DraftError;
use nigao_core::import::source::{self, Foreign, SourceError};

/// Why a file is not opened, and what to do with it.
pub fn refusal(error: SourceError) -> String {
    let words = match error {
        SourceError::TooLong(chars) => {
            return format!(
                "全文有 {chars} 字，超过 {} 字，没有打开。请把它分成几个文件再试。",
                source::LONGEST_TEXT
            );
        }
        SourceError::TooLarge => "文件超过 20 MB，没有打开。请只保留文字部分再试。",
        SourceError::Damaged => {
            "文件不完整或已损坏，没有打开。请用 Word 或 WPS 打开它，另存一份 .docx 再试；打不开的，请向对方重新要一份。"
        }
        SourceError::Hostile => {
            "这个文件里有文字处理软件不会写出的内容，可能有害，没有打开。请确认来源；确认可靠的，请在 Word 或 WPS 里另存一份再试。"
        }
        SourceError::NoText => {
            "认不出这个文件的文字编码，没有打开。请用记事本打开它，看到的文字无误时选“另存为”，编码选 UTF-8，再打开。"
        }
        SourceError::Foreign(kind) => match kind {
            Foreign::OldWord | Foreign::Rtf | Foreign::Mhtml | Foreign::OpenDocument => {
                "不能直接打开这种格式。请用 Word 或 WPS 打开它，选“另存为”，类型选“Word 文档（.docx）”，再打开新存的文件；也可以全选、复制，再粘贴到拟稿里。"
            }
            Foreign::Wps => {
                "不能直接打开 .wps 文件。请用 WPS 打开它，选“另存为”，类型选“Word 文档（.docx）”，再打开新存的文件；也可以全选、复制，再粘贴到拟稿里。"
            }
            Foreign::Locked => {
                "这个文件设了打开密码，没有打开。请用 Word 或 WPS 打开它，去掉密码，另存一份 .docx 再试。"
            }
            Foreign::Pdf | Foreign::Ofd => {
                "不能直接打开版式文件（PDF、OFD）。请在阅读软件里全选、复制，再粘贴到拟稿里；扫描件要先识别文字。"
            }
            Foreign::Sheet => {
                "不能直接打开表格文件。请在表格软件里选中要用的单元格，复制，再粘贴到拟稿里。"
            }
            Foreign::Slides => "不能直接打开演示文稿。请在大纲视图里全选、复制，再粘贴到拟稿里。",
            Foreign::Picture => {
                "不能打开图片。请先用识别软件把图片里的文字识别出来，再粘贴到拟稿里。"
            }
            Foreign::Archive => "这是压缩包，不能直接打开。请先解压，再打开里面的文件。",
            Foreign::Other => {
                "这不是文字文件，没有打开。能打开的有：Word 文档（.docx）、网页（.html）、Markdown、纯文本和拟稿的稿子。"
            }
        },
    };
    words.to_owned()
}

/// A storage or file error in words.
pub fn describe(error: &DraftError) -> String {
    match error {
        DraftError::Unavailable => "浏览器不让网页保存内容。请把稿子存到文件。".into(),
        DraftError::Refused(_) => {
            "浏览器的存储空间满了，刚才的改动没有存进去。请先存到文件，再删去不用的稿子。".into()
        }
        DraftError::Missing => "找不到这份稿子，可能已在别的窗口删去。".into(),
        DraftError::Unreadable { line: 0, .. } => "稿子的记录读不出来。原文没有改动。".into(),
        DraftError::Unreadable { line, .. } => {
            format!("这不是完整的拟稿稿子，读到第 {line} 行读不下去了。没有打开，也没有改动它。")
        }
        DraftError::Newer(format) => {
            format!(
                "这份稿子由较新的拟稿写成（格式 {format}），这个版本打不开，也没有改动它。请换用新版本。"
            )
        }
    }
}
