//! `render`: not there yet.
use std::process::ExitCode;

pub fn run(_args: &[String]) -> ExitCode {
    eprintln!("xtask: render is not there yet");
    ExitCode::from(2)
}
