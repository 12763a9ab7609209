//! One figure beside its budget, and the table of all.

use std::fmt::Write as _;

#[derive(Debug, Clone, Copy)]
pub enum Budget {
    AtLeast(f64),
    AtMost(f64),
}

#[derive(Debug)]
pub struct Row {
    pub what: &'static str,
    /// Of budget and figure alike.
    pub unit: &'static str,
    pub budget: Budget,
    /// The figure, or why there is none.
    pub measured: Result<f64, String>,
}

impl Row {
    /// Whether there is a figure and it keeps its budget.
    pub fn is_kept(&self) -> bool {
        self.measured
            .as_ref()
            .is_ok_and(|figure| self.used(*figure) <= 1.0)
    }

    /// How much of the budget a figure uses up: 1 is all of it.
    fn used(&self, figure: f64) -> f64 {
        match self.budget {
            Budget::AtLeast(least) => least / figure,
            Budget::AtMost(most) => figure / most,
        }
    }

    /// The budget in words.
    fn bound(&self) -> String {
        let (sign, bound) = match self.budget {
            Budget::AtLeast(bound) => ('≥', bound),
            Budget::AtMost(bound) => ('≤', bound),
        };
        format!("{sign} {bound:.0} {}", self.unit)
    }

    /// The figure in words, and how much of the budget that is or what is wrong with it.
    fn figure(&self) -> (String, String) {
        match &self.measured {
            Ok(figure) => {
                let used = self.used(*figure) * 100.0;
                let over = if self.is_kept() { "" } else { "  OVER BUDGET" };
                (
                    format!("{figure:.1} {}", self.unit),
                    format!("{used:>5.0} %{over}"),
                )
            }
            Err(why) => ("NOT MEASURED".to_owned(), format!("  {why}")),
        }
    }
}

/// The rows under a head, the figures under one another.
pub fn table(rows: &[Row]) -> String {
    let mut out = String::new();
    let mut line = |what: &str, measured: &str, budget: &str, used: &str| {
        let _ = writeln!(out, "{what:<44} {measured:>16} {budget:>16} {used}");
    };
    line("figure", "measured", "budget", "   used");
    for row in rows {
        let (measured, used) = row.figure();
        line(row.what, &measured, &row.bound(), &used);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(budget: Budget, measured: Result<f64, String>) -> Row {
        Row {
            what: "opening",
            unit: "ms",
            budget,
            measured,
        }
    }

    #[test]
    fn a_budget_is_kept_up_to_its_bound() {
        assert!(row(Budget::AtMost(100.0), Ok(100.0)).is_kept());
        assert!(!row(Budget::AtMost(100.0), Ok(100.5)).is_kept());
        assert!(row(Budget::AtLeast(20.0), Ok(20.0)).is_kept());
        assert!(!row(Budget::AtLeast(20.0), Ok(19.9)).is_kept());
        for none in [0.0, f64::NAN] {
            assert!(!row(Budget::AtLeast(20.0), Ok(none)).is_kept());
        }
        assert!(!row(Budget::AtMost(100.0), Err("no browser".into())).is_kept());
    }

    #[test]
    fn the_table_names_what_is_wrong() {
        let table = table(&[
            row(Budget::AtMost(100.0), Ok(48.2)),
            row(Budget::AtLeast(20.0), Ok(10.0)),
            row(Budget::AtMost(1.0), Err("no browser".into())),
        ]);
        let lines: Vec<_> = table.lines().collect();
        assert!(lines[1].contains("48.2 ms") && lines[1].ends_with("≤ 100 ms    48 %"));
        assert!(lines[2].ends_with("≥ 20 ms   200 %  OVER BUDGET"));
        assert!(lines[3].contains("NOT MEASURED") && lines[3].ends_with("no browser"));
    }
}
