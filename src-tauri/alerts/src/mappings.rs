//! The team's `alerts.toml`: any JSON by expressions of minijinja, which read the message and say what is what in it.
//!
//! Start with [`Mappings::parse`]. Always true: a file is taken whole or refused with its line and key; an expression is strict about
//! names and stopped when it goes on for too long; one that fails leaves its field out and says so.

use std::collections::BTreeMap;

use minijinja::value::Serde;
use minijinja::{Environment, UndefinedBehavior, Value, context};
use serde::Deserialize;
use sitrep_core::team::TeamFileError;
use toml::Spanned;

use crate::alert::{AlertState, Source};
use crate::draft::Draft;
use crate::fields::Notes;
use crate::severity::Guess;
use crate::sources::Found;
use crate::{when, words};

/// An expression that goes on for longer than any reading could is stopped.
const FUEL: u64 = 100_000;
/// More alerts than one message has.
const EACH: usize = 1_000;

type Expression = Spanned<String>;

/// The team's mappings; empty without a file.
#[derive(Debug, Clone, Default)]
pub struct Mappings {
    sources: Vec<Mapping>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    source: Vec<Mapping>,
}

/// One `[[source]]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Mapping {
    name: Spanned<String>,
    when: Expression,
    each: Option<Expression>,
    title: Expression,
    service: Option<Expression>,
    severity: Option<Expression>,
    state: Option<Expression>,
    started_at: Option<Expression>,
    fingerprint: Option<Expression>,
    summary: Option<Expression>,
    runbook_url: Option<Expression>,
    labels: Option<Expression>,
    #[serde(default)]
    links: BTreeMap<String, Expression>,
}

impl Mappings {
    /// Reads an `alerts.toml`.
    ///
    /// # Errors
    /// [`TeamFileError`] with line, key and reason, when the file or one of its expressions cannot be read.
    pub fn parse(toml: &str) -> Result<Self, TeamFileError> {
        let file: File = toml::from_str(toml).map_err(|error: toml::de::Error| TeamFileError {
            line: error.span().map(|span| line_at(toml, span.start)),
            key: None,
            reason: error.message().trim().to_owned(),
        })?;
        let refuse = |(key, at, reason): (String, usize, String)| TeamFileError { line: Some(line_at(toml, at)), key: Some(key), reason };
        file.source.iter().enumerate().try_for_each(|(at, mapping)| mapping.check(at)).map_err(refuse)?;
        Ok(Self { sources: file.source })
    }

    /// What the first mapping that takes the message reads in it; none where none does.
    pub(crate) fn read(&self, message: &serde_json::Value, notes: &Notes) -> Option<Found> {
        if self.sources.is_empty() {
            return None;
        }
        let environment = environment();
        let root = Value::from(Serde(message));
        let mapping = self.sources.iter().find(|mapping| mapping.takes(&environment, &root))?;
        Some(mapping.read(&environment, &root, notes))
    }
}

fn line_at(text: &str, offset: usize) -> usize {
    text.get(..offset).unwrap_or(text).matches('\n').count() + 1
}

fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment
}

impl Mapping {
    fn check(&self, at: usize) -> Result<(), (String, usize, String)> {
        let key = |name: &str| format!("source[{at}].{name}");
        let name = self.name.get_ref();
        let is_taken = !matches!(Source::from(name.clone()), Source::Mapped(_));
        if is_taken || words::line(name, 60).as_ref() != Some(name) {
            let reason = "must be a short name of your own, none of Sitrep's".to_owned();
            return Err((key("name"), self.name.span().start, reason));
        }
        let environment = environment();
        self.expressions().try_for_each(|(name, expression)| {
            let compiled = environment.compile_expression(expression.get_ref());
            compiled.map(|_| ()).map_err(|error| (key(&name), expression.span().start, reason(&error)))
        })
    }

    fn expressions(&self) -> impl Iterator<Item = (String, &Expression)> {
        let fields = [
            ("when", Some(&self.when)),
            ("each", self.each.as_ref()),
            ("title", Some(&self.title)),
            ("service", self.service.as_ref()),
            ("severity", self.severity.as_ref()),
            ("state", self.state.as_ref()),
            ("started_at", self.started_at.as_ref()),
            ("fingerprint", self.fingerprint.as_ref()),
            ("summary", self.summary.as_ref()),
            ("runbook_url", self.runbook_url.as_ref()),
            ("labels", self.labels.as_ref()),
        ];
        let fields = fields.into_iter().filter_map(|(name, field)| field.map(|field| (name.to_owned(), field)));
        fields.chain(self.links.iter().map(|(name, link)| (format!("links.{name}"), link)))
    }

    /// One that asks for what another message has not is not meant.
    fn takes(&self, environment: &Environment<'_>, root: &Value) -> bool {
        evaluate(environment, &self.when, scope(root, root)).is_ok_and(|value| value.is_true())
    }

    fn read(&self, environment: &Environment<'_>, root: &Value, notes: &Notes) -> Found {
        let asked = |field: &'static str, expression: Option<&Expression>, item: &Value| {
            self.ask(environment, field, expression?, item, root, notes)
        };
        let items: Vec<Value> = match &self.each {
            None => vec![root.clone()],
            Some(each) => {
                let list = asked("each", Some(each), root);
                list.and_then(|list| list.try_iter().ok().map(|items| items.take(EACH).collect())).unwrap_or_default()
            }
        };
        if items.is_empty() {
            return Found::refused(crate::error::AlertError::NoAlerts { sender: Source::Mapped(self.name.get_ref().clone()) });
        }
        let drafts = items.iter().map(|item| self.draft(|field, expression| asked(field, expression, item), notes)).collect();
        Found { drafts, ..Found::default() }
    }

    /// The value of an expression; none, and a note, where it fails.
    fn ask(
        &self,
        environment: &Environment<'_>,
        field: &str,
        expression: &Expression,
        item: &Value,
        root: &Value,
        notes: &Notes,
    ) -> Option<Value> {
        match evaluate(environment, expression, scope(item, root)) {
            Ok(value) => Some(value).filter(|value| !value.is_none() && !value.is_undefined()),
            Err(error) => {
                notes.add(format!("alerts.toml: {field} of '{}' gives nothing: {}", self.name.get_ref(), reason(&error)));
                None
            }
        }
    }

    fn draft(&self, ask: impl Fn(&'static str, Option<&Expression>) -> Option<Value>, notes: &Notes) -> Draft {
        let name = self.name.get_ref();
        let line = |field, expression| ask(field, expression).and_then(|value| words::line(&value.to_string(), words::LINE));
        let state = line("state", self.state.as_ref());
        let mut draft = Draft::new(Source::Mapped(name.clone()), read_state(state.as_deref()), "the title of alerts.toml");
        draft.title = line("title", Some(&self.title));
        draft.service = line("service", self.service.as_ref());
        draft.severity = Guess::first(name, line("severity", self.severity.as_ref()).map(|word| Guess::from_word(name, &word)));
        draft.started_at = line("started_at", self.started_at.as_ref()).and_then(|text| read_time(&text, notes));
        draft.fingerprint = line("fingerprint", self.fingerprint.as_ref());
        draft.summary = ask("summary", self.summary.as_ref()).and_then(|value| words::lines(&value.to_string()));
        draft.runbook(ask("runbook_url", self.runbook_url.as_ref()).map(|value| value.to_string()));
        for (title, expression) in &self.links {
            let title = words::line(title, 40).unwrap_or_default();
            draft.link(&title, ask("links", Some(expression)).map(|value| value.to_string()));
        }
        if let Some(labels) = ask("labels", self.labels.as_ref()) {
            label(&mut draft, &labels);
        }
        draft
    }
}

fn evaluate(environment: &Environment<'_>, expression: &Expression, scope: Value) -> Result<Value, minijinja::Error> {
    environment.compile_expression(expression.get_ref())?.eval(scope)
}

/// An item's own fields by name, the item itself, and the whole message.
fn scope(item: &Value, root: &Value) -> Value {
    match item.kind() {
        minijinja::value::ValueKind::Map => context! { item => item, root => root, ..item.clone() },
        _ => context! { item => item, root => root },
    }
}

fn reason(error: &minijinja::Error) -> String {
    match error.kind() {
        minijinja::ErrorKind::OutOfFuel => "it goes on for too long".to_owned(),
        kind => error.detail().map_or_else(|| kind.to_string(), |detail| format!("{kind}: {detail}")),
    }
}

fn read_state(word: Option<&str>) -> AlertState {
    const OVER: [&str; 10] = ["resolved", "ok", "up", "closed", "recovered", "recovery", "normal", "inactive", "cleared", "false"];
    let is_over = word.is_some_and(|word| OVER.contains(&word.to_lowercase().as_str()));
    if is_over { AlertState::Resolved } else { AlertState::Firing }
}

fn read_time(text: &str, notes: &Notes) -> Option<chrono::DateTime<chrono::Utc>> {
    let at = when::instant(text);
    if at.is_none() && !text.starts_with("0001-01-01") {
        let text = words::line(text, 40).unwrap_or_default();
        notes.add(format!("alerts.toml: started_at gives no instant with a zone: '{text}'"));
    }
    at
}

fn label(draft: &mut Draft, labels: &Value) {
    let names: Vec<Value> = labels.try_iter().map(Iterator::collect).unwrap_or_default();
    for name in names.iter().take(crate::fields::LABELS) {
        let value = labels.get_item(name).ok().filter(|value| !value.is_undefined() && !value.is_none());
        draft.label(&name.to_string(), value.map(|value| value.to_string()));
    }
}
