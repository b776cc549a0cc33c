//! What the guard found in a message, as the doors show it.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sitrep_core::messages::{Field, Fix, GuardFinding, Replacement};
use sitrep_core::text::{clock_time, one_line};
use sitrep_core::vocabulary::{HitGroup, UpdateField};
use ts_rs::TS;

/// Something to look at before a message is copied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FoundView {
    /// What it is, such as AWS access key.
    pub title: String,
    /// Why it should not be there.
    pub why: String,
    /// What stands there, of a secret only the beginning; empty for what is missing.
    pub found: String,
    /// Whether it is a secret.
    pub secret: bool,
    /// What the key for it says: `Use 'our team'`.
    pub offer: String,
    /// The words that stand in for others once the key is pressed.
    pub replace: Vec<Replacement>,
    /// What a field says once the key is pressed.
    pub newer: Option<FieldWords>,
    /// What a field goes on saying once a person says that it still holds.
    pub holds: Option<FieldWords>,
    /// Whether the key adds a line that names the next update.
    pub names_next_update: bool,
    /// Where a person has to find the words.
    pub rewrite: Option<UpdateField>,
}

/// New words for one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldWords {
    /// Which field.
    pub field: UpdateField,
    /// What it says then.
    pub words: String,
}

/// How much of a secret is told again.
const TOLD_OF_A_SECRET: usize = 4;
/// How much of any other words, in a refusal that has to be read in a glance.
const TOLD_OF_WORDS: usize = 80;

/// What the guard found and what is older than the facts. Each thing once, wherever else it stands: the key for it mends them all.
pub(crate) fn found_views(found: Vec<GuardFinding>, fields: &[Field], now: DateTime<Utc>) -> Vec<FoundView> {
    let mut views: Vec<FoundView> = Vec::new();
    let outdated = fields.iter().filter_map(|field| outdated_view(field, now).or_else(|| beside_role_view(field)));
    for view in outdated.chain(found.into_iter().map(found_view)) {
        if !views.iter().any(|known| (&known.title, &known.found) == (&view.title, &view.found)) {
            views.push(view);
        }
    }
    views.into_iter().map(without_the_secret).collect()
}

/// Of a secret only the beginning is told again.
fn without_the_secret(view: FoundView) -> FoundView {
    if !view.secret {
        return view;
    }
    FoundView { found: view.found.chars().take(TOLD_OF_A_SECRET).chain(['…']).collect(), ..view }
}

/// `AWS access key 'AKIA…'`, for a refusal.
#[must_use]
pub fn describe_briefly(found: &FoundView) -> String {
    if found.found.is_empty() {
        return found.title.clone();
    }
    format!("{} '{}'", found.title, cut(&one_line(&found.found), TOLD_OF_WORDS))
}

fn cut(words: &str, at_most: usize) -> String {
    match words.char_indices().nth(at_most) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words.to_owned(),
    }
}

/// A field carried over from the last update, although what it tells has moved since.
fn outdated_view(field: &Field, now: DateTime<Utc>) -> Option<FoundView> {
    let from = field.outdated_from?;
    let label = field.field.label();
    let offer = if field.newer.is_some() { "Use what is newer".to_owned() } else { format!("Go to {label}") };
    Some(FoundView {
        title: format!("{label} is older than what happened"),
        why: format!("It is as sent at {}, and the facts have moved since.", clock_time(from, now)),
        holds: Some(FieldWords { field: field.field, words: field.value.clone() }),
        ..field_view(field, offer)
    })
}

/// A commander whom the role contradicts, where the message would give the role to nobody.
fn beside_role_view(field: &Field) -> Option<FoundView> {
    let label = field.beside_role.then(|| field.field.label())?;
    let (title, offer) = match &field.newer {
        Some(holder) => (format!("{label} is {holder}"), format!("Use '{holder}'")),
        None => (format!("Nobody has the role of {label}"), format!("Go to {label}")),
    };
    let why = "This message does not change that: assign the role, or name one person alone, such as @ana.".to_owned();
    Some(FoundView { title, why, ..field_view(field, offer) })
}

/// What is to be looked at in a field, and the newer words that stand in for it, if there are any.
fn field_view(field: &Field, offer: String) -> FoundView {
    let newer = field.newer.clone().map(|words| FieldWords { field: field.field, words });
    FoundView {
        title: String::new(),
        why: String::new(),
        found: field.value.clone(),
        secret: false,
        offer,
        rewrite: newer.is_none().then_some(field.field),
        replace: Vec::new(),
        newer,
        holds: None,
        names_next_update: false,
    }
}

fn found_view(found: GuardFinding) -> FoundView {
    let GuardFinding { hit, fix } = found;
    let offer = match (&fix, hit.replace_with.as_deref().map(str::trim)) {
        (Fix::NameNextUpdate, _) => "Name the next update".to_owned(),
        (Fix::Rewrite(Some(field)), _) => format!("Go to {}", field.label()),
        (Fix::Rewrite(None), _) => String::new(),
        (Fix::Replace(_), Some("") | None) => "Take it out".to_owned(),
        (Fix::Replace(_), Some(_)) if hit.group == HitGroup::Secret => "Take it out".to_owned(),
        (Fix::Replace(_), Some(words)) => format!("Use '{words}'"),
    };
    let names_next_update = fix == Fix::NameNextUpdate;
    let (replace, rewrite) = match fix {
        Fix::Replace(words) => (words, None),
        Fix::Rewrite(field) => (Vec::new(), field),
        Fix::NameNextUpdate => (Vec::new(), None),
    };
    let secret = hit.group == HitGroup::Secret;
    FoundView {
        title: hit.title,
        why: hit.why,
        found: hit.found,
        secret,
        offer,
        replace,
        newer: None,
        holds: None,
        names_next_update,
        rewrite,
    }
}
