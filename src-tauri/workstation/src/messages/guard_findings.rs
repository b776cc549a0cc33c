//! What the guard found in a message, as the doors show it.

use serde::Serialize;
use sitrep_core::messages::{Fix, GuardFinding, Replacement};
use sitrep_core::vocabulary::{HitGroup, UpdateField};
use ts_rs::TS;

/// Something to look at before a message is copied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FoundView {
    /// What it is, such as AWS access key.
    pub title: String,
    /// Why it should not be there.
    pub why: String,
    /// What stands there; empty for what is missing.
    pub found: String,
    /// Whether it is a secret.
    pub secret: bool,
    /// What the key for it says: `Use 'our team'`.
    pub offer: String,
    /// The words that stand in for others once the key is pressed.
    pub replace: Vec<Replacement>,
    /// Whether the key adds a line that names the next update.
    pub names_next_update: bool,
    /// Where a person has to find the words.
    pub rewrite: Option<UpdateField>,
}

/// How much of a secret is told again.
const TOLD_OF_A_SECRET: usize = 4;

/// Each thing once, wherever else it stands: the key for it mends them all.
pub(crate) fn found_views(found: Vec<GuardFinding>) -> Vec<FoundView> {
    let mut views: Vec<FoundView> = Vec::new();
    for view in found.into_iter().map(found_view) {
        if !views.iter().any(|known| (&known.title, &known.found) == (&view.title, &view.found)) {
            views.push(view);
        }
    }
    views
}

/// `AWS access key 'AKIA…'`, for a refusal.
pub(crate) fn describe_briefly(found: &FoundView) -> String {
    if found.found.is_empty() {
        return found.title.clone();
    }
    let told: String = match found.secret {
        true => found.found.chars().take(TOLD_OF_A_SECRET).chain(['…']).collect(),
        false => found.found.clone(),
    };
    format!("{} '{told}'", found.title)
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
    FoundView { title: hit.title, why: hit.why, found: hit.found, secret, offer, replace, names_next_update, rewrite }
}
