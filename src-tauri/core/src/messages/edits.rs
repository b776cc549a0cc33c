//! What a person changed in a message.

use std::collections::BTreeMap;

use super::replacement::Replacement;
use crate::vocabulary::UpdateField;

/// What a person changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MessageEdits {
    /// Fields written by hand.
    pub edits: BTreeMap<UpdateField, String>,
    /// Words that stand in for others.
    pub replaced: Vec<Replacement>,
    /// Whether a line names the next update, which the template does not.
    pub names_next_update: bool,
    /// For whom, where the template is written for one person.
    pub person: Option<String>,
}
