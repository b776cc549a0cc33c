//! How long a message may be in each form, and why. Nothing is cut: a person is told, and decides.

use serde::Serialize;
use ts_rs::TS;

use super::forms::Written;
use crate::text::thousands;
use crate::vocabulary::UpdateFormat;

/// What of a message a limit is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// What pastes: where the form is formatted, with its formatting.
    Text,
    /// The subject of a mail.
    Subject,
}

/// A limit of one form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Limit {
    part: Part,
    /// In characters.
    at_most: usize,
    reason: &'static str,
}

/// A form without a limit of its own does not come about unnoticed: each has its arm.
fn limit(format: UpdateFormat) -> Limit {
    let (part, at_most, reason) = match format {
        UpdateFormat::Slack => (Part::Text, 4_000, "Slack asks for no more in a message, and splits or cuts what is longer."),
        UpdateFormat::Teams => {
            (Part::Text, 14_000, "Teams takes about 28 KB with its formatting, at two bytes a character, and refuses more.")
        }
        UpdateFormat::Markdown => (Part::Text, 65_536, "GitHub takes no longer comment."),
        UpdateFormat::Plain => (Part::Text, 2_000, "It may go anywhere, and a chat such as Discord takes no more."),
        UpdateFormat::Html => (Part::Subject, 150, "Mail programs show the beginning of a subject and leave out the rest."),
        UpdateFormat::StatusPage => {
            (Part::Text, 5_000, "It is mailed to every subscriber and read on phones; pages differ in what they take.")
        }
    };
    Limit { part, at_most, reason }
}

/// How long a message is in its form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Length {
    /// `812 of 4,000 characters`; for a mail of its subject.
    pub line: String,
    /// What to tell somebody before it goes out, where it is longer than its form takes:
    /// `Too long for Slack: 31,402 characters, at most 4,000. Slack asks for no more …`
    pub too_long: Option<String>,
}

/// How long a message is in a form.
#[must_use]
pub fn length(format: UpdateFormat, written: &Written, subject: &str) -> Length {
    let Limit { part, at_most, reason } = limit(format);
    let (length, what, where_) = match part {
        Part::Text => (written.html.as_ref().map_or_else(|| written.text().chars().count(), |html| html.chars().count()), "Too long", ""),
        Part::Subject => (subject.chars().count(), "The subject is too long", " of the subject"),
    };
    let (long, most) = (thousands(length), thousands(at_most));
    let too_long = (length > at_most).then(|| format!("{what} for {format}: {long} characters, at most {most}. {reason}"));
    Length { line: format!("{long} of {most} characters{where_}"), too_long }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::{Look, Piece};

    fn text(characters: usize) -> Written {
        Written { pieces: vec![Piece { text: "ä".repeat(characters), look: Look::Text }], html: None }
    }

    #[test]
    fn each_form_says_how_long_it_is_and_warns_beyond_its_limit() {
        let at = |format, characters| length(format, &text(characters), "");
        assert_eq!(at(UpdateFormat::Slack, 812), Length { line: "812 of 4,000 characters".to_owned(), too_long: None });
        assert_eq!(at(UpdateFormat::Slack, 4_000).too_long, None, "what just fits fits");
        for format in UpdateFormat::ALL.into_iter().filter(|format| *format != UpdateFormat::Html) {
            let warned = at(format, 1_000_001).too_long.unwrap_or_default();
            assert!(warned.starts_with(&format!("Too long for {format}: 1,000,001 characters, at most ")), "{warned}");
        }
        let mail = length(UpdateFormat::Html, &text(1_000_001), &"a".repeat(151));
        assert!(mail.too_long.is_some_and(|warned| warned.starts_with("The subject is too long for Mail: 151 characters")));
    }

    #[test]
    fn the_formatting_counts_where_it_pastes_too() {
        let written = Written { html: Some("<b>".repeat(5_000)), ..text(5_000) };
        assert!(length(UpdateFormat::Teams, &written, "").too_long.is_some());
    }
}
