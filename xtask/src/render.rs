//! `cargo xtask render`: opens a file as a report and exports it, through the same code as the app.

use std::io::Write;
use std::process::ExitCode;

use nigao_core::draft::Draft;
use nigao_core::export::{html, markdown, text};
use nigao_core::import::import_text;

use crate::reading::{self, Content};

const USAGE: &str = "usage: cargo xtask render --to html|docx|md|txt FILE [-o OUT]";

/// Runs the command with the arguments after its name. Without `-o` the result goes to standard output.
pub fn run(args: &[String]) -> ExitCode {
    match Job::parse(args).and_then(|job| job.run()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("render: {problem}");
            ExitCode::from(2)
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Html,
    Markdown,
    Text,
}

#[derive(Debug, PartialEq, Eq)]
struct Job<'a> {
    format: Format,
    file: &'a str,
    out: Option<&'a str>,
}

impl<'a> Job<'a> {
    fn parse(args: &'a [String]) -> Result<Self, String> {
        let (mut format, mut file, mut out) = (None, None, None);
        let mut rest = args.iter().map(String::as_str);
        while let Some(arg) = rest.next() {
            let slot = match arg {
                "--to" => &mut format,
                "-o" => &mut out,
                _ if arg.starts_with('-') => return Err(format!("unknown option {arg}; {USAGE}")),
                _ => {
                    if file.replace(arg).is_some() {
                        return Err(format!("more than one file; {USAGE}"));
                    }
                    continue;
                }
            };
            *slot = Some(
                rest.next()
                    .ok_or_else(|| format!("{arg} needs a value; {USAGE}"))?,
            );
        }
        let format = match format.ok_or_else(|| format!("--to is missing; {USAGE}"))? {
            "html" => Format::Html,
            "md" => Format::Markdown,
            "txt" => Format::Text,
            "docx" => {
                return Err(
                    "Word files come in a later version; use --to html, md or txt".to_owned(),
                );
            }
            other => return Err(format!("unknown format {other}; {USAGE}")),
        };
        Ok(Self {
            format,
            file: file.ok_or_else(|| format!("FILE is missing; {USAGE}"))?,
            out,
        })
    }

    fn run(&self) -> Result<(), String> {
        let draft = match reading::read(self.file)? {
            Content::Text(source) => {
                let opened = import_text(&source.text);
                for note in source.notes.iter().chain(&opened.notes) {
                    eprintln!("render: {note}");
                }
                Draft {
                    report: opened.report,
                    facts: opened.facts,
                }
            }
            Content::Draft(draft) => draft,
        };
        let (report, facts) = (&draft.report, &draft.facts);
        let result = match self.format {
            Format::Html => html::file(report, facts, &html::Options::default()),
            Format::Markdown => markdown::file(report, facts),
            Format::Text => text::file(report, facts),
        };
        match self.out {
            Some(path) => std::fs::write(path, result)
                .map_err(|error| format!("cannot write {path}: {error}")),
            None => std::io::stdout()
                .write_all(result.as_bytes())
                .map_err(|error| format!("cannot write to standard output: {error}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<(Format, String, Option<String>), String> {
        let args: Vec<_> = line.split_whitespace().map(str::to_owned).collect();
        Job::parse(&args).map(|job| (job.format, job.file.to_owned(), job.out.map(str::to_owned)))
    }

    #[test]
    fn options_come_in_any_order() {
        let want = Ok((Format::Html, "a.txt".to_owned(), Some("b.html".to_owned())));
        assert_eq!(parse("--to html a.txt -o b.html"), want);
        assert_eq!(parse("-o b.html a.txt --to html"), want);
        assert_eq!(
            parse("--to md a.txt"),
            Ok((Format::Markdown, "a.txt".to_owned(), None))
        );
    }

    #[test]
    fn bad_use_is_said_in_one_line() {
        for (line, words) in [
            ("", "--to is missing"),
            ("a.txt", "--to is missing"),
            ("--to html", "FILE is missing"),
            ("--to", "needs a value"),
            ("--to pdf a.txt", "unknown format pdf"),
            ("--to docx a.txt", "later version"),
            ("--to md a.txt b.txt", "more than one file"),
            ("--to md -x a.txt", "unknown option -x"),
        ] {
            let problem = parse(line).unwrap_err();
            assert!(
                problem.contains(words) && !problem.contains('\n'),
                "{line}: {problem}"
            );
        }
        let missing = Job {
            format: Format::Text,
            file: "no such file",
            out: None,
        };
        assert!(
            missing
                .run()
                .unwrap_err()
                .contains("cannot read no such file")
        );
    }
}
