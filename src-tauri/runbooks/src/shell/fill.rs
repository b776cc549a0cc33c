//! Fills the places of a command.

use serde::Serialize;
use ts_rs::TS;

use super::language::{Tongue, tongue};
use super::places::{Place, places};
use super::quoting::written;
use super::scan::{Context, contexts};

/// A part of a command that is being filled. All parts in a row are what is copied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "RunbookFilledPart")]
pub struct FilledPart {
    /// What stands there: the text's own, the value as it is quoted, or the place as it is written.
    pub text: String,
    /// The place, if it is one.
    pub place: Option<Place>,
    /// Whether the place has a value.
    pub filled: bool,
    /// Why its value was not put in.
    pub refused: Option<String>,
}

/// A command with its places filled. `values` is asked for a place's key; what it does not know, or gives as an empty text, stays unfilled. A value is
/// quoted where it stands, so that it is one value and runs nothing.
#[must_use]
pub fn fill(text: &str, language: &str, values: &dyn Fn(&Place) -> Option<String>) -> Vec<FilledPart> {
    let contexts = contexts(text);
    let tongue = tongue(language);
    let mut parts = Vec::new();
    let mut at = 0;
    for place in places(text, language) {
        let (start, end) = (place.start as usize, place.end as usize);
        parts.extend(own(text.get(at..start)));
        let context = context_at(&contexts, text, start, tongue);
        parts.extend(text.get(start..end).map(|as_written| {
            filled(place, as_written, values, |value| {
                let begins_word = text.get(..start).is_none_or(|before| before.is_empty() || before.ends_with(char::is_whitespace));
                written(value, tongue, context, begins_word)
            })
        }));
        at = end;
    }
    parts.extend(own(text.get(at..)));
    parts
}

fn own(text: Option<&str>) -> Option<FilledPart> {
    text.filter(|text| !text.is_empty()).map(|text| FilledPart { text: text.to_owned(), place: None, filled: false, refused: None })
}

fn filled(
    place: Place,
    as_written: &str,
    values: &dyn Fn(&Place) -> Option<String>,
    write: impl Fn(&str) -> Result<String, &'static str>,
) -> FilledPart {
    let value = values(&place).filter(|value| !value.is_empty());
    let written = value.as_deref().map(write);
    let refused = written.as_ref().and_then(|written| written.as_ref().err()).map(|why| (*why).to_owned());
    let value = written.and_then(Result::ok);
    FilledPart { filled: value.is_some(), text: value.unwrap_or_else(|| as_written.to_owned()), place: Some(place), refused }
}

/// Other languages know no comments by `#` and no texts by `<<`, but quotes.
fn context_at(contexts: &[Context], text: &str, start: usize, tongue: Tongue) -> Context {
    if matches!(tongue, Tongue::Shell | Tongue::Unsaid | Tongue::File) {
        return contexts.get(start).copied().unwrap_or(Context::Bare);
    }
    let open = text.get(..start).unwrap_or_default().chars().fold(None, |open, c| match (open, c) {
        (None, '\'' | '"') => Some(c),
        (Some(quote), _) if quote == c => None,
        (open, _) => open,
    });
    match open {
        Some('\'') => Context::Single,
        Some(_) => Context::Double,
        None => Context::Bare,
    }
}
