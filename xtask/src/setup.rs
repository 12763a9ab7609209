//! What a build needs besides cargo: the wasm target and three tools at fixed versions.
//!
//! A matching tool on PATH is used as it is; otherwise one is put under `target/tools/NAME-VERSION`. Nothing is
//! installed outside the checkout, but for system packages where apt-get may be used.

use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::shell;

const TARGET: &str = "wasm32-unknown-unknown";
const TRUNK: &str = "0.21.14";
/// The npm package's major version, which is also Binaryen's own.
const BINARYEN: &str = "132.0.0";
const CARGO_FUZZ: &str = "0.13.2";
/// The first wasm-opt that knows all that this rustc writes.
const WASM_OPT_AT_LEAST: u32 = 116;

/// Link-time work of a tool that is used for seconds is not worth its minutes.
const CHEAP_PROFILE: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
];

/// Announces one piece of set-up with its usual duration, does it, and says how long it took.
pub fn step<T>(
    what: &str,
    usual: &str,
    work: impl FnOnce() -> Result<T, String>,
) -> Result<T, String> {
    eprintln!("set-up: {what} (about {usual}) …");
    let start = Instant::now();
    let done = work()?;
    eprintln!("set-up: {what}: done in {} s", start.elapsed().as_secs());
    Ok(done)
}

/// The wasm target of the toolchain in use.
pub fn wasm_target() -> Result<(), String> {
    let sysroot = shell::ask(shell::command("rustc").args(["--print", "sysroot"]))
        .ok_or("`rustc` does not run: install Rust with rustup (https://rustup.rs)")?;
    if Path::new(&sysroot)
        .join("lib/rustlib")
        .join(TARGET)
        .is_dir()
    {
        return Ok(());
    }
    step("rustup target add wasm32-unknown-unknown", "20 s", || {
        shell::run(shell::command("rustup").args(["target", "add", TARGET]))
    })
    .map_err(|problem| format!("{problem}; install the target with: rustup target add {TARGET}"))
}

/// rustfmt and clippy, which `rust-toolchain.toml` names but a toolchain put together by hand may lack.
pub fn lint_components() -> Result<(), String> {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if shell::ask(shell::cargo(&[subcommand, "--version"]).arg("--quiet")).is_none() {
            step(&format!("rustup component add {component}"), "20 s", || {
                shell::run(shell::command("rustup").args(["component", "add", component]))
            })
            .map_err(|problem| {
                format!("{problem}; install it with: rustup component add {component}")
            })?;
        }
    }
    Ok(())
}

/// The folder of trunk, to be put on PATH; none where PATH has the right one.
pub fn trunk() -> Result<Option<PathBuf>, String> {
    let features = ["--locked", "--no-default-features", "--features", "rustls"];
    from_crates("trunk", TRUNK, &["trunk"], &features, "4 min")
}

/// The folder of wasm-bindgen and its test runner at the version in the lock file; none where PATH has them.
pub fn wasm_bindgen() -> Result<Option<PathBuf>, String> {
    let lock = shell::read(&shell::root().join("Cargo.lock"))?;
    let version =
        locked_version(&lock, "wasm-bindgen").ok_or("Cargo.lock names no wasm-bindgen")?;
    let programs = ["wasm-bindgen", "wasm-bindgen-test-runner"];
    // No `--locked`: the lock file that this package was published with does not resolve.
    from_crates("wasm-bindgen-cli", version, &programs, &[], "2 min")
}

/// The folder of cargo-fuzz, to be put on PATH; none where PATH has the right one.
pub fn cargo_fuzz() -> Result<Option<PathBuf>, String> {
    from_crates(
        "cargo-fuzz",
        CARGO_FUZZ,
        &["cargo-fuzz"],
        &["--locked"],
        "1 min",
    )
}

/// The name of a nightly toolchain, which the sanitizers of fuzzing take.
pub fn nightly() -> Result<String, String> {
    const ADVICE: &str = "install it with: rustup toolchain install nightly --profile minimal";
    let find = || {
        let list = shell::ask(shell::command("rustup").args(["toolchain", "list"]))?;
        nightly_in(&list).map(str::to_owned)
    };
    if let Some(found) = find() {
        return Ok(found);
    }
    step("rustup toolchain install nightly", "1 min", || {
        let mut rustup = shell::command("rustup");
        shell::run(rustup.args(["toolchain", "install", "nightly", "--profile", "minimal"]))
    })
    .map_err(|problem| format!("{problem}; fuzzing takes a nightly toolchain: {ADVICE}"))?;
    find().ok_or_else(|| format!("there is no nightly toolchain: {ADVICE}"))
}

/// The first nightly toolchain in what `rustup toolchain list` prints.
fn nightly_in(list: &str) -> Option<&str> {
    let mut names = list.lines().filter_map(|line| line.split(' ').next());
    names.find(|name| name.starts_with("nightly"))
}

/// A wasm-opt new enough: PATH, then the cache, then npm.
pub fn wasm_opt() -> Result<PathBuf, String> {
    if let Some(program) = shell::which("wasm-opt").filter(|program| new_enough(program)) {
        return Ok(program);
    }
    let major = shell::major(BINARYEN).unwrap_or_default();
    let folder = shell::cache()
        .join("tools")
        .join(format!("binaryen-{major}"));
    let program = folder.join("node_modules/.bin/wasm-opt");
    if new_enough(&program) {
        return Ok(program);
    }
    let advice = || {
        format!(
            "wasm-opt is missing: install Binaryen {WASM_OPT_AT_LEAST} or newer, or Node.js with npm (Debian: apt-get install nodejs npm)"
        )
    };
    if shell::which("npm").is_none() || shell::which("node").is_none() {
        system_packages(&["nodejs", "npm"], "2 min")
            .map_err(|problem| format!("{}; {problem}", advice()))?;
    }
    step(
        &format!("wasm-opt from npm's binaryen {BINARYEN}"),
        "10 s",
        || {
            let mut npm = shell::command("npm");
            npm.args([
                "install",
                "--no-audit",
                "--no-fund",
                "--loglevel=error",
                "--prefix",
            ]);
            shell::run(npm.arg(&folder).arg(format!("binaryen@{BINARYEN}")))
        },
    )
    .map_err(|problem| format!("{problem}; {}", advice()))?;
    if new_enough(&program) {
        Ok(program)
    } else {
        Err(advice())
    }
}

/// Installs Debian packages where this user may, and says so where not.
pub fn system_packages(names: &[&str], usual: &str) -> Result<(), String> {
    let root = shell::ask(shell::command("id").arg("-u")).is_some_and(|id| id == "0");
    if !root || shell::which("apt-get").is_none() {
        return Err(format!(
            "{} cannot be installed from here (that takes root and apt-get)",
            names.join(", ")
        ));
    }
    step(
        &format!("apt-get install {}", names.join(" ")),
        usual,
        || {
            let apt = || {
                let mut apt = shell::command("apt-get");
                apt.env("DEBIAN_FRONTEND", "noninteractive").arg("-qq");
                apt
            };
            shell::run(apt().arg("update"))?;
            shell::run(
                apt()
                    .args(["install", "-y", "--no-install-recommends"])
                    .args(names),
            )
        },
    )
}

fn new_enough(wasm_opt: &Path) -> bool {
    shell::version(wasm_opt)
        .and_then(|version| shell::major(&version))
        .is_some_and(|major| major >= WASM_OPT_AT_LEAST)
}

/// Programs of a package on crates.io, all at one version.
fn from_crates(
    package: &str,
    version: &str,
    programs: &[&str],
    options: &[&str],
    usual: &str,
) -> Result<Option<PathBuf>, String> {
    let right = |program: Option<PathBuf>| {
        program
            .and_then(|program| shell::version(&program))
            .is_some_and(|found| found == version)
    };
    if programs.iter().all(|name| right(shell::which(name))) {
        return Ok(None);
    }
    let tools = shell::cache().join("tools");
    let folder = tools.join(format!("{}-{version}", package.trim_end_matches("-cli")));
    let bin = folder.join("bin");
    let file = |name: &str| bin.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    if programs.iter().all(|name| right(Some(file(name)))) {
        return Ok(Some(bin));
    }
    let build = tools.join("build");
    step(
        &format!("building {package} {version}, once"),
        usual,
        || {
            let mut install = shell::cargo(&[
                "install",
                package,
                "--version",
                version,
                "--force",
                "--quiet",
            ]);
            install
                .args(options)
                .arg("--root")
                .arg(&folder)
                .arg("--target-dir")
                .arg(&build);
            // Flags meant for the app must not reach its tools.
            install
                .envs(CHEAP_PROFILE)
                .env_remove("RUSTFLAGS")
                .env_remove("CARGO_BUILD_TARGET");
            shell::run(&mut install)
        },
    )
    .map_err(|problem| {
        let options = options.join(" ");
        format!("{problem}; install it with: cargo install {package} --version {version} {options}")
    })?;
    // Some hundred megabytes that nobody needs again; what cannot be removed does no harm.
    let _ = std::fs::remove_dir_all(&build);
    Ok(Some(bin))
}

/// The version of a package in a lock file.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines
        .nth(1)?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_says_which_wasm_bindgen() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.1\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.1"));
        assert_eq!(locked_version(lock, "wasm"), None);
        let ours = shell::read(&shell::root().join("Cargo.lock")).unwrap();
        assert!(locked_version(&ours, "wasm-bindgen").is_some());
    }

    #[test]
    fn a_nightly_toolchain_is_found_in_the_list() {
        let list = "stable-x86_64 (default)\nnightly-2026-01-02-x86_64 (active)\n1.95.0-x86_64";
        assert_eq!(nightly_in(list), Some("nightly-2026-01-02-x86_64"));
        assert_eq!(nightly_in("no installed toolchains"), None);
    }

    #[test]
    fn a_program_that_is_not_there_is_not_new_enough() {
        assert!(!new_enough(Path::new("no/such/wasm-opt")));
    }
}
