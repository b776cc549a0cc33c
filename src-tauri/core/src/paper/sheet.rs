//! The paper itself.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::block::Block;
use super::seen_text::SeenText;

/// A document, whatever form it will have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// What it is called. It is the first heading, and the only one of its rank.
    pub title: SeenText,
    /// The language that most of it is in, as BCP 47 names it: `en`, `pt-BR`.
    pub language: String,
    /// Who wrote it, where that may be told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<SeenText>,
    /// When it was written, in UTC. It is the date in the file too, so that the same paper gives the same bytes.
    pub written_at: DateTime<Utc>,
    /// What it says.
    pub blocks: Vec<Block>,
}
