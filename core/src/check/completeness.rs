//! The share of the template's requirements that are met.

use super::ReportInput;

/// One thing that the template asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// What is asked for, in Chinese.
    pub label: String,
    /// The template's section that it is about.
    pub slot: Option<String>,
    /// Whether the report has it.
    pub met: bool,
}

/// What the template asks for and how much of it is there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Completeness {
    /// All requirements, in the template's order.
    pub requirements: Vec<Requirement>,
}

impl Completeness {
    /// Whole per cent, rounded down, so that 100 means all; 100 where nothing is asked for.
    pub fn percent(&self) -> usize {
        let all = self.requirements.len();
        (self.requirements.iter().filter(|r| r.met).count() * 100)
            .checked_div(all)
            .unwrap_or(100)
    }
}

/// Weighs a report against its template.
///
/// Asked for is, in the template's order: each required section, its bounds and its items; then, of each section that
/// says something, that nothing is left to fill in.
pub fn completeness(input: &ReportInput<'_>) -> Completeness {
    let mut requirements = Vec::new();
    for slot in input.slots() {
        let written: Vec<_> = input
            .sections_of(slot)
            .filter(|i| input.chars(*i) > 0)
            .collect();
        let mut ask = |label: String, each: &dyn Fn(usize) -> bool| {
            let met = !written.is_empty() && written.iter().all(|i| each(*i));
            requirements.push(Requirement {
                label,
                slot: Some(slot.id.clone()),
                met,
            });
        };
        let name = &slot.name;
        if slot.required {
            ask(format!("写好“{name}”"), &|_| true);
            if slot.chars.0 > 0 {
                ask(format!("“{name}”不少于{}字", slot.chars.0), &|i| {
                    input.chars(i) >= slot.chars.0
                });
            }
            if slot.chars.1 > 0 {
                ask(format!("“{name}”不超过{}字", slot.chars.1), &|i| {
                    input.chars(i) <= slot.chars.1
                });
            }
        }
        if slot.min_items > 0 && (slot.required || !written.is_empty()) {
            ask(
                format!("“{name}”不少于{}条", slot.min_items),
                &|i| input.items(i) >= slot.min_items,
            );
        }
    }
    for (index, summary) in input.summaries.iter().enumerate() {
        if summary.chars > 0 || summary.placeholders > 0 {
            requirements.push(Requirement {
                label: format!("“{}”没有待填的内容", input.name(index)),
                slot: input.nodes[index].slot.clone(),
                met: summary.placeholders == 0,
            });
        }
    }
    Completeness { requirements }
}
