//! What the guard finds of its corpus, in figures: `make guard`.

#[path = "../tests/guard/corpus.rs"]
mod corpus;

use std::collections::BTreeMap;

use corpus::{Positive, for_customers, internals, negatives, positives, samples};
use sitrep_core::guard::{Guard, Hit, Scope};
use sitrep_core::vocabulary::HitGroup;

/// Prints what was missed and what was found wrongly, too.
const EACH: &str = "--each";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let guard = Guard::built_in()?;
    let stakeholders = Scope { for_customers: false, people: &[], handle: None, verified: true, next_update: None };
    let secrets = |text: &str| guard.scan(text, &stakeholders).into_iter().filter(|hit| hit.group == HitGroup::Secret).collect();
    tell("Secrets", &positives(&samples()), &negatives(), secrets);
    let customers = Scope { for_customers: true, ..stakeholders };
    tell("What customers are not told", &positives(&internals()), &for_customers(), |text| guard.scan(text, &customers));
    Ok(())
}

fn tell(title: &str, positives: &[Positive], negatives: &[String], finds: impl Fn(&str) -> Vec<Hit>) {
    let each = std::env::args().any(|argument| argument == EACH);
    let mut by_way: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for line in positives {
        let (found, all) = by_way.entry(line.hidden).or_default();
        *all += 1;
        if line.is_found_by(&finds(&line.text)) {
            *found += 1;
        } else if each {
            println!("missed ({}, {}): {:?}", line.kind, line.hidden, line.text);
        }
    }
    let wrong: Vec<_> = negatives.iter().filter_map(|text| finds(text).into_iter().next().map(|hit| (text, hit))).collect();
    if each {
        wrong.iter().for_each(|(text, hit)| println!("wrongly found by {}: {:?} in {text:?}", hit.rule, hit.found));
    }
    println!("{title}");
    for (way, (found, all)) in &by_way {
        println!("  {way:14} {found:5} of {all:5} found");
    }
    let found = by_way.values().map(|(found, _)| found).sum();
    println!("  {:14} {found:5} of {:5} found: {:.1} %", "all", positives.len(), share(found, positives.len()));
    println!(
        "  {:14} {:5} of {:5} wrongly found: {:.1} %",
        "none in it",
        wrong.len(),
        negatives.len(),
        share(wrong.len(), negatives.len())
    );
}

fn share(part: usize, all: usize) -> f64 {
    let exact = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    100.0 * exact(part) / exact(all.max(1))
}
