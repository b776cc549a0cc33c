//! One thing that is replaced, and by what.

use super::kind::RedactionKind;

/// One thing that is replaced, and by what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RedactionItem {
    /// What it is.
    pub kind: RedactionKind,
    /// As it is written, the first being what it is called: `@ana`, `Ana Ruiz`.
    pub originals: Vec<String>,
    /// What stands there instead.
    pub replacement: String,
    /// Whether it is replaced; a person may leave it.
    pub taken: bool,
    /// Other ways to write it that a person need not read: the first part of a dotted name.
    pub(super) also: Vec<Spelling>,
}

/// A way to write something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spelling {
    pub(super) words: String,
    pub(super) counts: Counts,
}

/// When words count as what they may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counts {
    /// Wherever they stand for themselves.
    Always,
    /// With a capital, or behind `@`.
    WithCapital,
    /// With a capital within a sentence, or behind `@`: they are everyday words, too.
    WithinSentence,
    /// Behind `@` alone: they stand in what others are replaced by.
    Mentioned,
}

impl RedactionItem {
    pub(super) fn new(kind: RedactionKind, original: impl Into<String>, replacement: impl Into<String>) -> Self {
        Self { kind, originals: vec![original.into()], replacement: replacement.into(), taken: kind.goes(), also: Vec::new() }
    }

    /// What it is called.
    #[must_use]
    pub fn original(&self) -> &str {
        self.originals.first().map_or("", String::as_str)
    }

    /// What of it may be shown: of a secret only the beginning.
    #[must_use]
    pub fn shown(&self) -> Vec<String> {
        match self.kind {
            RedactionKind::Secret => self.originals.iter().map(|secret| secret.chars().take(4).chain(['…']).collect()).collect(),
            _ => self.originals.clone(),
        }
    }
}
