//! What a runbook says of itself.

use serde_json::Value;

use super::dates::date_in;
use crate::markdown::{Front, front_value};
use crate::model::{Block, BlockKind, FrontMatter, Inline};

/// The keys of the date, the one that counts most first.
const DATES: &[&str] = &[
    "verified",
    "lastverified",
    "verifiedon",
    "tested",
    "lasttested",
    "reviewed",
    "lastreviewed",
    "updated",
    "lastupdated",
    "lastmodified",
    "lastmod",
    "date",
];
/// How far into a text lines such as `**Owner**: search` are looked for.
const BLOCKS_LOOKED_AT: usize = 30;

/// A key without what writers differ in: `Last-Verified` is `lastverified`.
pub fn plain_key(key: &str) -> String {
    key.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What the front matter says.
pub fn from_front_matter(front: &Front) -> FrontMatter {
    let mut matter = FrontMatter { lines: Some(front.lines), form: Some(front.form.to_owned()), ..FrontMatter::default() };
    match front_value(front) {
        Ok(Value::Object(map)) => {
            let pairs: Vec<(String, Vec<String>)> = map.iter().map(|(key, value)| (plain_key(key), texts(value))).collect();
            take_pairs(&mut matter, &pairs);
            matter.verified_line = line_of_date(front, &pairs).filter(|_| matter.verified.is_some());
        }
        Ok(Value::Null) => {}
        Ok(_) => matter.problem = Some("it holds no keys".to_owned()),
        Err(problem) => matter.problem = Some(problem),
    }
    matter
}

fn line_of_date(front: &Front, pairs: &[(String, Vec<String>)]) -> Option<u32> {
    let key =
        *DATES.iter().find(|key| pairs.iter().any(|(name, values)| name == *key && values.iter().any(|value| date_in(value).is_some())))?;
    let is_it = |line: &str| line.split([':', '=']).next().is_some_and(|name| plain_key(name) == *key);
    (2u32..).zip(front.text.lines()).find(|(_, line)| is_it(line)).map(|(number, _)| number)
}

/// The texts of a value: itself, its items, the names of its items.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.trim().to_owned()],
        Value::Number(number) => vec![number.to_string()],
        Value::Array(items) => items.iter().flat_map(name_of).collect(),
        Value::Object(_) => name_of(value).into_iter().collect(),
        Value::Null | Value::Bool(_) => Vec::new(),
    }
}

fn name_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(map) => ["name", "alertname", "alert", "id"].iter().find_map(|key| map.get(*key)?.as_str()).map(str::to_owned),
        _ => None,
    }
}

fn take_pairs(matter: &mut FrontMatter, pairs: &[(String, Vec<String>)]) {
    let all = |keys: &[&str]| -> Vec<String> {
        let values = pairs.iter().filter(|(key, _)| keys.contains(&key.as_str())).flat_map(|(_, values)| values);
        values.filter(|value| !value.is_empty()).cloned().collect()
    };
    let one = |keys: &[&str]| all(keys).into_iter().next();
    let several = |keys: &[&str]| -> Vec<String> {
        all(keys).iter().flat_map(|value| value.split(',')).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty()).collect()
    };
    matter.title = matter.title.take().or_else(|| one(&["title"]));
    matter.version = matter.version.take().or_else(|| one(&["version", "runbookversion", "documentversion"]));
    matter.verified = matter.verified.or_else(|| DATES.iter().find_map(|key| all(&[key]).iter().find_map(|value| date_in(value))));
    matter.owner = matter.owner.take().or_else(|| one(&["owner", "owners", "team", "owningteam", "ownedby", "maintainer", "maintainers"]));
    extend(&mut matter.alerts, several(&["alerts", "alert", "alertname", "alertnames", "prometheusalert"]));
    extend(&mut matter.services, several(&["services", "service", "component", "components", "app", "application", "system"]));
    extend(&mut matter.tags, several(&["tags", "labels", "keywords", "categories", "tag"]));
}

fn extend(to: &mut Vec<String>, more: Vec<String>) {
    for one in more {
        if !to.contains(&one) {
            to.push(one);
        }
    }
}

/// What lines near the beginning say, and the rows of a table there: `**Owner**: search`, `| Service | payments-api |`.
pub fn from_the_body(matter: &mut FrontMatter, blocks: &[Block]) {
    let had_a_date = matter.verified.is_some();
    for block in blocks.iter().take(BLOCKS_LOOKED_AT) {
        for (line, key, value) in pairs_of(block) {
            let before = matter.verified;
            take_pairs(matter, &[(key, vec![value])]);
            if !had_a_date && before != matter.verified {
                matter.verified_line = Some(line);
            }
        }
    }
}

/// Lines of the form `key: value`, each with its number. Long ones are sentences.
fn pairs_of(block: &Block) -> Vec<(u32, String, String)> {
    match &block.kind {
        BlockKind::Words { .. } => {
            let text = block.text();
            let pairs = (block.lines.from..).zip(text.lines()).filter_map(|(number, line)| Some((number, line.split_once(':')?)));
            pairs.filter_map(|(number, (key, value))| pair(number, key, value)).collect()
        }
        BlockKind::Table { head, rows } => {
            let rows = (block.lines.from..)
                .zip([head].into_iter().chain(rows).enumerate())
                .map(|(number, (at, row))| (number.saturating_add(u32::from(at > 0)), row));
            rows.filter_map(|(number, row)| pair(number, &cell(row.first()?), &cell(row.get(1).filter(|_| row.len() == 2)?))).collect()
        }
        _ => Vec::new(),
    }
}

fn cell(cell: &[Inline]) -> String {
    cell.iter().map(Inline::text).collect()
}

fn pair(number: u32, key: &str, value: &str) -> Option<(u32, String, String)> {
    let value = value.trim().trim_matches(['*', '_', '`']).trim();
    let words = key.split_whitespace().count();
    let is_name = !value.is_empty() && value.chars().count() <= 120 && words <= 3;
    // What stands in a text is a name only if it is one word; a link or a sentence is none.
    let names_things = matches!(
        plain_key(key).as_str(),
        "alert" | "alerts" | "alertname" | "service" | "services" | "component" | "app" | "application" | "system"
    );
    let is_name = is_name && !(names_things && (value.contains("://") || value.split(',').any(|name| name.trim().contains(' '))));
    (is_name && !value.ends_with(['.', '?', '!', ':', ';'])).then(|| (number, plain_key(key), value.to_owned()))
}
