//! The shared reports, where they are there.

use std::path::Path;

use super::lossless::check;

#[test]
fn the_shared_reports_open_with_nothing_lost() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus/docs");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        println!("skipped: {} is not there", folder.display());
        return;
    };
    let mut seen = 0;
    for path in entries
        .filter_map(Result::ok)
        .map(|e| e.path())
        .filter(|p| p.extension().is_some_and(|x| x == "txt"))
    {
        let source = std::fs::read_to_string(&path).unwrap();
        let imported = check(&source);
        assert!(!imported.report.sections.is_empty(), "{}", path.display());
        // The same report with other line ends, a byte order mark, or on one line loses nothing either.
        check(&format!("\u{FEFF}{}", source.replace('\n', "\r\n")));
        check(&source.replace('\n', "\u{3000}\u{3000}"));
        check(&source.replace('\n', ""));
        seen += 1;
    }
    assert!(seen > 0, "no report in {}", folder.display());
}
