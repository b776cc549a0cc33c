//! The places that links, commands and queries know.

use crate::text::Place;

/// The places that links and commands know.
pub(crate) const KNOWN: [&str; 8] = ["service", "branch", "handle", "severity", "date", "onset", "from", "to"];

/// Whether the value was typed by somebody; the others are made of digits, letters and `-:.` alone and fit anywhere.
pub(crate) fn is_typed(name: &str) -> bool {
    !matches!(name, "severity" | "date" | "onset" | "from" | "to")
}

/// What `{from}` and its like can be written as.
const FORMATS: [&str; 3] = ["ms", "s", "iso"];

pub(super) fn check_place(place: &Place<'_>, known: &[&str]) -> Result<(), String> {
    if !known.contains(&place.name) {
        return Err(format!("knows no {{{}}}; there are {}", place.name, known.join(", ")));
    }
    check_format(place)
}

/// Only an instant has formats.
pub(crate) fn check_format(place: &Place<'_>) -> Result<(), String> {
    match place.format {
        None => Ok(()),
        Some(format) if matches!(place.name, "onset" | "from" | "to") => {
            let known = FORMATS.contains(&format);
            if known { Ok(()) } else { Err(format!("knows no format {format}; there are {}", FORMATS.join(", "))) }
        }
        Some(_) => Err(format!("{{{}}} has no formats", place.name)),
    }
}
