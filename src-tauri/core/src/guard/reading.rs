//! The ways to read one text, each with the places in the text itself.

use std::ops::Range;

use super::fold::{fold, may_hide};
use super::letter::Letter;
use super::line_breaks::join_words;

/// A text in which the guard searches.
#[derive(Debug)]
pub(crate) struct Reading {
    /// What is searched.
    pub(crate) text: String,
    /// The same in lower case, for keywords.
    pub(super) lower: String,
    /// Whether words go on over line ends here, which is looked at for secrets and internals alone.
    pub(super) is_joined: bool,
    /// Where each letter stands here and in the text itself; none where both are the same.
    letters: Option<Vec<(usize, Range<usize>)>>,
}

impl Reading {
    /// Every way to read `text`: as it is, folded where that differs, and with words joined over line ends.
    pub(crate) fn all(text: &str) -> Vec<Self> {
        let mut readings = vec![Self { text: text.to_owned(), lower: text.to_ascii_lowercase(), is_joined: false, letters: None }];
        let hides = may_hide(text);
        if !hides && !text.contains('\n') {
            return readings;
        }
        let letters = fold(text);
        if let Some(joined) = join_words(&letters) {
            readings.push(Self::of(&joined, true));
        }
        if hides {
            readings.push(Self::of(&letters, false));
        }
        readings
    }

    fn of(letters: &[Letter], is_joined: bool) -> Self {
        let (mut text, mut places) = (String::with_capacity(letters.len()), Vec::with_capacity(letters.len()));
        for letter in letters {
            places.push((text.len(), letter.place.clone()));
            text.push(letter.reads);
        }
        Self { lower: text.to_ascii_lowercase(), text, is_joined, letters: Some(places) }
    }

    /// Whether this is the text as it stands.
    pub(super) fn is_plain(&self) -> bool {
        self.letters.is_none()
    }

    /// Where a place of this reading stands in the text itself.
    pub(crate) fn place_in_text(&self, place: &Range<usize>) -> Range<usize> {
        let Some(letters) = &self.letters else { return place.clone() };
        let first = letters.partition_point(|(at, _)| *at < place.start);
        let after = letters.partition_point(|(at, _)| *at < place.end);
        let here = &letters[first.min(letters.len())..after.max(first).min(letters.len())];
        match (here.first(), here.last()) {
            (Some((_, first)), Some((_, last))) => first.start..last.end,
            _ => 0..0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_known_in_the_text_itself() {
        let text = "a &#103;hp%5Fx\u{200b}y b";
        let reading = Reading::of(&fold(text), false);
        let at = reading.text.find("ghp_xy").unwrap_or_default();
        assert_eq!(&text[reading.place_in_text(&(at..at + 6))], "&#103;hp%5Fx\u{200b}y");
    }
}
