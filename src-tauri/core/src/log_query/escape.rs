//! How a value is put in a query, so that it ends where its place ends.

use serde::Deserialize;

use crate::fill::{one_line, quoted, within_quotes};

/// How a platform reads a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Escape {
    /// Bare if it is a plain word, else within double quotes.
    Word,
    /// It stands within double quotes that the query has.
    Text,
    /// One word of a POSIX shell.
    Shell,
}

/// Words that Kibana and Datadog read as their own.
const OPERATORS: [&str; 3] = ["and", "or", "not"];

impl Escape {
    pub(super) fn escaped(self, value: &str) -> String {
        match self {
            Self::Word if is_plain(value) => value.to_owned(),
            Self::Word => format!("\"{}\"", within_text(value)),
            Self::Text => within_text(value),
            Self::Shell => quoted(value),
        }
    }

    /// Whether a value may stand behind this much of a query.
    pub(super) fn fits(self, before: &str) -> bool {
        match self {
            Self::Word => !within_double_quotes(before),
            Self::Text => within_double_quotes(before),
            Self::Shell => !within_quotes(before),
        }
    }

    /// A label where the platform does not say how it writes one.
    pub(super) fn usual_label(self) -> &'static str {
        match self {
            Self::Word | Self::Shell => "{name}={value}",
            Self::Text => "{name}=\"{value}\"",
        }
    }

    pub(super) fn where_it_fits(self) -> &'static str {
        match self {
            Self::Word | Self::Shell => "outside of quotes: it is quoted by itself",
            Self::Text => "within double quotes",
        }
    }
}

fn is_plain(value: &str) -> bool {
    let plain = value.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
    plain && value.starts_with(|c: char| c.is_ascii_alphanumeric()) && !OPERATORS.contains(&value.to_ascii_lowercase().as_str())
}

fn within_text(value: &str) -> String {
    one_line(value).replace('\\', "\\\\").replace('"', "\\\"")
}

/// Whether a query that has been read this far stands within double quotes.
pub(super) fn within_double_quotes(before: &str) -> bool {
    let (mut open, mut escaped) = (false, false);
    for c in before.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => open = !open,
            _ => {}
        }
    }
    open
}
