//! Pictures: a paper names them, and their files travel beside it.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use super::seen_text::SeenText;

/// A picture from the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// What its file is called where the paper is handed on: [`crate::vocabulary::Picture::file_name`].
    pub file_name: String,
    /// What is to be seen, in words, for who cannot see it.
    pub alternative: SeenText,
}

/// A picture that Sitrep drew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawing {
    /// What its file is called where it is handed on beside a form that holds no drawing: `course.svg`.
    pub file_name: String,
    /// The picture as SVG. It stands in a page as it is, so whoever draws it escapes every word that a person typed.
    /// Its colours may be `var(--name)` of those in [`super::PALETTE`].
    pub svg: String,
    /// What is to be seen, in words, for who cannot see it.
    pub alternative: SeenText,
}

/// The file of a picture, which is a PNG.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Png(Vec<u8>);

/// What was given as the file of a picture is none.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("a picture that is no PNG")]
pub struct NoPng;

impl Png {
    const OPENING: &[u8] = b"\x89PNG\r\n\x1a\n";

    /// The file, byte by byte.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The file in base64, as it stands in an address that begins with `data:`.
    #[must_use]
    pub fn in_base64(&self) -> String {
        STANDARD.encode(&self.0)
    }
}

impl TryFrom<Vec<u8>> for Png {
    type Error = NoPng;

    fn try_from(bytes: Vec<u8>) -> Result<Self, NoPng> {
        if bytes.starts_with(Self::OPENING) { Ok(Self(bytes)) } else { Err(NoPng) }
    }
}

impl TryFrom<String> for Png {
    type Error = NoPng;

    fn try_from(base64: String) -> Result<Self, NoPng> {
        Self::try_from(STANDARD.decode(base64).map_err(|_| NoPng)?)
    }
}

impl From<Png> for String {
    fn from(png: Png) -> Self {
        png.in_base64()
    }
}

/// The files of a paper's pictures by their names. One that is not among them is told in words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PictureFiles(BTreeMap<String, Png>);

impl PictureFiles {
    /// The file of this name.
    #[must_use]
    pub fn get(&self, file_name: &str) -> Option<&Png> {
        self.0.get(file_name)
    }

    /// All of them, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Png)> {
        self.0.iter().map(|(name, png)| (name.as_str(), png))
    }
}

impl FromIterator<(String, Png)> for PictureFiles {
    fn from_iter<T: IntoIterator<Item = (String, Png)>>(files: T) -> Self {
        Self(files.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_png_is_taken_as_one_and_it_survives_being_written_down() {
        let png = Png::try_from(b"\x89PNG\r\n\x1a\n123".to_vec()).expect("a PNG by its first bytes");
        let written = serde_json::to_string(&png).expect("it is written");

        assert_eq!(serde_json::from_str::<Png>(&written).ok(), Some(png));
        assert_eq!(Png::try_from(b"<svg/>".to_vec()), Err(NoPng));
        assert_eq!(Png::try_from("no base64".to_owned()), Err(NoPng));
    }
}
