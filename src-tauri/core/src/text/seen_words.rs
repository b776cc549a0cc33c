//! What is kept as JSON, its words as a person sees them. Every event passes here on its way to the disk and from it, so that a new
//! kind cannot forget it.

use std::borrow::Cow;

use super::json_words::map_words;
use super::seen::{as_seen, may_hide};

/// The JSON with each text in it [`as_seen`]. What is no JSON stays as it is.
#[must_use]
pub fn words_as_seen(json: &str) -> Cow<'_, str> {
    if !holds_escape(json) && !json.chars().any(may_hide) {
        return Cow::Borrowed(json);
    }
    let as_words_seen = |value| map_words(value, &mut |text| as_seen(&text).into_owned());
    let seen = serde_json::from_str(json).map(as_words_seen).and_then(|value| serde_json::to_string(&value));
    seen.map_or(Cow::Borrowed(json), Cow::Owned)
}

/// JSON writes a control character as `\r`, `\b`, `\f` or `\u001b`.
fn holds_escape(json: &str) -> bool {
    ["\\u", "\\r", "\\b", "\\f"].iter().any(|escape| json.contains(escape))
}
