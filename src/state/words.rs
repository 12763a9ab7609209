//! What is said when something cannot be opened or kept: what happened, why, what to do.

use nigao_core::draft::DraftError;

/// What to do with a file of a kind that is not opened, by its name in lower case.
pub fn other_format(name: &str) -> Option<&'static str> {
    match name.rsplit_once('.')?.1 {
        "doc" | "docx" | "wps" | "rtf" => Some(
            "现在还不能直接打开 Word 或 WPS 文档。请在 Word 或 WPS 里全选、复制，再用“粘贴文字”打开。",
        ),
        "pdf" => Some("不能直接打开 PDF。请在 PDF 里选中文字、复制，再用“粘贴文字”打开。"),
        "xls" | "xlsx" | "et" => Some("不能直接打开表格。请复制需要的单元格，粘贴到正文里。"),
        "png" | "jpg" | "jpeg" | "gif" | "bmp" => {
            Some("不能打开图片。请先把图片里的文字识别出来，再粘贴。")
        }
        _ => None,
    }
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
