//! The guard's rules as they are written: the built-in file, and a team's over it, rule by rule and key by key.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::{Table, Value};

use super::own_words::OwnWords;
use super::review_words::{ReviewTables, ReviewWords};
use super::rule_refusal::Refusal;
use super::service::Services;
use super::toml_lines::{TeamFileError, lines_of, read, table};
use super::toml_overlay::{MergedTable, merge};
use crate::text::is_blank;
use crate::vocabulary::{HitGroup, MarkKind};

const BUILT_IN: &str = include_str!("guard_rules.toml");
const BLAMELESS: &str = include_str!("blameless_rules.toml");
/// What the files call the rules.
const LIST: &str = "rule";

/// A file of rules, each rule still as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleFile {
    #[serde(default)]
    rule: Vec<Table>,
    #[serde(default)]
    jargon: BTreeMap<String, String>,
    #[serde(default)]
    everyday_names: Vec<String>,
    somebody: Option<String>,
    #[serde(default)]
    offer: Vec<Table>,
    #[serde(default)]
    thanks: Vec<Table>,
}

impl RuleFile {
    fn review(&self) -> ReviewTables {
        ReviewTables { somebody: self.somebody.clone(), offer: self.offer.clone(), thanks: self.thanks.clone() }
    }
}

/// One rule as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RuleText {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) why: String,
    pub(crate) group: HitGroup,
    #[serde(default)]
    pub(crate) audience: ReadBy,
    #[serde(default)]
    pub(crate) looks_for: LooksFor,
    pub(crate) pattern: Option<String>,
    #[serde(default)]
    pub(crate) keywords: Vec<String>,
    #[serde(default)]
    pub(crate) except: Vec<String>,
    pub(crate) beside: Option<String>,
    #[serde(default)]
    pub(crate) min_entropy: f64,
    pub(crate) condition: Option<Condition>,
    pub(crate) replace_with: Option<String>,
    pub(crate) kind: Option<MarkKind>,
    pub(crate) question: Option<String>,
    #[serde(default)]
    pub(crate) reads: ReviewReading,
    #[serde(default)]
    pub(crate) of_people: bool,
    #[serde(default)]
    pub(crate) off: bool,
}

/// What finds the places that a rule is about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum LooksFor {
    #[default]
    Pattern,
    People,
    Jargon,
    Services,
    /// Names of services for which customers have none.
    UnnamedServices,
    /// What else the team's files name: who owns, helps and is depended on, where the code and the numbers are.
    Team,
    /// It is the absence of the pattern that is told.
    Missing,
}

/// Whose updates a rule reads.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ReadBy {
    /// Every update.
    #[default]
    Any,
    /// Those for customers.
    Customers,
    /// None: it is for reviews.
    Review,
}

/// As what a text of a review is read, from the mild to the strict.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReviewReading {
    /// What it tells: summary, impact, lessons.
    #[default]
    Prose,
    /// What it says of cause and end: the root cause, the whys. All that holds of prose holds of it, too.
    Causes,
}

/// A condition on what a pattern found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Condition {
    /// Its first part decodes to a JSON object, as a token's header does.
    Jwt,
    /// It is no placeholder such as `***` or `<token>`.
    Filled,
    /// It is no placeholder and no word: digits among letters, or far too long for a word.
    Value,
    /// It has a run of letters and digits as a key has, rather than words that are joined.
    Key,
    /// It is base64 of something.
    Encoded,
    /// It has as many digits as a telephone number.
    Telephone,
    /// Its last digit is right for a card's.
    Card,
    /// It is a server's address, written as numbers.
    Address,
}

/// The built-in rules under a team's, in the order of the files, and the words that rules share.
pub(crate) struct WrittenRules {
    rules: Vec<MergedTable>,
    built_in_review: ReviewTables,
    own_review: ReviewTables,
    lines: BTreeMap<String, usize>,
    /// Words that customers do not know, each with a plainer one.
    pub(crate) jargon: BTreeMap<String, String>,
    /// What the team's own files name, and customers do not know.
    pub(crate) own: OwnWords,
    /// Names of people that are words, too; in lower case.
    pub(crate) everyday_names: Vec<String>,
}

impl WrittenRules {
    /// Reads a team's `guard.toml`, given as text, over the built-in file.
    ///
    /// # Errors
    /// [`TeamFileError`] with line, key and reason.
    pub(crate) fn read(guard_toml: &str, services: &Services) -> Result<Self, TeamFileError> {
        let (built_in, blameless, own) = (file(BUILT_IN)?, file(BLAMELESS)?, file(guard_toml)?);
        let lines = lines_of(guard_toml);
        Ok(Self {
            built_in_review: blameless.review(),
            own_review: own.review(),
            jargon: jargon(&built_in, &own, services),
            own: OwnWords::of(services),
            everyday_names: built_in.everyday_names.iter().chain(&own.everyday_names).map(|name| name.to_lowercase()).collect(),
            rules: merge(LIST, built_in.rule.into_iter().chain(blameless.rule).collect(), own.rule, &lines)?,
            lines,
        })
    }

    /// Makes something of each rule that is on and, where asked for, of one group. `make` is told whether the rule is the team's.
    ///
    /// # Errors
    /// [`TeamFileError`] with line, key and reason for a rule that does not read, or of which nothing could be made.
    pub(crate) fn make_each<T>(
        &self,
        only: Option<HitGroup>,
        make: impl Fn(RuleText, bool) -> Result<T, Refusal>,
    ) -> Result<Vec<T>, TeamFileError> {
        let mut made = Vec::new();
        for rule in &self.rules {
            let refuse = |(key, reason): Refusal| rule.refuse(LIST, &key, reason, &self.lines);
            let text: RuleText = read(Value::Table(rule.table.clone())).map_err(refuse)?;
            if !text.off && only.is_none_or(|only| only == text.group) {
                made.push(make(text, rule.own.is_some()).map_err(refuse)?);
            }
        }
        Ok(made)
    }

    /// What reviews are read with besides the rules.
    ///
    /// # Errors
    /// [`TeamFileError`] with line, key and reason for what does not read.
    pub(crate) fn review_words(&self) -> Result<ReviewWords, TeamFileError> {
        ReviewWords::lay_over(&self.built_in_review, &self.own_review, &self.lines)
    }

    /// The rules that the team switched off, each by its title and id.
    ///
    /// # Errors
    /// [`TeamFileError`] for a rule that does not read.
    pub(crate) fn switched_off(&self) -> Result<Vec<String>, TeamFileError> {
        let mut titles = Vec::new();
        for rule in self.rules.iter().filter(|rule| rule.table.get("off").and_then(Value::as_bool) == Some(true)) {
            let refuse = |(key, reason): Refusal| rule.refuse(LIST, &key, reason, &self.lines);
            let text: RuleText = read(Value::Table(rule.table.clone())).map_err(refuse)?;
            titles.push(format!("{} ({})", text.title, text.id));
        }
        Ok(titles)
    }
}

fn file(text: &str) -> Result<RuleFile, TeamFileError> {
    let table = table(text)?;
    read(Value::Table(table)).map_err(|(key, reason)| TeamFileError { line: lines_of(text).get(&key).copied(), key: Some(key), reason })
}

/// The nearest to the team counts; nothing in place of a word takes it away.
fn jargon(built_in: &RuleFile, own: &RuleFile, services: &Services) -> BTreeMap<String, String> {
    let by_service = services.services.iter().flat_map(|service| &service.jargon);
    let all = built_in.jargon.iter().chain(&services.jargon).chain(&own.jargon).chain(by_service);
    let mut words: BTreeMap<String, String> = all.map(|(word, plain)| (word.to_lowercase(), plain.clone())).collect();
    words.retain(|_, plain| !is_blank(plain));
    words
}
