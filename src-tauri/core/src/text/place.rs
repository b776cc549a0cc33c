//! Places in a text of the team's, such as `{service}`.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// A place: `{from:iso}` has the name `from` and the format `iso`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place<'t> {
    pub(crate) name: &'t str,
    pub(crate) format: Option<&'t str>,
    pub(crate) range: Range<usize>,
}

/// The places of a text in order; a shell's own `${name}` is none.
pub(crate) fn places(text: &str) -> Vec<Place<'_>> {
    static PLACE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\{([a-z_]+)(?::([a-z]+))?\}").ok());
    let found = PLACE.iter().flat_map(|place| place.captures_iter(text));
    let place = found.filter_map(|captures| {
        let (whole, name) = (captures.get(0)?, captures.get(1)?);
        let own = !text[..whole.start()].ends_with('$');
        own.then(|| Place { name: name.as_str(), format: captures.get(2).map(|format| format.as_str()), range: whole.range() })
    });
    place.collect()
}

/// The text with its places filled; a place without a value stays as it is written.
pub(crate) fn fill(text: &str, value: impl Fn(&Place<'_>) -> Option<String>) -> String {
    let (mut filled, mut from) = (String::new(), 0);
    for place in places(text) {
        if let Some(value) = value(&place) {
            filled.push_str(&text[from..place.range.start]);
            filled.push_str(&value);
            from = place.range.end;
        }
    }
    filled.push_str(&text[from..]);
    filled
}
