//! Set-up, build, test and headless commands: `cargo xtask COMMAND`.
//!
//! Progress and problems go to stderr, results to stdout. Exit code 1: the work was done and something is wrong;
//! 2: bad use.

use std::process::ExitCode;

mod browsers;
mod bundle;
mod codegen;
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
  bench                           the performance figures";

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
        "bench" => bad_use("bench: the performance figures come at a later stage"),
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
}
