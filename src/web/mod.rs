//! Everything that only a browser has. The only place that names `web_sys` and `gloo`.

pub mod dom;
pub mod files;
pub mod page;
pub mod storage;
pub mod text_area;
