//! What Sitrep and the program that writes the PDF say to each other.
//!
//! The program reads an order on its standard input, writes the PDF to its standard output, and says on its standard error, a line of
//! JSON each, how far it is.

use serde::{Deserialize, Serialize};

use super::picture::PictureFiles;
use super::sheet::Paper;

/// A paper to print, with the files of its pictures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintOrder {
    /// The paper.
    pub paper: Paper,
    /// The files of its pictures.
    #[serde(default)]
    pub files: PictureFiles,
}

/// What the program says while it prints. The last is [`PrintNote::Printed`] or [`PrintNote::Refused`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "print", rename_all = "snake_case")]
pub enum PrintNote {
    /// Everything has its place.
    LaidOut {
        /// On so many pages.
        pages: usize,
    },
    /// The PDF is written.
    Printed {
        /// Whether it keeps to PDF/UA-1; else it is tagged and no more.
        accessible: bool,
        /// Letters that no font on this computer has, each once: they are drawn as an empty box.
        without_font: String,
    },
    /// There is no PDF.
    Refused {
        /// Why.
        reason: PrintRefusal,
        /// The same in words, for who looks into it.
        detail: String,
    },
}

/// Why there is no PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PrintRefusal {
    /// What came in is larger than the program takes.
    TooLarge,
    /// What came in is no order.
    Unreadable,
    /// A picture or a drawing that cannot be drawn, or something that nobody thought of.
    NotPrintable,
    /// The PDF could not be handed over.
    NotWritten,
}
