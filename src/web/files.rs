//! Files in and out: reading what was chosen or dropped, and handing a file to the downloads.

use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, ClipboardEvent, DragEvent, Event, HtmlAnchorElement, HtmlInputElement,
    TextDecoder, Url,
};

/// A file that was chosen or dropped and not read yet.
pub type Handle = web_sys::File;

/// A file's name and bytes.
#[derive(Debug, Clone)]
pub struct Opened {
    /// As the computer names it.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Why a file could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadError {
    /// Larger than what is opened.
    TooLarge,
    /// The browser could not read it.
    Failed,
}

/// The largest file that is opened, in bytes: a million Chinese characters in UTF-8 take 3 MB.
pub const LARGEST: f64 = 20_000_000.0;

/// The files chosen in an `<input type=file>`, which is emptied so that the same file can be chosen again.
pub fn all_chosen(event: &Event) -> Vec<Handle> {
    let Some(input) = event
        .target()
        .and_then(|t| t.dyn_into::<HtmlInputElement>().ok())
    else {
        return Vec::new();
    };
    let files = handles(input.files());
    input.set_value("");
    files
}

/// The files dropped on the window.
pub fn all_dropped(event: &DragEvent) -> Vec<Handle> {
    handles(event.data_transfer().and_then(|data| data.files()))
}

fn handles(list: Option<web_sys::FileList>) -> Vec<Handle> {
    list.map_or_else(Vec::new, |list| {
        (0..list.length()).filter_map(|i| list.get(i)).collect()
    })
}

/// The file that a paste brings, if it is one and not text.
pub fn pasted(event: &Event) -> Option<Handle> {
    let data = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?;
    // Word puts a picture of the text beside the text.
    if data.types().includes(&JsValue::from_str("text/plain"), 0) {
        return None;
    }
    data.files()?.get(0)
}

/// Decodes bytes by the label of an encoding, with the browser's tables; `None` where it does not know the label.
pub fn decode(label: &str, bytes: &[u8]) -> Option<String> {
    TextDecoder::new_with_label(label)
        .ok()?
        .decode_with_u8_array(bytes)
        .ok()
}

/// The event as a drag, if it is one that carries files.
pub fn drag_of_files(event: &Event) -> Option<&DragEvent> {
    event.dyn_ref::<DragEvent>().filter(|drag| {
        drag.data_transfer()
            .is_some_and(|data| data.types().includes(&JsValue::from_str("Files"), 0))
    })
}

/// Reads a file.
pub async fn read(file: Handle) -> Result<Opened, ReadError> {
    if file.size() > LARGEST {
        return Err(ReadError::TooLarge);
    }
    let buffer = JsFuture::from(file.array_buffer())
        .await
        .map_err(|_| ReadError::Failed)?;
    Ok(Opened {
        name: file.name(),
        bytes: js_sys::Uint8Array::new(&buffer).to_vec(),
    })
}

/// Hands a text to the browser's downloads. Returns whether the browser took it.
pub fn download(name: &str, mime: &str, text: &str) -> bool {
    try_download(name, mime, text).is_ok()
}

fn try_download(name: &str, mime: &str, text: &str) -> Result<(), JsValue> {
    let document = web_sys::window()
        .and_then(|w| w.document())
        .ok_or(JsValue::NULL)?;
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_str_sequence_and_options(
        &js_sys::Array::of1(&JsValue::from_str(text)),
        &options,
    )?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The download has its own hold on the bytes only once it began; Firefox cancels when freed at once.
    super::page::later(60_000, move || {
        let _ = Url::revoke_object_url(&url);
    });
    Ok(())
}

/// Whether a drag leaves the window rather than passing from one element to another.
pub fn leaves_window(event: &Event) -> bool {
    event
        .dyn_ref::<DragEvent>()
        .is_some_and(|drag| drag.related_target().is_none())
}
