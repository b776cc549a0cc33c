//! Words, and which runbooks have them.

use std::collections::{BTreeMap, HashMap};
use std::ops::Bound;
use std::sync::Arc;

use serde::Serialize;
use ts_rs::TS;

use super::words::{each_word, words};
use crate::folder::Read;
use crate::model::{Block, BlockKind, Runbook};

/// So many are shown.
const HITS_AT_MOST: usize = 50;
/// A word that only begins as asked counts less.
const OF_A_BEGINNING: f32 = 0.6;
/// Of a word that a text has often, this much is counted.
const BODY_AT_MOST: f32 = 4.0;
/// Letters of a line that is shown.
const SNIPPET_AT_MOST: usize = 160;

/// A runbook that was found.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(rename = "RunbookHit")]
pub struct Hit {
    /// Its place among those that were indexed.
    pub which: usize,
    /// How well it fits; more is better.
    pub score: f32,
    /// A line that has one of the words; empty where only its name has.
    pub snippet: String,
    /// Where that stands; 0 for none.
    pub line: u32,
}

/// What an index keeps of each.
#[derive(Debug)]
pub(super) struct Entry {
    pub path: String,
    pub runbook: Arc<Runbook>,
    text: Arc<str>,
    is_beside: bool,
}

/// Words, and which runbooks have them.
#[derive(Debug, Default)]
pub struct Index {
    pub(super) entries: Vec<Entry>,
    words: BTreeMap<Box<str>, Vec<(u32, f32)>>,
}

impl Index {
    /// An index of runbooks, in this order.
    #[must_use]
    pub fn build<'a>(reads: impl IntoIterator<Item = &'a Read>) -> Self {
        let entries: Vec<Entry> = reads.into_iter().map(entry).collect();
        let mut numbers: HashMap<Box<str>, usize> = HashMap::new();
        let mut postings: Vec<Vec<(u32, f32)>> = Vec::new();
        for (which, entry) in (0u32..).zip(&entries) {
            weigh(entry, &mut |word, weight| {
                let number = numbers.get(word).copied().unwrap_or_else(|| {
                    numbers.insert(word.into(), postings.len());
                    postings.push(Vec::new());
                    postings.len() - 1
                });
                if let Some(posting) = postings.get_mut(number) {
                    add(posting, which, weight);
                }
            });
        }
        let words =
            numbers.into_iter().map(|(word, number)| (word, postings.get_mut(number).map(std::mem::take).unwrap_or_default())).collect();
        Self { entries, words }
    }

    /// The runbooks that have all of these words, the best first; if none has, those that have any. A word also finds those that begin with it.
    #[must_use]
    pub fn find(&self, asked: &str) -> Vec<Hit> {
        let asked: Vec<String> = words(asked);
        let scores = self.scores(&asked);
        let most = scores.values().map(|(_, count)| *count).max().unwrap_or(0);
        let mut hits: Vec<(u32, f32)> =
            scores.into_iter().filter(|(_, (_, count))| *count == most).map(|(which, (score, _))| (which, score)).collect();
        hits.sort_by(|(a, one), (b, other)| other.total_cmp(one).then(a.cmp(b)));
        hits.into_iter().take(HITS_AT_MOST).filter_map(|(which, score)| self.hit(which as usize, score, &asked)).collect()
    }

    /// For each runbook its score, and how many of the words it has.
    pub(super) fn scores(&self, asked: &[String]) -> HashMap<u32, (f32, usize)> {
        let mut scores: HashMap<u32, (f32, usize)> = HashMap::new();
        for word in asked {
            for (which, score) in self.scores_of(word) {
                let sum = scores.entry(which).or_default();
                *sum = (sum.0 + score, sum.1.saturating_add(1));
            }
        }
        scores
    }

    fn scores_of(&self, word: &str) -> HashMap<u32, f32> {
        let range = self.words.range::<str, _>((Bound::Included(word), Bound::Unbounded)).take_while(|(found, _)| found.starts_with(word));
        let mut scores: HashMap<u32, f32> = HashMap::new();
        for (found, postings) in range {
            let share = if &**found == word { 1.0 } else { OF_A_BEGINNING };
            let rare = (1.0 + self.entries.len() as f32 / postings.len().max(1) as f32).ln();
            for (which, weight) in postings {
                let score = scores.entry(*which).or_default();
                *score = score.max(share * rare * weight);
            }
        }
        scores
    }

    fn hit(&self, which: usize, score: f32, asked: &[String]) -> Option<Hit> {
        let entry = self.entries.get(which)?;
        let (line, snippet) = snippet(entry, asked).unwrap_or_default();
        Some(Hit { which, score, snippet, line })
    }
}

fn entry(read: &Read) -> Entry {
    Entry { path: read.path.clone(), runbook: Arc::clone(&read.runbook), text: Arc::clone(&read.text), is_beside: read.is_beside }
}

/// Adds to the last runbook's weight, which is the one that is being read.
fn add(posting: &mut Vec<(u32, f32)>, which: u32, weight: f32) {
    match posting.last_mut() {
        Some((last, sum)) if *last == which => *sum += if weight > 1.0 { weight } else { weight * (1.0 - *sum / (*sum + BODY_AT_MOST)) },
        _ => posting.push((which, weight)),
    }
}

/// Tells each word of a runbook, and how much it says of it.
fn weigh(entry: &Entry, tell: &mut impl FnMut(&str, f32)) {
    let front = &entry.runbook.front;
    let share = if entry.is_beside { 0.2 } else { 1.0 };
    let mut all = |texts: &[String], weight: f32| texts.iter().for_each(|text| each_word(text, |word| tell(word, weight * share)));
    all(&front.alerts, 10.0);
    all(std::slice::from_ref(&entry.runbook.title), 8.0);
    all(&front.services, 6.0);
    all(&front.tags, 4.0);
    all(std::slice::from_ref(&entry.path), 3.0);
    for block in &entry.runbook.blocks {
        let weight = if block.heading().is_some() { 2.0 } else { 1.0 };
        each_text(block, |text| each_word(text, |word| tell(word, weight * share)));
    }
}

fn each_text(block: &Block, mut tell: impl FnMut(&str)) {
    match &block.kind {
        BlockKind::Code { text, .. } | BlockKind::Plain { text } => tell(text),
        BlockKind::Command(command) => tell(&command.text),
        _ => block.inlines().for_each(|part| tell(part.text())),
    }
}

/// The line that has most of the words.
fn snippet(entry: &Entry, asked: &[String]) -> Option<(u32, String)> {
    let front = entry.runbook.front.lines.map_or(0, |lines| lines.to);
    let lines = (1u32..).zip(entry.text.lines()).skip(front as usize);
    let rated = lines.filter_map(|(number, line)| {
        let lower = line.to_lowercase();
        let count = asked.iter().filter(|word| lower.contains(word.as_str())).count();
        (count > 0).then_some((count, std::cmp::Reverse(number), line))
    });
    let (_, number, line) = rated.max_by_key(|(count, number, _)| (*count, *number))?;
    Some((number.0, line.trim().chars().take(SNIPPET_AT_MOST).collect()))
}
