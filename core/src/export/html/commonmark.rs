//! CommonMark with pipe tables to HTML, for texts that are whole Markdown documents, such as the manual.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};

use crate::export::layout::is_safe_link;

/// CommonMark as HTML in which nothing runs and nothing is fetched, whatever the text says.
///
/// It differs from the specification in three points: HTML in the text is shown as text; a link whose scheme is not
/// safe, or that has none, leaves its words alone; an image leaves its alternative text.
pub fn markdown(text: &str) -> String {
    let mut kept = Vec::new();
    let events = Parser::new_ext(text, Options::ENABLE_TABLES).filter_map(|event| match event {
        Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(text)),
        Event::Start(Tag::HtmlBlock) => Some(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::HtmlBlock) => Some(Event::End(TagEnd::Paragraph)),
        Event::Start(Tag::Link { ref dest_url, .. }) => {
            kept.push(is_safe_link(dest_url));
            kept.last().is_some_and(|safe| *safe).then_some(event)
        }
        Event::End(TagEnd::Link) => kept.pop().unwrap_or(false).then_some(event),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        event => Some(event),
    });
    let mut out = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut out, events);
    out
}
