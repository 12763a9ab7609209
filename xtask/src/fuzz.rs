//! Odd files without end: the targets in `fuzz/` under libFuzzer, each for some minutes.

use std::collections::BTreeSet;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::{setup, shell};

/// What is fuzzed: each opens one kind of file.
pub const TARGETS: [&str; 4] = ["text", "html", "docx", "json"];

#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    pub targets: Vec<&'static str>,
    /// For each target.
    pub minutes: u32,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            targets: TARGETS.to_vec(),
            minutes: 10,
        }
    }
}

pub fn run(options: &Options) -> Result<(), String> {
    let toolchain = setup::nightly()?;
    let path = shell::path_with(setup::cargo_fuzz()?.as_slice())?;
    let fuzz = |subcommand: &str| {
        let mut fuzz = shell::command("rustup");
        fuzz.args(["run", &toolchain, "cargo", "fuzz", subcommand])
            .env("PATH", &path)
            // Those of the toolchain that runs this program.
            .env_remove("CARGO")
            .env_remove("RUSTC")
            .env_remove("RUSTFLAGS");
        fuzz
    };
    setup::step("building the fuzz targets", "1 min", || {
        shell::run(&mut fuzz("build"))
    })?;
    let mut failed = Vec::new();
    for target in &options.targets {
        let said = one(target, options.minutes, fuzz("run"))?;
        println!("{said}");
        if said.findings != 0 {
            failed.push(*target);
        }
    }
    if failed.is_empty() {
        Ok(())
    } else {
        Err(format!("fuzz: there are findings in {}", failed.join(", ")))
    }
}

/// What one target came to.
struct Outcome {
    target: String,
    runs: u64,
    seconds: u64,
    findings: usize,
    /// The inputs that were found, and where more is said.
    where_to_look: String,
}

impl std::fmt::Display for Outcome {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            target,
            runs,
            seconds,
            findings,
            where_to_look,
        } = self;
        write!(
            f,
            "{target:<5} {runs:>12} runs {seconds:>6} s {findings:>4} findings{where_to_look}"
        )
    }
}

fn one(target: &str, minutes: u32, mut fuzz: Command) -> Result<Outcome, String> {
    let home = shell::root().join("fuzz");
    let corpus = home.join("corpus").join(target);
    let seeds = home.join("seeds").join(target);
    let artifacts = home.join("artifacts").join(target);
    plant(&seeds, &corpus)?;
    let known = files(&artifacts);
    let log = shell::cache().join("fuzz").join(format!("{target}.log"));
    shell::write(&log, "")?;
    let broken = |error: std::io::Error| format!("{}: {error}", log.display());
    let out = File::create(&log).map_err(broken)?;
    fuzz.arg(target).arg(&corpus).arg("--").args([
        &format!("-max_total_time={}", 60 * u64::from(minutes)),
        "-timeout=10",
        "-rss_limit_mb=4096",
        "-print_final_stats=1",
    ]);
    let dictionary = home.join("dict").join(format!("{target}.dict"));
    if dictionary.is_file() {
        fuzz.arg(format!("-dict={}", dictionary.display()));
    }
    fuzz.stdout(out.try_clone().map_err(broken)?).stderr(out);
    eprintln!("fuzz: {target}, {minutes} min, log in {} …", log.display());
    let start = Instant::now();
    let status = fuzz
        .status()
        .map_err(|error| format!("rustup does not start: {error}"))?;
    let seconds = start.elapsed().as_secs();
    let log_text = std::fs::read(&log).map_err(broken)?;
    let runs = runs_in(&String::from_utf8_lossy(&log_text))
        .ok_or_else(|| format!("{target} did not run ({status}); see {}", log.display()))?;
    let found: Vec<_> = files(&artifacts).difference(&known).cloned().collect();
    // A target that died is a finding even where it left no input.
    let findings = found.len().max(usize::from(!status.success()));
    let where_to_look = if findings == 0 {
        String::new()
    } else {
        let found = found.iter().map(|path| format!(" {}", path.display()));
        format!(":{}; see {}", found.collect::<String>(), log.display())
    };
    Ok(Outcome {
        target: target.to_owned(),
        runs,
        seconds,
        findings,
        where_to_look,
    })
}

/// Copies the seeds to what the fuzzer found worth keeping in earlier runs.
fn plant(seeds: &Path, corpus: &Path) -> Result<(), String> {
    let wrong = |error: std::io::Error| format!("{}: {error}", seeds.display());
    std::fs::create_dir_all(corpus)
        .map_err(|error| format!("cannot make {}: {error}", corpus.display()))?;
    for seed in std::fs::read_dir(seeds).map_err(wrong)? {
        let seed = seed.map_err(wrong)?;
        std::fs::copy(seed.path(), corpus.join(seed.file_name())).map_err(wrong)?;
    }
    Ok(())
}

fn files(folder: &Path) -> BTreeSet<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).collect()
}

/// How many inputs libFuzzer says at the end that it ran.
fn runs_in(log: &str) -> Option<u64> {
    let count = log
        .lines()
        .rev()
        .find_map(|line| line.strip_prefix("stat::number_of_executed_units:"))?;
    count.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_runs_are_read_from_the_log() {
        let log = "#8192\tpulse  cov: 1\nDone 9000 runs in 3 second(s)\nstat::number_of_executed_units: 9000\nstat::average_exec_per_sec:     3000\n";
        assert_eq!(runs_in(log), Some(9000));
        assert_eq!(runs_in("error: could not compile"), None);
    }

    #[test]
    fn every_target_has_its_program_and_its_seeds() {
        let home = shell::root().join("fuzz");
        let manifest = shell::read(&home.join("Cargo.toml")).unwrap();
        for target in TARGETS {
            assert!(manifest.contains(&format!("name = \"{target}\"")));
            assert!(home.join(format!("fuzz_targets/{target}.rs")).is_file());
            assert!(files(&home.join("seeds").join(target)).len() >= 12);
        }
    }

    #[test]
    fn an_outcome_is_one_line() {
        let outcome = Outcome {
            target: "text".into(),
            runs: 12,
            seconds: 600,
            findings: 0,
            where_to_look: String::new(),
        };
        assert_eq!(
            outcome.to_string(),
            "text            12 runs    600 s    0 findings"
        );
    }
}
