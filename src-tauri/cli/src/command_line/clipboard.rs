//! The clipboard.

use sitrep_clipboard::Copied;
use sitrep_core::event::UpdateSent;

use crate::output::Refusal;

/// Puts both flavours of a message on it.
pub fn copy_message(message: &UpdateSent) -> Result<(), Refusal> {
    Ok(sitrep_clipboard::copy(&Copied { text: message.text.clone(), html: message.html.clone() })?)
}
