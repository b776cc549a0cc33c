//! What is handed on: words, or a PDF.

use sitrep_printer::Printed;

/// An incident in a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exported {
    /// Words, which can be read as they are.
    Text(String),
    /// A PDF, which is no text.
    Pdf(Printed),
}

impl Exported {
    /// All of it, byte by byte, as it stands in a file.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Pdf(printed) => &printed.pdf,
        }
    }

    /// Letters that no font on this computer has, each once: in a PDF they are drawn as an empty box.
    #[must_use]
    pub fn without_font(&self) -> Option<&str> {
        match self {
            Self::Text(_) => None,
            Self::Pdf(printed) => Some(printed.without_font.as_str()).filter(|letters| !letters.is_empty()),
        }
    }
}
