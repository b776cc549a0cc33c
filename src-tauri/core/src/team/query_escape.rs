//! How a log platform reads a value, and where in a query one may stand.

use serde::Deserialize;

use super::commands::within_quotes;

/// How a platform reads a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Escape {
    /// Bare if it is a plain word, else within double quotes.
    Word,
    /// It stands within double quotes that the query has.
    Text,
    /// One word of a POSIX shell.
    Shell,
}

impl Escape {
    /// Whether a value may stand behind this much of a query.
    pub(crate) fn fits(self, before: &str) -> bool {
        match self {
            Self::Word => !within_double_quotes(before),
            Self::Text => within_double_quotes(before),
            Self::Shell => !within_quotes(before),
        }
    }

    /// A label where the platform does not say how it writes one.
    pub(crate) fn usual_label(self) -> &'static str {
        match self {
            Self::Word | Self::Shell => "{name}={value}",
            Self::Text => "{name}=\"{value}\"",
        }
    }

    pub(crate) fn where_it_fits(self) -> &'static str {
        match self {
            Self::Word | Self::Shell => "outside of quotes: it is quoted by itself",
            Self::Text => "within double quotes",
        }
    }
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
