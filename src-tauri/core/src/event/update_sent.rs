//! A message that was copied, which counts as sent.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::vocabulary::{Audience, UpdateField, UpdateFormat, UpdateKind};

/// What is known of an update or another message that was copied, apart from its text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct UpdateHead {
    /// Which of the four updates it counts as; none for a page, a topic, a hand-off, which start no clock.
    #[serde(default)]
    pub update: Option<UpdateKind>,
    /// In which form.
    pub format: UpdateFormat,
    /// The subject of a mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The fields as they were.
    #[serde(default)]
    pub fields: BTreeMap<UpdateField, String>,
    /// Those that a person wrote.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub edited: BTreeSet<UpdateField>,
    /// The template's name, where it is not the update's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<String>,
    /// The template's name on screen, where it is not the update's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Who reads it, where that does not follow from the update.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
    /// To whom, for a text that is written for one person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
}

impl UpdateHead {
    /// The template's name.
    #[must_use]
    pub fn template(&self) -> &str {
        self.template.as_deref().or(self.update.map(UpdateKind::word)).unwrap_or_default()
    }

    /// The template's name on screen.
    #[must_use]
    pub fn label(&self) -> &str {
        self.label.as_deref().or(self.update.map(UpdateKind::label)).unwrap_or("Message")
    }

    /// Who reads it.
    #[must_use]
    pub fn audience(&self) -> Audience {
        self.audience.or(self.update.map(UpdateKind::audience)).unwrap_or(Audience::Internal)
    }
}

/// An update or another message that was copied, which counts as sent.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct UpdateSent {
    /// What is known of it apart from its text.
    #[serde(flatten)]
    pub head: UpdateHead,
    /// Exactly what was copied; the plain flavour where there were two.
    pub text: String,
    /// The formatted flavour, where there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub html: Option<String>,
    /// The words without a form, which are compared with the next ones.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
}

impl UpdateSent {
    /// What a program that takes formatting gets: the formatted flavour where there is one, else the text.
    #[must_use]
    pub fn pasted(&self) -> &str {
        self.html.as_deref().unwrap_or(&self.text)
    }

    /// Its words without a form; an earlier Sitrep kept the text alone.
    #[must_use]
    pub fn words(&self) -> &str {
        if self.words.is_empty() { &self.text } else { &self.words }
    }
}
