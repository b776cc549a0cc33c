//! The guard as it reads a review: what names or blames somebody, and what tells of a day that never was.

use std::ops::Range;

use super::deeds::is_link;
use super::hit::Hit;
use super::overlap::gravest;
use super::quoted::without_quoted;
use super::reading::Reading;
use super::rule::Rule;
use super::scan::Guard;
use super::scope::Scope;
use crate::team::ReviewReading;
use crate::vocabulary::{HitGroup, MarkKind};

/// How far back a person is looked for, in bytes.
const LOOKED_AT: usize = 160;

/// Something to look at in a review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewHit {
    /// Where it stands and why it should not.
    pub hit: Hit,
    /// What it is.
    pub kind: MarkKind,
    /// What to ask instead; `{then}` stands for the time of the change that is suspected.
    pub question: String,
}

impl Guard {
    /// What names or blames somebody in words of a review, whoever reads them: a review asks what allowed it (seed: Blameless Culture
    /// Principles). What it quotes is not read. In the order of place; nothing overlaps.
    #[must_use]
    pub fn scan_for_review(&self, text: &str, people: &[String], part: ReviewReading) -> Vec<ReviewHit> {
        let text = without_quoted(text);
        let scope = Scope { for_customers: false, people, handle: None, verified: true, next_update: None };
        let readings = Reading::all(&text);
        let rules = || self.rules.iter().filter(|rule| rule.reads_reviews());
        let named: Vec<Hit> =
            rules().filter(|rule| rule.group == HitGroup::Person).flat_map(|rule| rule.hits_in(&text, &readings, &scope)).collect();
        let persons: Vec<Range<usize>> = named.into_iter().filter_map(|hit| hit.range).collect();
        let counts = |rule: &Rule, hit: &Hit| !rule.of_people || self.is_said_of_a_person(&text, hit, &persons);
        let read = rules().filter(|rule| rule.part == ReviewReading::Prose || part == ReviewReading::Causes);
        let hits = read.flat_map(|rule| rule.hits_in(&text, &readings, &scope).into_iter().filter(move |hit| counts(rule, hit)));
        gravest(hits.collect()).into_iter().filter_map(|hit| self.for_review(hit)).collect()
    }

    fn for_review(&self, hit: Hit) -> Option<ReviewHit> {
        let rule = self.rules.iter().find(|rule| rule.id == hit.rule)?;
        Some(ReviewHit { hit, kind: rule.kind(), question: rule.question.clone().unwrap_or_default() })
    }

    /// Whether what stands right before it is a person who is named, or one of the words for somebody.
    fn is_said_of_a_person(&self, text: &str, hit: &Hit, persons: &[Range<usize>]) -> bool {
        let Some(at) = hit.range.as_ref().map(|range| range.start) else { return false };
        let from = text[..at].char_indices().rev().map(|(from, _)| from).take_while(|from| at - from <= LOOKED_AT).last().unwrap_or(at);
        persons.iter().any(|person| person.end <= at && at - person.end <= LOOKED_AT && is_link(&text[person.end..at]))
            || self.somebody.as_ref().and_then(|somebody| somebody.regex()).is_some_and(|somebody| somebody.is_match(&text[from..at]))
    }
}
