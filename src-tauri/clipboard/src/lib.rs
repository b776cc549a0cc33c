//! The clipboard, in both flavours.
//!
//! On X11 and Wayland a copied text lives only as long as the process that offers it. The app keeps its handle; a process that
//! ends leaves a child of itself behind, which offers the text until something else is copied.

mod holder;
mod kept;

use serde::{Deserialize, Serialize};

pub use holder::{hand_over, hold_if_asked};
pub use kept::Clipboard;

/// What is put on the clipboard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Copied {
    /// Plain text, which every program takes.
    pub text: String,
    /// The same with its formatting, for programs that take that.
    pub html: Option<String>,
}

/// A picture from the clipboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pixels {
    /// How wide it is.
    pub width: u32,
    /// How high it is.
    pub height: u32,
    /// Four bytes a pixel: red, green, blue and how opaque it is.
    pub rgba: Vec<u8>,
}

impl TryFrom<arboard::ImageData<'_>> for Pixels {
    type Error = arboard::Error;

    fn try_from(image: arboard::ImageData<'_>) -> Result<Self, arboard::Error> {
        let side = |pixels: usize| u32::try_from(pixels).map_err(|_| arboard::Error::ConversionFailure);
        Ok(Self { width: side(image.width)?, height: side(image.height)?, rgba: image.bytes.into_owned() })
    }
}

impl From<String> for Copied {
    fn from(text: String) -> Self {
        Self { text, html: None }
    }
}

impl From<&str> for Copied {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

/// Why nothing was copied.
#[derive(Debug, thiserror::Error)]
pub enum ClipboardError {
    /// The desktop's clipboard did not take it.
    #[error("{0}")]
    Desktop(#[from] arboard::Error),
    /// The process that would keep it could not be started or told.
    #[error("{0}")]
    Process(#[from] std::io::Error),
    /// The process that would keep it says why it cannot.
    #[error("{0}")]
    Holder(String),
}

impl Copied {
    fn put_on(&self, clipboard: &mut arboard::Clipboard) -> Result<(), arboard::Error> {
        match &self.html {
            Some(html) => clipboard.set_html(html, Some(&self.text)),
            None => clipboard.set_text(&self.text),
        }
    }
}

/// Puts it on the clipboard, where it stays when this process ends.
///
/// # Errors
/// [`ClipboardError`]; nothing was copied then.
pub fn copy(copied: &Copied) -> Result<(), ClipboardError> {
    if cfg!(target_os = "linux") { hand_over(copied) } else { Ok(copied.put_on(&mut arboard::Clipboard::new()?)?) }
}
