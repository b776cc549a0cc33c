//! What is marked of the corpus of reviews, in figures: `make guard`.

#[path = "../tests/blameless/corpus.rs"]
mod corpus;

use std::collections::BTreeMap;

use corpus::{found, lines};
use sitrep_core::guard::Guard;

/// Prints each line that is marked otherwise than it is to be, too.
const EACH: &str = "--each";

/// What was marked of one kind.
#[derive(Default)]
struct Count {
    rightly: usize,
    wrongly: usize,
    missed: usize,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (guard, lines) = (Guard::built_in()?, lines());
    let each = std::env::args().any(|argument| argument == EACH);
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    for line in &lines {
        let marks = found(&guard, line);
        for (kind, words) in &marks {
            let count = counts.entry(kind.clone()).or_default();
            *if line.marks.contains(&(kind.clone(), words.clone())) { &mut count.rightly } else { &mut count.wrongly } += 1;
        }
        for (kind, _) in line.marks.iter().filter(|mark| !marks.contains(mark)) {
            counts.entry(kind.clone()).or_default().missed += 1;
        }
        if each && marks != line.marks {
            println!("{:?} in {:?}", marks, line.text);
        }
    }
    let clean = lines.iter().filter(|line| line.marks.is_empty()).count();
    println!("{} sentences, {clean} of them with nothing to mark", lines.len());
    counts.iter().for_each(|(kind, count)| tell(kind, count));
    let sum = |of: fn(&Count) -> usize| counts.values().map(of).sum();
    tell("all", &Count { rightly: sum(|count| count.rightly), wrongly: sum(|count| count.wrongly), missed: sum(|count| count.missed) });
    Ok(())
}

fn tell(kind: &str, count: &Count) {
    let (marked, to_mark) = (count.rightly + count.wrongly, count.rightly + count.missed);
    println!("  {kind:16} precision {:5.1} %, recall {:5.1} % of {to_mark}", share(count.rightly, marked), share(count.rightly, to_mark));
}

fn share(part: usize, all: usize) -> f64 {
    let exact = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    100.0 * exact(part) / exact(all.max(1))
}
