//! What a paper is made of, one below the other.

use serde::{Deserialize, Serialize};

use super::picture::{Drawing, Picture};
use super::seen_text::SeenText;
use super::table::Table;
use super::words::Words;

/// One part of a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    /// Opens a section.
    Heading {
        /// How far in.
        level: Level,
        /// What the section is about.
        words: Words,
    },
    /// Words.
    Paragraph {
        /// The words.
        words: Words,
    },
    /// Output, a file's part: every character and line as it is.
    Verbatim {
        /// The text.
        text: SeenText,
    },
    /// Labels with their values: `Severity`, `P1`.
    Facts {
        /// One after the other.
        facts: Vec<Fact>,
    },
    /// A list.
    List {
        /// What stands before each item.
        order: ListOrder,
        /// The items, each of blocks.
        items: Vec<Vec<Block>>,
    },
    /// A table.
    Table(Table),
    /// Reasons and what is behind them: five whys that branch.
    Tree {
        /// Where it begins.
        roots: Vec<Branch>,
    },
    /// A picture from the timeline.
    Picture(Picture),
    /// A picture that Sitrep drew.
    Drawing(Drawing),
}

impl Block {
    /// The heading of a section, or further in.
    #[must_use]
    pub fn heading(level: Level, words: impl Into<Words>) -> Self {
        Self::Heading { level, words: words.into() }
    }

    /// A paragraph.
    #[must_use]
    pub fn paragraph(words: impl Into<Words>) -> Self {
        Self::Paragraph { words: words.into() }
    }

    /// A list in which each item is a paragraph.
    #[must_use]
    pub fn list(order: ListOrder, items: impl IntoIterator<Item = Words>) -> Self {
        Self::List { order, items: items.into_iter().map(|words| vec![Self::Paragraph { words }]).collect() }
    }
}

/// How far in a heading stands. The paper's title is above all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Of a section.
    Section,
    /// Within a section.
    Part,
    /// Within a part.
    Detail,
}

/// A label and its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// What is told: `Severity`.
    pub label: SeenText,
    /// What it is.
    pub value: Words,
}

impl Fact {
    /// A fact.
    #[must_use]
    pub fn new(label: impl Into<SeenText>, value: impl Into<Words>) -> Self {
        Self { label: label.into(), value: value.into() }
    }
}

/// What stands before each item of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListOrder {
    /// A mark.
    Bullets,
    /// Numbers, from this one on.
    NumberedFrom(u16),
}

/// A reason, and what is behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Branch {
    /// The reason. A mark of its own (`Root cause`) is a tag at its end.
    pub words: Words,
    /// What is behind it. Several are several reasons for the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<Branch>,
}
