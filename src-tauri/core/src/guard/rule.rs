//! One rule: what it looks for and what it says.

use std::ops::Range;
use std::sync::OnceLock;

use regex::{Captures, Regex};

use super::condition::{entropy, holds, is_example};
use super::hit::Hit;
use super::reading::Reading;
use super::scope::Scope;
use super::terms::Terms;
use super::wording::{fit_article, is_in_place, shape};
use super::{people, time_named};
use crate::team::{Condition, ReadBy, ReviewReading};
use crate::vocabulary::{HitGroup, MarkKind};

/// Groups of a pattern with such a name are the part that is told and replaced; without one all of the match is.
const FOUND: &str = "found";
const THIS_INCIDENT: &str = "this incident";

/// A rule, ready to be used.
#[derive(Debug)]
pub(super) struct Rule {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) why: String,
    /// What it marks in a review, where its group does not say.
    pub(super) kind: Option<MarkKind>,
    /// What to ask in a review instead.
    pub(super) question: Option<String>,
    /// Which part of a review it reads.
    pub(super) part: ReviewReading,
    /// Whether it counts only right after somebody.
    pub(super) of_people: bool,
    pub(super) group: HitGroup,
    pub(super) audience: ReadBy,
    pub(super) replace_with: Option<String>,
    pub(super) finder: Finder,
}

#[derive(Debug)]
pub(super) enum Finder {
    Pattern(Pattern),
    /// Mentions of anybody, and the people who are known; the words are names that are everyday words, too.
    People(Pattern, Vec<String>),
    Terms(Terms),
    /// What the team's files name, and what the incident is called within the team.
    Own(Terms),
    /// What must be there, unless the update names the time itself.
    Missing(Pattern),
}

/// A pattern with its conditions.
#[derive(Debug)]
pub(super) struct Pattern {
    pub(super) regex: Written,
    /// In lower case; without one of them in the text the pattern is not tried.
    pub(super) keywords: Vec<String>,
    /// Without a match of it somewhere in the text the pattern is not tried.
    pub(super) beside: Option<Written>,
    /// What lies inside a match of one of these is let through.
    pub(super) except: Vec<Written>,
    pub(super) min_entropy: f64,
    pub(super) condition: Option<Condition>,
}

/// A regular expression, compiled when it is first needed: most texts hold the keywords of no rule.
#[derive(Debug)]
pub(super) struct Written {
    pub(super) text: String,
    made: OnceLock<Option<Regex>>,
}

impl Written {
    pub(super) fn later(text: &str) -> Self {
        Self { text: text.to_owned(), made: OnceLock::new() }
    }

    pub(super) fn compile(text: &str) -> Result<Self, regex::Error> {
        Ok(Self { text: text.to_owned(), made: OnceLock::from(Some(Regex::new(text)?)) })
    }

    pub(super) fn regex(&self) -> Option<&Regex> {
        self.made.get_or_init(|| Regex::new(&self.text).ok()).as_ref()
    }
}

impl Rule {
    pub(super) fn concerns(&self, scope: &Scope<'_>) -> bool {
        let reads = match self.audience {
            ReadBy::Any => true,
            ReadBy::Customers => scope.for_customers,
            ReadBy::Review => false,
        };
        reads && (self.group != HitGroup::Claim || !scope.verified)
    }

    /// Whether it is for reviews.
    pub(super) fn reads_reviews(&self) -> bool {
        self.audience == ReadBy::Review
    }

    /// What it marks in a review.
    pub(super) fn kind(&self) -> MarkKind {
        self.kind.unwrap_or(if self.group == HitGroup::Person { MarkKind::Person } else { MarkKind::Blame })
    }

    /// What it finds in any reading of `text`, told by the places in `text` itself.
    pub(super) fn hits_in(&self, text: &str, readings: &[Reading], scope: &Scope<'_>) -> Vec<Hit> {
        readings.iter().flat_map(|reading| self.hits(text, reading, scope)).collect()
    }

    fn hits(&self, text: &str, reading: &Reading, scope: &Scope<'_>) -> Vec<Hit> {
        if reading.is_joined && !matches!(self.group, HitGroup::Secret | HitGroup::Internal) {
            return Vec::new();
        }
        let hits = match &self.finder {
            Finder::Pattern(pattern) => self.by_pattern(pattern, text, reading),
            Finder::People(mention, everyday) => {
                let mentioned = mention.find(reading).into_iter().map(|(place, _)| place);
                let allowed = mention.allowed(&reading.text);
                let known = people::find_known(&reading.text, scope, everyday);
                let named = mentioned.chain(known.into_iter().filter(|place| !lies_in(place, &allowed)));
                let named = named.map(|place| reading.place_in_text(&place)).collect();
                // A review offers a role for each of them.
                let places = if self.reads_reviews() { people::alone(text, named) } else { people::join(text, named) };
                places.into_iter().map(|place| self.hit(text, place, self.replace_with.clone())).collect()
            }
            Finder::Terms(terms) => self.by_terms(terms.find(&reading.text), text, reading),
            Finder::Own(terms) => {
                let handles = scope.handle.map(|handle| reading.lower.match_indices(handle)).into_iter().flatten();
                let handles = handles.map(|(at, handle)| (at..at + handle.len(), Some(THIS_INCIDENT.to_owned())));
                self.by_terms(terms.find(&reading.text).into_iter().chain(handles).collect(), text, reading)
            }
            Finder::Missing(pattern) if reading.is_plain() => self.missing(pattern, reading, scope).into_iter().collect(),
            Finder::Missing(_) => Vec::new(),
        };
        let over_lines = |hit: &Hit| !reading.is_joined || hit.found.contains('\n');
        let real = |hit: &Hit| hit.group != HitGroup::Secret || !is_example(&hit.found);
        hits.into_iter().filter(|hit| over_lines(hit) && real(hit)).collect()
    }

    fn by_terms(&self, found: Vec<(Range<usize>, Option<String>)>, text: &str, reading: &Reading) -> Vec<Hit> {
        found.into_iter().map(|(place, plain)| self.hit(text, reading.place_in_text(&place), plain)).collect()
    }

    fn by_pattern(&self, pattern: &Pattern, text: &str, reading: &Reading) -> Vec<Hit> {
        let found = pattern.find(reading).into_iter().map(|(place, captures)| {
            let replacement = self.replace_with.as_ref().map(|template| {
                let mut expanded = String::new();
                captures.expand(template, &mut expanded);
                expanded
            });
            (reading.place_in_text(&place), replacement)
        });
        let open = found.filter(|(place, words)| !words.as_ref().is_some_and(|words| is_in_place(words, text, place)));
        open.map(|(place, words)| self.hit(text, place, words)).collect()
    }

    fn hit(&self, text: &str, place: Range<usize>, words: Option<String>) -> Hit {
        let (place, words) = match words {
            Some(words) => {
                let (place, words) = fit_article(text, place, words);
                let words = shape(&words, text, &place, self.group);
                (place, Some(words))
            }
            None => (place, None),
        };
        Hit {
            rule: self.id.clone(),
            title: self.title.clone(),
            why: self.why.clone(),
            found: text[place.clone()].to_owned(),
            range: Some(place),
            replace_with: words,
            group: self.group,
        }
    }

    fn missing(&self, pattern: &Pattern, reading: &Reading, scope: &Scope<'_>) -> Option<Hit> {
        let time = scope.next_update?;
        let said = time_named::names(&reading.text, time) || !pattern.find(reading).is_empty();
        (!said).then(|| Hit {
            rule: self.id.clone(),
            title: self.title.clone(),
            why: self.why.clone(),
            range: None,
            found: String::new(),
            replace_with: None,
            group: self.group,
        })
    }
}

impl Pattern {
    fn find<'t>(&self, reading: &'t Reading) -> Vec<(Range<usize>, Captures<'t>)> {
        let (text, mut found, mut from) = (reading.text.as_str(), Vec::new(), 0);
        if !self.keywords.is_empty() && !self.keywords.iter().any(|keyword| reading.lower.contains(keyword.as_str())) {
            return found;
        }
        if self.beside.as_ref().is_some_and(|beside| !beside.regex().is_some_and(|beside| beside.is_match(text))) {
            return found;
        }
        let Some(regex) = self.regex.regex() else { return found };
        let parts = parts(regex);
        while let Some(captures) = regex.captures_at(text, from) {
            let Some(place) = parts.iter().find_map(|part| captures.get(*part)).or_else(|| captures.get(0)) else { break };
            // What follows a match may be what comes before the next one.
            from = if place.end() > from { place.end() } else { next_char(text, from) };
            if !place.is_empty() && self.meets(place.as_str()) {
                found.push((place.range(), captures));
            }
            if from > text.len() {
                break;
            }
        }
        if !found.is_empty() {
            let allowed = self.allowed(text);
            found.retain(|(place, _)| !lies_in(place, &allowed));
        }
        found
    }

    fn meets(&self, found: &str) -> bool {
        self.condition.is_none_or(|condition| holds(condition, found)) && (self.min_entropy <= 0.0 || entropy(found) >= self.min_entropy)
    }

    fn allowed(&self, text: &str) -> Vec<Range<usize>> {
        self.except.iter().filter_map(Written::regex).flat_map(|except| except.find_iter(text)).map(|found| found.range()).collect()
    }
}

fn lies_in(place: &Range<usize>, allowed: &[Range<usize>]) -> bool {
    allowed.iter().any(|allowed| allowed.start <= place.start && place.end <= allowed.end)
}

fn parts(regex: &Regex) -> Vec<usize> {
    let names = regex.capture_names().enumerate();
    names.filter(|(_, name)| name.is_some_and(|name| name.starts_with(FOUND))).map(|(at, _)| at).collect()
}

fn next_char(text: &str, at: usize) -> usize {
    at + text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
}
