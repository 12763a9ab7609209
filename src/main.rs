//! Mounts the app.

mod app;
mod components;
mod state;
mod web;

fn main() {
    web::page::remove("boot");
    leptos::mount::mount_to_body(app::App);
}
