//! Trunk: the development server and the site that the bundle is made of.

use std::net::{Ipv4Addr, TcpListener};
use std::process::Command;

use crate::{setup, shell};

/// Builds, serves and rebuilds at each change, until it is stopped.
pub fn serve(port: u16, release: bool) -> Result<(), String> {
    drop(
        TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
            format!("port {port} cannot be used ({error}); choose another with --port")
        })?,
    );
    let mut trunk = trunk("serve")?;
    // A folder of its own: `dist/` is the bundle's.
    let dist = shell::cache().join("serve");
    std::fs::create_dir_all(&dist)
        .map_err(|error| format!("cannot make {}: {error}", dist.display()))?;
    trunk
        .arg("--port")
        .arg(port.to_string())
        .args(["--disable-address-lookup", "true"])
        .arg("--dist")
        .arg(dist);
    if release {
        trunk.arg("--release");
    }
    println!(
        "\n  http://127.0.0.1:{port}/   once «success» is said below (the first build takes about 2 min); Ctrl+C stops\n"
    );
    become_it(&mut trunk)
}

/// The release build, into `dist/`.
pub fn build() -> Result<(), String> {
    shell::run(trunk("build")?.args(["--release", "--locked"]))
}

fn trunk(subcommand: &str) -> Result<Command, String> {
    setup::wasm_target()?;
    let folders: Vec<_> = [setup::wasm_bindgen()?, setup::trunk()?]
        .into_iter()
        .flatten()
        .collect();
    let path = shell::path_with(&folders)?;
    // The program is looked up in our own PATH, so the folder has to be named.
    let program = folders
        .iter()
        .map(|folder| folder.join("trunk"))
        .find(|program| program.is_file());
    let mut trunk = shell::command(program.unwrap_or_else(|| "trunk".into()));
    if std::env::var_os("NO_COLOR").is_some() {
        // Trunk takes the variable for an option and refuses any value but true and false.
        trunk.env_remove("NO_COLOR").args(["--color", "never"]);
    }
    trunk
        .arg(subcommand)
        .env("PATH", path)
        .env("TRUNK_SKIP_VERSION_CHECK", "true");
    Ok(trunk)
}

/// The server takes this process's place, so that whoever stops it stops trunk.
#[cfg(unix)]
fn become_it(command: &mut Command) -> Result<(), String> {
    use std::os::unix::process::CommandExt;
    Err(format!("trunk does not start: {}", command.exec()))
}

#[cfg(not(unix))]
fn become_it(command: &mut Command) -> Result<(), String> {
    shell::run(command)
}
