//! `inspect`: not there yet.
use std::process::ExitCode;

pub fn run(_files: &[String]) -> ExitCode {
    eprintln!("xtask: inspect is not there yet");
    ExitCode::from(2)
}
