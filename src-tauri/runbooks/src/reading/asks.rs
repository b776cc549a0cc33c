//! Values that a step asks for.

use super::leads::{Lead, leads};
use crate::markdown::count;
use crate::model::{Asked, AskedBy, Block};
use crate::pattern::Pattern;

static FROM_OUTPUT: Pattern = Pattern::new(r"(?m)(?:^|[;&]|\bexport)\s*(?P<name>[A-Za-z_][A-Za-z0-9_]*)=[\x22]?(?:\$\(|`)");

/// What the blocks of a step ask for: by `**Ask**: error rate`, `**Record**: release`, several with commas between; by `POD=$(…)`.
pub fn asks(blocks: &[&Block]) -> Vec<Asked> {
    let mut all: Vec<Asked> = Vec::new();
    for asked in blocks.iter().flat_map(|block| by_line(block).into_iter().chain(by_assignment(block))) {
        if all.iter().all(|before| before.name != asked.name) {
            all.push(asked);
        }
    }
    all
}

fn by_line(block: &Block) -> Vec<Asked> {
    let asked = leads(block).into_iter().filter_map(|(line, lead)| match lead {
        Lead::Ask(names) => Some((line, names)),
        Lead::Expected(_) | Lead::Back(_) => None,
    });
    asked.flat_map(|(line, names)| names_of(&names).into_iter().map(move |name| Asked { name, line, by: AskedBy::Line })).collect()
}

fn names_of(names: &str) -> Vec<String> {
    let names = names
        .split([',', ';', '.'])
        .map(|name| name.split('(').next().unwrap_or(name).trim().trim_matches(['`', '*', '"', '<', '>', '{', '}', '$']).trim());
    names
        .map(|name| name.strip_prefix("the ").unwrap_or(name).to_owned())
        .filter(|name| !name.is_empty() && name.chars().count() <= 60)
        .collect()
}

fn by_assignment(block: &Block) -> Vec<Asked> {
    let Some(command) = block.command() else { return Vec::new() };
    let names = FROM_OUTPUT.captures_iter(&command.text).filter_map(|found| found.name("name"));
    let line_of = |at: usize| command.text.get(..at).map_or(0, |before| count(before.matches('\n').count()));
    names
        .map(|name| Asked {
            name: name.as_str().to_owned(),
            line: command.line.saturating_add(line_of(name.start())),
            by: AskedBy::Assignment,
        })
        .collect()
}
