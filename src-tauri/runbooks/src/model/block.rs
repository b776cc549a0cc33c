//! A block: a paragraph, a heading, a command, a table.

use serde::Serialize;
use ts_rs::TS;

use super::command::Command;

/// Lines of the text, both included, counted from 1. A block that shares its only line with the one before has `to` before `from`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "RunbookLines")]
pub struct Lines {
    /// The first.
    pub from: u32,
    /// The last.
    pub to: u32,
}

impl Lines {
    /// Whether a line lies in them.
    #[must_use]
    pub fn hold(self, line: u32) -> bool {
        (self.from..=self.to).contains(&line)
    }
}

/// What stands before a list's item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "marker", rename_all = "snake_case")]
#[ts(rename = "RunbookMarker")]
pub enum Marker {
    /// A dot.
    Bullet,
    /// Its number.
    Number {
        /// As the list counts.
        number: u32,
    },
    /// A box to tick.
    Task {
        /// Whether the file has it ticked.
        ticked: bool,
    },
}

/// One block. Lists and quotes are told by `indent`, `marker` and `quoted`, so that nothing is nested.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "RunbookBlock")]
pub struct Block {
    /// Where it stands, with its fences.
    pub lines: Lines,
    /// In how many lists it lies.
    pub indent: u32,
    /// What stands before it, if it begins an item.
    pub marker: Option<Marker>,
    /// Whether it lies in a quote.
    pub quoted: bool,
    /// What it is.
    pub kind: BlockKind,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "block", rename_all = "snake_case")]
#[ts(rename = "RunbookBlockKind")]
pub enum BlockKind {
    /// A heading.
    Heading {
        /// 1 to 6.
        level: u8,
        /// Its words.
        words: Vec<Inline>,
    },
    /// A paragraph, or an item's words.
    Words {
        /// Its words.
        words: Vec<Inline>,
    },
    /// What is copied into a terminal or a console of queries.
    Command(Command),
    /// Any other code: a file, an output, a drawing's source.
    Code {
        /// As the fence names it, in small letters; empty where it does not.
        language: String,
        /// Without the fences.
        text: String,
    },
    /// A table.
    Table {
        /// The cells of its head.
        head: Vec<Vec<Inline>>,
        /// The cells of each row.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// What Markdown does not draw, as it stands in the text: HTML, short codes, definitions of links.
    Plain {
        /// Its lines.
        text: String,
    },
    /// A line across.
    Rule,
}

/// A part of a paragraph, without parts of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "inline", rename_all = "snake_case")]
#[ts(rename = "RunbookInline")]
pub enum Inline {
    /// Plain words. A line's end in the text is one here.
    Text {
        /// The words.
        text: String,
    },
    /// Strong words.
    Strong {
        /// The words.
        text: String,
    },
    /// Emphasised words.
    Emphasis {
        /// The words.
        text: String,
    },
    /// Code.
    Code {
        /// The code.
        text: String,
    },
    /// A link. It is shown, and opened when a person says so.
    Link {
        /// Its words.
        text: String,
        /// As it stands in the text.
        url: String,
        /// The line it begins in.
        line: u32,
    },
    /// An image.
    Image {
        /// What it shows, in words.
        alt: String,
        /// As it stands in the text.
        url: String,
        /// The line it begins in.
        line: u32,
    },
}

impl Inline {
    /// Its words alone.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Text { text } | Self::Strong { text } | Self::Emphasis { text } | Self::Code { text } | Self::Link { text, .. } => text,
            Self::Image { alt, .. } => alt,
        }
    }
}

impl Block {
    /// Its words, if it is a heading or a paragraph.
    #[must_use]
    pub fn words(&self) -> &[Inline] {
        match &self.kind {
            BlockKind::Heading { words, .. } | BlockKind::Words { words } => words,
            _ => &[],
        }
    }

    /// All parts of its words, those of a table's cells too.
    pub fn inlines(&self) -> impl Iterator<Item = &Inline> {
        let (head, rows): (&[_], &[_]) = match &self.kind {
            BlockKind::Table { head, rows } => (head, rows),
            _ => (&[], &[]),
        };
        self.words().iter().chain(head.iter().flatten()).chain(rows.iter().flatten().flatten())
    }

    /// What it says, without marks.
    #[must_use]
    pub fn text(&self) -> String {
        match &self.kind {
            BlockKind::Code { text, .. } | BlockKind::Plain { text } => text.clone(),
            BlockKind::Command(command) => command.text.clone(),
            BlockKind::Table { .. } => self.inlines().map(Inline::text).collect::<Vec<_>>().join(" "),
            BlockKind::Rule => String::new(),
            BlockKind::Heading { .. } | BlockKind::Words { .. } => self.words().iter().map(Inline::text).collect(),
        }
    }

    /// Its level, if it is a heading.
    #[must_use]
    pub fn heading(&self) -> Option<u8> {
        match self.kind {
            BlockKind::Heading { level, .. } => Some(level),
            _ => None,
        }
    }

    /// The command, if it is one.
    #[must_use]
    pub fn command(&self) -> Option<&Command> {
        match &self.kind {
            BlockKind::Command(command) => Some(command),
            _ => None,
        }
    }
}
