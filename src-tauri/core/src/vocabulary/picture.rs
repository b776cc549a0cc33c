//! Pictures on the timeline. They are files beside the database; an entry names them.

use std::fmt;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Names a picture by its content: the SHA-256 of its file, in hexadecimal digits, so that it is safe as the name of a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct PictureId(String);

/// What was given as a picture's name is none.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' names no picture")]
pub struct NoPictureId(String);

impl PictureId {
    const DIGITS: usize = 64;

    /// Whether a file of this name was handed on as this picture, whenever it showed.
    #[must_use]
    pub fn names_copy(&self, name: &str) -> bool {
        name.strip_suffix(".png").is_some_and(|name| name.ends_with(self.part()))
    }

    fn part(&self) -> &str {
        &self.0[..8]
    }
}

impl TryFrom<String> for PictureId {
    type Error = NoPictureId;

    fn try_from(text: String) -> Result<Self, NoPictureId> {
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if text.len() == Self::DIGITS && text.bytes().all(is_digit) { Ok(Self(text)) } else { Err(NoPictureId(text)) }
    }
}

impl From<PictureId> for String {
    fn from(id: PictureId) -> Self {
        id.0
    }
}

impl fmt::Display for PictureId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A picture and its size in pixels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Picture {
    /// Its name.
    pub id: PictureId,
    /// How wide it is.
    pub width: u32,
    /// How high it is.
    pub height: u32,
}

/// What an entry says that is a picture and no words.
pub const WITHOUT_WORDS: &str = "Screenshot";

impl Picture {
    /// What its file is called where it is handed on: by the time it shows, and a part of its name.
    #[must_use]
    pub fn file_name(&self, at: DateTime<Utc>) -> String {
        format!("{}-{}.png", at.format("%Y-%m-%d-%H%M"), self.id.part())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_hash_names_a_picture() {
        let hash = "0a".repeat(32);
        assert_eq!(PictureId::try_from(hash.clone()).map(String::from), Ok(hash.clone()));
        for none in ["", "..", &hash[1..], &hash.to_uppercase(), &format!("{hash}0"), &"../".repeat(21), &"é".repeat(32)] {
            assert_eq!(PictureId::try_from(none.to_owned()), Err(NoPictureId(none.to_owned())));
        }
    }
}
