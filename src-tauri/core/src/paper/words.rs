//! Words with a look each.

use serde::{Deserialize, Serialize};

use super::link::LinkTarget;
use super::seen_text::SeenText;

/// How a run of words looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Look {
    /// As everything around it.
    #[default]
    Plain,
    /// What the eye finds first: a label.
    Strong,
    /// A hint, and what nobody wrote yet.
    Emphasis,
    /// A command, a name of a file: every character as it is.
    Code,
    /// A small label with an edge around it: `Root cause`.
    Tag,
}

/// Words of one look, that may lead somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The words. A line of theirs is a line of the paper, except within a table's cell.
    pub text: SeenText,
    /// How they look.
    #[serde(default, skip_serializing_if = "is_plain")]
    pub look: Look,
    /// Where they lead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<LinkTarget>,
}

fn is_plain(look: &Look) -> bool {
    *look == Look::Plain
}

/// Runs one after the other, as they are read. Nothing stands between two runs that is not in one of them.
///
/// `Words::from("Found by ").strong("@ana")`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Words(Vec<Run>);

impl Words {
    /// The runs.
    #[must_use]
    pub fn runs(&self) -> &[Run] {
        &self.0
    }

    /// What is read, without its looks.
    #[must_use]
    pub fn text(&self) -> String {
        self.0.iter().map(|run| run.text.as_str()).collect()
    }

    /// With more words at the end.
    #[must_use]
    pub fn plain(self, text: impl Into<SeenText>) -> Self {
        self.with(text, Look::Plain)
    }

    /// With strong words at the end.
    #[must_use]
    pub fn strong(self, text: impl Into<SeenText>) -> Self {
        self.with(text, Look::Strong)
    }

    /// With a hint at the end.
    #[must_use]
    pub fn emphasis(self, text: impl Into<SeenText>) -> Self {
        self.with(text, Look::Emphasis)
    }

    /// With code at the end.
    #[must_use]
    pub fn code(self, text: impl Into<SeenText>) -> Self {
        self.with(text, Look::Code)
    }

    /// With a tag at the end, and a space before it.
    #[must_use]
    pub fn tag(self, text: impl Into<SeenText>) -> Self {
        let words = if self.0.is_empty() { self } else { self.plain(" ") };
        words.with(text, Look::Tag)
    }

    /// With words of this look at the end.
    #[must_use]
    pub fn with(self, text: impl Into<SeenText>, look: Look) -> Self {
        self.and_run(Run { text: text.into(), look, link: None })
    }

    /// With words at the end that lead somewhere.
    #[must_use]
    pub fn link(self, text: impl Into<SeenText>, target: LinkTarget) -> Self {
        self.and_run(Run { text: text.into(), look: Look::Plain, link: Some(target) })
    }

    /// With a run at the end.
    #[must_use]
    pub fn and_run(mut self, run: Run) -> Self {
        self.0.push(run);
        self
    }

    /// With other words at the end, as they look.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }
}

impl<T: Into<SeenText>> From<T> for Words {
    fn from(text: T) -> Self {
        Self::default().plain(text)
    }
}
