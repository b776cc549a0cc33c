//! What the guard finds of its corpus, in figures: `make guard`.

#[path = "../tests/guard/corpus.rs"]
mod corpus;

use std::collections::BTreeMap;

use sitrep_core::guard::{Guard, Scope};
use sitrep_core::vocabulary::HitGroup;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let guard = Guard::built_in()?;
    let scope = Scope { for_customers: false, people: &[], handle: None, verified: true, next_update: None };
    let finds = |text: &str| guard.scan(text, &scope).into_iter().filter(|hit| hit.group == HitGroup::Secret).collect::<Vec<_>>();
    let mut by_way: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let tell = std::env::args().any(|argument| argument == "--each");
    for line in corpus::positives() {
        let (found, all) = by_way.entry(line.hidden).or_default();
        *all += 1;
        if line.is_found_by(&finds(&line.text)) {
            *found += 1;
        } else if tell {
            println!("missed ({}, {}): {:?}", line.kind, line.hidden, line.text);
        }
    }
    let negatives = corpus::negatives();
    let wrong: Vec<_> = negatives.iter().filter_map(|text| finds(text).into_iter().next().map(|hit| (text, hit))).collect();
    if tell {
        wrong.iter().for_each(|(text, hit)| println!("wrongly found by {}: {:?} in {text:?}", hit.rule, hit.found));
    }
    let all = by_way.values().fold((0, 0), |sum, (found, all)| (sum.0 + found, sum.1 + all));
    for (way, (found, all)) in &by_way {
        println!("{way:14} {found:5} of {all:5} found");
    }
    println!("{:14} {:5} of {:5} found: {:.1} %", "all", all.0, all.1, share(all.0, all.1));
    println!("{:14} {:5} of {:5} wrongly found: {:.1} %", "no secrets", wrong.len(), negatives.len(), share(wrong.len(), negatives.len()));
    Ok(())
}

fn share(part: usize, all: usize) -> f64 {
    let exact = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    100.0 * exact(part) / exact(all.max(1))
}
