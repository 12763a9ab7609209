//! The performance figures, each beside its budget: `cargo xtask bench`.
//!
//! A room measures what belongs together and answers with rows: `host` what the core does on this machine, `page` what
//! the built program does in a browser. A figure that could not be had is a row too, and counts as over budget.

mod host;
mod page;
mod row;
mod sample;

use row::Row;

use crate::shell;

/// `build`: whether the bundle is built before it is measured.
pub fn run(build: bool) -> Result<(), String> {
    let folder = shell::cache().join("bench");
    let mut rows = host::rows(&folder);
    rows.extend(page::rows(&folder, build));
    print!("{}", row::table(&rows));
    verdict(&rows)
}

fn verdict(rows: &[Row]) -> Result<(), String> {
    let missed = rows.iter().filter(|row| !row.is_kept()).count();
    if missed == 0 {
        Ok(())
    } else {
        Err(format!(
            "bench: {missed} of {} figures over budget or not measured",
            rows.len()
        ))
    }
}

/// The middle one; of an even count the lower of the two.
fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    values.get(values.len().checked_sub(1)? / 2).copied()
}

/// The median of the times that a measuring program printed as `"ms": [ … ]`.
fn median_ms(line: &serde_json::Value) -> Option<f64> {
    let times = line["ms"].as_array()?;
    let times: Option<Vec<f64>> = times.iter().map(serde_json::Value::as_f64).collect();
    median(times?)
}

#[cfg(test)]
mod tests {
    use super::row::Budget;
    use super::*;

    #[test]
    fn the_median_is_the_middle() {
        assert_eq!(median(vec![3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(vec![4.0, 1.0, 3.0, 2.0]), Some(2.0));
        assert_eq!(median(vec![]), None);
        let line = |text: &str| median_ms(&serde_json::from_str(text).unwrap());
        assert_eq!(line(r#"{"ms": [9, 7.5, 8]}"#), Some(8.0));
        assert_eq!(line(r#"{"ms": []}"#), None);
        assert_eq!(line(r#"{"ms": [1, null]}"#), None);
    }

    #[test]
    fn one_figure_missed_fails_the_run() {
        let row = |measured| Row {
            what: "opening",
            unit: "ms",
            budget: Budget::AtMost(100.0),
            measured,
        };
        assert_eq!(verdict(&[row(Ok(99.0))]), Ok(()));
        for bad in [Ok(101.0), Err("no browser".to_owned())] {
            let problem = verdict(&[row(Ok(99.0)), row(bad)]).unwrap_err();
            assert!(problem.contains("1 of 2"), "{problem}");
        }
    }
}
