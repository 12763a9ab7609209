//! Mounts the app.

mod app;
mod components;
mod state;
#[cfg(test)]
mod tests;
mod web;

fn main() {
    let Some(root) = web::page::root() else {
        return;
    };
    web::dom::mount(&root, || app::app().into()).forget();
}
