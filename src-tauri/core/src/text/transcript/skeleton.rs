//! A line whose times are letters, so that a pattern says where the time stands and nothing of how times are written.

use super::scan::{self, Found, Shape};
use crate::text::is_blank;

/// What is before a message on its line is never longer (bytes). Only that much of a line is looked at, so that reading
/// takes time in proportion to the text.
const LONGEST_HEAD: usize = 240;

/// A line with its times found.
pub(super) struct Line<'t> {
    pub(super) text: &'t str,
    /// Its head, each time a letter of [`letter_of`].
    pub(super) skeleton: String,
    pub(super) times: Vec<Found>,
    /// Whether nothing of it is seen.
    pub(super) is_blank: bool,
    /// Whether the skeleton is all of it.
    pub(super) is_whole: bool,
}

/// Letters that no text has once it is as a person sees it.
pub(super) const fn letter_of(shape: Shape) -> char {
    match shape {
        Shape::Time => '\u{1}',
        Shape::Dated => '\u{2}',
        Shape::Count => '\u{3}',
        Shape::Yearless => '\u{4}',
        Shape::Iso => '\u{5}',
        Shape::Spelled => '\u{6}',
    }
}

/// Whether a letter of a skeleton is a time.
pub(super) fn is_time(letter: char) -> bool {
    ('\u{1}'..='\u{6}').contains(&letter)
}

impl<'t> Line<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let head = &text[..text.floor_char_boundary(LONGEST_HEAD)];
        let has_digit = head.contains(char::is_numeric);
        let times = if has_digit { scan::times(head) } else { Vec::new() };
        let mut skeleton = String::with_capacity(head.len());
        let mut from = 0;
        for found in &times {
            skeleton.push_str(&head[from..found.at.start]);
            skeleton.push(letter_of(found.shape));
            from = found.at.end;
        }
        skeleton.push_str(&head[from..]);
        Self { text, is_blank: is_blank(text), skeleton, times, is_whole: head.len() == text.len() }
    }

    /// Where a place in the skeleton is in the text; both are between letters.
    pub(super) fn place(&self, at: usize) -> usize {
        let mut grown = 0;
        for (found, (place, _)) in self.times.iter().zip(self.skeleton.char_indices().filter(|(_, letter)| is_time(*letter))) {
            if place >= at {
                break;
            }
            grown += found.at.len() - 1;
        }
        at + grown
    }

    /// The time that stands at a place of the skeleton.
    pub(super) fn time_at(&self, at: usize) -> Option<&Found> {
        let places = self.skeleton.char_indices().filter(|(_, letter)| is_time(*letter));
        places.zip(&self.times).find(|((place, _), _)| *place == at).map(|(_, found)| found)
    }
}
