//! The rules as files: the built-in one, and a team's over it, rule by rule and key by key.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::{Table, Value};

use super::condition::Condition;
use super::rule::{Finder, Pattern, ReadBy, Rule, Written};
use super::terms::Terms;
use crate::service::Services;
use crate::toml_lines::{TeamFileError, lines_of, read, table};
use crate::toml_overlay::laid;
use crate::vocabulary::HitGroup;

const BUILT_IN: &str = include_str!("rules.toml");
const REMOVED: &str = "(removed)";
/// What the files call the rules.
const LIST: &str = "rule";

/// Why the guard's rules are not taken.
pub type GuardError = TeamFileError;

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
}

/// One rule as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleText {
    id: String,
    title: String,
    why: String,
    group: HitGroup,
    #[serde(default)]
    audience: ReadBy,
    #[serde(default)]
    looks_for: LooksFor,
    pattern: Option<String>,
    #[serde(default)]
    keywords: Vec<String>,
    #[serde(default)]
    except: Vec<String>,
    #[serde(default)]
    min_entropy: f64,
    condition: Option<Condition>,
    replace_with: Option<String>,
    #[serde(default)]
    off: bool,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum LooksFor {
    #[default]
    Pattern,
    People,
    Jargon,
    Services,
    Missing,
}

/// The built-in rules under a team's, in the order of the files; where asked for, those of one group alone.
pub(super) fn rules(guard_toml: &str, services: &Services, only: Option<HitGroup>) -> Result<Vec<Rule>, GuardError> {
    let built_in = file(BUILT_IN)?;
    let own = file(guard_toml)?;
    let lines = lines_of(guard_toml);
    let words = Words {
        jargon: jargon(&built_in, &own, services),
        names: service_names(services),
        everyday: built_in.everyday_names.iter().chain(&own.everyday_names).map(|name| name.to_lowercase()).collect(),
    };
    let mut rules = Vec::new();
    for rule in laid(LIST, built_in.rule, own.rule, &lines)? {
        let refuse = |key: &str, reason: String| rule.refused(LIST, key, reason, &lines);
        let text: RuleText = read(Value::Table(rule.table.clone())).map_err(|(key, reason)| refuse(&key, reason))?;
        if !text.off && only.is_none_or(|only| only == text.group) {
            rules.push(compiled(text, &words, rule.own.is_some()).map_err(|(key, reason)| refuse(&key, reason))?);
        }
    }
    Ok(rules)
}

fn file(text: &str) -> Result<RuleFile, GuardError> {
    let table = table(text)?;
    read(Value::Table(table)).map_err(|(key, reason)| GuardError { line: lines_of(text).get(&key).copied(), key: Some(key), reason })
}

/// Words that rules share.
struct Words {
    jargon: BTreeMap<String, String>,
    names: BTreeMap<String, String>,
    everyday: Vec<String>,
}

/// The nearest to the team counts; nothing in place of a word takes it away.
fn jargon(built_in: &RuleFile, own: &RuleFile, services: &Services) -> BTreeMap<String, String> {
    let by_service = services.services.iter().flat_map(|service| &service.jargon);
    let all = built_in.jargon.iter().chain(&services.jargon).chain(&own.jargon).chain(by_service);
    let mut words: BTreeMap<String, String> = all.map(|(word, plain)| (word.to_lowercase(), plain.clone())).collect();
    words.retain(|_, plain| !plain.trim().is_empty());
    words
}

/// Each name of a service with the one that customers know. A name that is but the beginning of that one, as `pay` of
/// Payments, tells customers nothing new and is a word of theirs, too.
fn service_names(services: &Services) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    for service in &services.services {
        let Some(known) = &service.customer_name else { continue };
        for name in service.names() {
            let plain = name.chars().all(char::is_alphabetic) && known.to_lowercase().contains(&name.to_lowercase());
            if !plain {
                names.insert(name.to_owned(), known.clone());
            }
        }
    }
    names
}

type Refusal = (String, String);

fn compiled(text: RuleText, words: &Words, own: bool) -> Result<Rule, Refusal> {
    let terms = |terms| Terms::new(terms).map(Finder::Terms).map_err(|error| (String::new(), reason(&error)));
    let finder = match text.looks_for {
        LooksFor::Pattern => Finder::Pattern(pattern(&text, own)?),
        LooksFor::People => Finder::People(pattern(&text, own)?, words.everyday.clone()),
        LooksFor::Missing => Finder::Missing(pattern(&text, own)?),
        LooksFor::Jargon => terms(&words.jargon)?,
        LooksFor::Services => terms(&words.names)?,
    };
    let removed = (text.group == HitGroup::Secret).then(|| REMOVED.to_owned());
    Ok(Rule {
        id: text.id,
        title: text.title,
        why: text.why,
        group: text.group,
        audience: text.audience,
        replace_with: text.replace_with.or(removed),
        finder,
    })
}

/// A team's patterns are compiled at once, to tell what is wrong with them; the built-in ones, which a test reads, when needed.
fn pattern(text: &RuleText, own: bool) -> Result<Pattern, Refusal> {
    let written = |pattern: &str| if own { Written::compiled(pattern) } else { Ok(Written::later(pattern)) };
    let main = text.pattern.as_deref().ok_or_else(|| ("pattern".to_owned(), "is missing".to_owned()))?;
    let except = text.except.iter().enumerate();
    Ok(Pattern {
        regex: written(main).map_err(|error| ("pattern".to_owned(), reason(&error)))?,
        keywords: text.keywords.iter().map(|keyword| keyword.to_ascii_lowercase()).collect(),
        except: except
            .map(|(at, except)| written(except).map_err(|error| (format!("except[{at}]"), reason(&error))))
            .collect::<Result<_, _>>()?,
        min_entropy: text.min_entropy,
        condition: text.condition,
    })
}

/// The last line of what the engine says; those before it draw the pattern.
fn reason(error: &regex::Error) -> String {
    let said = error.to_string();
    let last = said.lines().last().unwrap_or_default();
    format!("is no pattern: {}", last.trim().trim_start_matches("error: "))
}
