//! Set-up, build, test and headless commands.
fn main() {}
