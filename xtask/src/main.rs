//! Set-up, build, test and headless commands: `cargo xtask COMMAND`.
//!
//! Progress and problems go to stderr, results to stdout. Exit code 1: the work was done and something is wrong;
//! 2: bad use.

use std::process::ExitCode;

mod bench;
mod browsers;
mod bundle;
mod codegen;
mod fuzz;
mod inspect;
mod page;
mod reading;
mod render;
mod setup;
mod shell;
mod shots;
mod size;
mod tally;
mod test;
mod trunk;

const USAGE: &str = "\
Usage: cargo xtask COMMAND

  serve [--port N] [--release]    set up, build and serve on 127.0.0.1 with live reload (port 8080)
  test [--fast] [--engine NAME]   set up, then format, lints and every test; --fast leaves the browsers out
  bundle                          release build: dist/ (a static site) and dist/nigao.html (one file)
  inspect FILE...                 import and check text files, one JSON object a line
  render --to html|docx|md|txt FILE -o OUT
                                  import FILE and export it through the app's own code
  size                            shipped bytes by part; exit 1 when over budget
  shots                           screenshots of every screen, into target/shots
  codegen [--check]               write the generated pages, or check that they are current
  bench [--no-build]              performance figures beside their budgets; exit 1 when one is over or missing;
                                  --no-build measures the dist/ that is there
  fuzz [TARGET...] [--minutes N]  opens odd files without end (text, html, docx, json; each 10 minutes) with
                                  libFuzzer; exit 1 on a finding";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let Some((command, rest)) = args.split_first() else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match command.as_str() {
        "serve" => with(serve_options(rest), |(port, release)| {
            trunk::serve(port, release)
        }),
        "test" => match test_options(rest) {
            Ok(options) => test::run(&options),
            Err(problem) => bad_use(&problem),
        },
        "bundle" => with(no_options(rest), |()| bundle::run()),
        "inspect" => inspect::run(rest),
        "render" => render::run(rest),
        "size" => with(no_options(rest), |()| size::run()),
        "shots" => with(no_options(rest), |()| shots::run()),
        "codegen" => with(codegen_options(rest), codegen::run),
        "bench" => with(bench_options(rest), bench::run),
        "fuzz" => with(fuzz_options(rest), |options| fuzz::run(&options)),
        "help" | "-h" | "--help" => {
            println!("{USAGE}");
            ExitCode::SUCCESS
        }
        other => bad_use(&format!(
            "there is no command `{other}`; `cargo xtask help` lists them"
        )),
    }
}

/// Runs `work` with well-formed options; a problem in the work is one line and exit code 1.
fn with<T>(options: Result<T, String>, work: impl FnOnce(T) -> Result<(), String>) -> ExitCode {
    match options.map(work) {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(problem)) => {
            eprintln!("xtask: {problem}");
            ExitCode::from(1)
        }
        Err(problem) => bad_use(&problem),
    }
}

fn bad_use(problem: &str) -> ExitCode {
    eprintln!("xtask: {problem}");
    ExitCode::from(2)
}

fn no_options(args: &[String]) -> Result<(), String> {
    args.first()
        .map_or(Ok(()), |arg| Err(format!("no option `{arg}` here")))
}

fn serve_options(args: &[String]) -> Result<(u16, bool), String> {
    let (mut port, mut release) = (8080, false);
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--release" => release = true,
            "--port" => {
                port = args
                    .next()
                    .and_then(|value| value.parse().ok())
                    .filter(|port| *port > 0)
                    .ok_or("--port wants a number from 1 to 65535")?;
            }
            other => return Err(format!("serve has no option `{other}`")),
        }
    }
    Ok((port, release))
}

fn test_options(args: &[String]) -> Result<test::Options, String> {
    let mut options = test::Options::default();
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--fast" => options.fast = true,
            "--engine" => match args.next().map(String::as_str) {
                Some("chromium") => {}
                Some(other) => {
                    return Err(format!(
                        "engine `{other}` is not driven yet; there is: chromium"
                    ));
                }
                None => return Err("--engine wants a name; there is: chromium".into()),
            },
            "--long" => return Err("test --long: the long runs come at a later stage".into()),
            other => return Err(format!("test has no option `{other}`")),
        }
    }
    Ok(options)
}

fn codegen_options(args: &[String]) -> Result<bool, String> {
    match args {
        [] => Ok(false),
        [check] if check == "--check" => Ok(true),
        [other, ..] => Err(format!("codegen has no option `{other}`")),
    }
}

/// Whether the bundle is built before it is measured.
fn bench_options(args: &[String]) -> Result<bool, String> {
    match args {
        [] => Ok(true),
        [no_build] if no_build == "--no-build" => Ok(false),
        [.., other] => Err(format!("bench has no option `{other}`")),
    }
}

fn fuzz_options(args: &[String]) -> Result<fuzz::Options, String> {
    let mut options = fuzz::Options::default();
    let mut targets = Vec::new();
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        if arg == "--minutes" {
            options.minutes = args
                .next()
                .and_then(|value| value.parse().ok())
                .filter(|minutes| (1..=10_000).contains(minutes))
                .ok_or("--minutes wants a number from 1 to 10000")?;
        } else if let Some(target) = fuzz::TARGETS.into_iter().find(|target| target == arg) {
            if !targets.contains(&target) {
                targets.push(target);
            }
        } else if arg.starts_with('-') {
            return Err(format!("fuzz has no option `{arg}`"));
        } else {
            let known = fuzz::TARGETS.join(", ");
            return Err(format!("fuzz has no target `{arg}`; there are: {known}"));
        }
    }
    if !targets.is_empty() {
        options.targets = targets;
    }
    Ok(options)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn serve_takes_a_port_and_refuses_what_is_none() {
        assert_eq!(serve_options(&[]), Ok((8080, false)));
        assert_eq!(
            serve_options(&args("--port 9000 --release")),
            Ok((9000, true))
        );
        for wrong in ["--port", "--port x", "--port 0", "--port 70000", "--open"] {
            assert!(serve_options(&args(wrong)).is_err(), "{wrong}");
        }
    }

    #[test]
    fn test_knows_its_options() {
        assert!(test_options(&args("--fast")).is_ok_and(|options| options.fast));
        assert!(test_options(&args("--engine chromium")).is_ok_and(|options| !options.fast));
        for wrong in ["--engine", "--engine lynx", "--long", "fast"] {
            assert!(test_options(&args(wrong)).is_err(), "{wrong}");
        }
    }

    #[test]
    fn codegen_takes_check_only() {
        assert_eq!(codegen_options(&[]), Ok(false));
        assert_eq!(codegen_options(&args("--check")), Ok(true));
        assert!(codegen_options(&args("--check twice")).is_err());
    }

    #[test]
    fn bench_may_leave_the_build_out() {
        assert_eq!(bench_options(&[]), Ok(true));
        assert_eq!(bench_options(&args("--no-build")), Ok(false));
        for wrong in ["--quick", "--no-build twice", "import"] {
            assert!(bench_options(&args(wrong)).is_err(), "{wrong}");
        }
    }

    #[test]
    fn fuzz_takes_targets_and_minutes() {
        let all = fuzz_options(&[]).unwrap();
        assert_eq!((all.targets.len(), all.minutes), (4, 10));
        let some = fuzz_options(&args("json --minutes 2 text json")).unwrap();
        assert_eq!(some.targets, ["json", "text"]);
        assert_eq!(some.minutes, 2);
        for wrong in ["pdf", "--minutes", "--minutes 0", "--minutes x", "--long"] {
            assert!(fuzz_options(&args(wrong)).is_err(), "{wrong}");
        }
    }
}
