//! `# Option A: Restart` … `# Option B: Rollback`: one is chosen.

use crate::model::Alternative;
use crate::pattern::Pattern;

/// A comment that names an option.
static OPTION: Pattern = Pattern::new(
    r"(?i)^\s*(?:#+|//|--|::|rem)\s*(?:(?:option|alternative|variant|choice|method|approach|way)\s*(?:#?\s*(?:[0-9]{1,2}|[a-z])\b)?\s*(?:[:.)–—-]|$).*|(?:option|alternative|variant|choice|method)\s+(?:[0-9]{1,2}|[a-z])\b.*|alternatively\b.*)$",
);

/// A comment that stands between two of which one is chosen.
static OR: Pattern = Pattern::new(r"(?i)^\s*(?:#+|//|--)\s*[-=]*\s*or\b\s*(?:[-=:,.…]+\s*.*|(?:else|if|use|to|with|just|simply)\b.*)?$");

/// Without the blanks that all lines begin with.
fn outdented(text: &str) -> String {
    let said = || text.lines().filter(|line| !line.trim().is_empty());
    let blanks = said().map(|line| line.len() - line.trim_start_matches(' ').len()).min().unwrap_or(0);
    if blanks == 0 {
        return text.to_owned();
    }
    text.split_inclusive('\n').map(|line| line.get(blanks..).unwrap_or_else(|| line.trim_start_matches(' '))).collect()
}

struct Part<'a> {
    label: &'a str,
    lines: Vec<&'a str>,
    at: u32,
}

impl Part<'_> {
    fn says_something(&self) -> bool {
        self.lines.iter().any(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'))
    }
}

/// The alternatives of a text that begins at `line`: one, if it names none.
pub fn alternatives(text: &str, line: u32) -> Vec<Alternative> {
    let text = &outdented(text);
    let parts = parts(text);
    let named = parts.iter().skip(1).filter(|part| part.says_something()).count();
    let first_counts = parts.get(1).is_some_and(|part| OR.is_match(part.label)) && parts.first().is_some_and(Part::says_something);
    if named + usize::from(first_counts) < 2 {
        return vec![Alternative { label: String::new(), text: text.trim_end().to_owned(), line }];
    }
    let shared = if first_counts { &[] } else { parts.first().map_or(&[][..], |part| &part.lines) };
    let chosen = parts.iter().skip(usize::from(!first_counts)).filter(|part| part.says_something());
    chosen.map(|part| alternative(part, shared, line)).collect()
}

fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = vec![Part { label: "", lines: Vec::new(), at: 0 }];
    for (at, line) in (0u32..).zip(text.lines()) {
        if may_name_one(line) && (OPTION.is_match(line) || OR.is_match(line)) {
            parts.push(Part { label: line, lines: Vec::new(), at });
        } else if let Some(part) = parts.last_mut() {
            part.lines.push(line);
        }
    }
    parts
}

/// Whether a line begins as a comment does.
fn may_name_one(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with(['#', '/', '-', ':']) || line.get(..3).is_some_and(|word| word.eq_ignore_ascii_case("rem"))
}

/// What stands before the first option belongs to each.
fn alternative(part: &Part<'_>, shared: &[&str], line: u32) -> Alternative {
    let label = part.label.trim().trim_start_matches(['#', '/', '-', ':']).trim();
    let lines: Vec<&str> = shared.iter().chain(&part.lines).copied().skip_while(|line| line.trim().is_empty()).collect();
    let skipped = shared.len() + part.lines.len() - lines.len();
    let below_its_name = u32::from(!label.is_empty());
    let at = part.at.saturating_add(below_its_name).saturating_add(count(skipped)).saturating_sub(count(shared.len()));
    let label = if label.is_empty() { "First" } else { label };
    Alternative { label: label.to_owned(), text: lines.join("\n").trim_end().to_owned(), line: line.saturating_add(at) }
}

fn count(lines: usize) -> u32 {
    u32::try_from(lines).unwrap_or(u32::MAX)
}
