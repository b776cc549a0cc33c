//! The team's own sections of a review, as `review.toml` names them.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::toml_lines::{TeamFileError, lines_of, nearest, read, table};
use crate::text::is_blank;
use crate::vocabulary::ReviewField;

/// More would be a form that nobody fills.
const SECTIONS_AT_MOST: usize = 24;

/// The team's own sections of a review, in their order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReviewSections(Vec<ReviewSection>);

/// A section of a review that the team asks for beside those that every review has.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewSection {
    /// Its name for scripts: `customer_voice`.
    pub name: String,
    /// Its heading.
    pub title: String,
    /// What it asks, shown while nothing is written.
    #[serde(default)]
    pub question: String,
    /// Whether a review is complete without it.
    #[serde(default)]
    pub optional: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SectionFile {
    #[serde(default)]
    section: Vec<ReviewSection>,
}

impl ReviewSections {
    /// Reads `review.toml`.
    ///
    /// # Errors
    /// [`TeamFileError`] names the line and the key that is wrong; nothing of the file is taken then.
    pub fn parse(text: &str) -> Result<Self, TeamFileError> {
        let lines = lines_of(text);
        let told = |(key, reason): (String, String)| TeamFileError { line: nearest(&lines, &key), key: Some(key), reason };
        let SectionFile { section: sections } = read(toml::Value::Table(table(text)?)).map_err(told)?;
        check(&sections).map_err(told)?;
        Ok(Self(sections))
    }

    /// The sections, in their order.
    pub fn iter(&self) -> impl Iterator<Item = &ReviewSection> {
        self.0.iter()
    }
}

impl ReviewSection {
    /// The part of the review that it is.
    #[must_use]
    pub fn field(&self) -> ReviewField {
        ReviewField::Own(self.name.clone())
    }
}

fn check(sections: &[ReviewSection]) -> Result<(), (String, String)> {
    if sections.len() > SECTIONS_AT_MOST {
        return Err((format!("section[{SECTIONS_AT_MOST}]"), format!("a review takes {SECTIONS_AT_MOST} sections of a team's own")));
    }
    let mut names = BTreeSet::new();
    for (at, section) in sections.iter().enumerate() {
        let wrong = |key: &str, reason: &str| Err((format!("section[{at}].{key}"), reason.to_owned()));
        match section.name.parse::<ReviewField>() {
            Ok(ReviewField::Own(_)) => {}
            Ok(_) => return wrong("name", "every review has that part already"),
            Err(_) => return wrong("name", "takes small letters, digits, - and _"),
        }
        if is_blank(&section.title) {
            return wrong("title", "must not be empty");
        }
        if !names.insert(&section.name) {
            return wrong("name", "stands there twice");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> String {
        ReviewSections::parse(text).expect_err("it is wrong").to_string()
    }

    #[test]
    fn a_team_has_sections_of_its_own() {
        let text = "[[section]]\nname = \"customer_voice\"\ntitle = \"What customers said\"\nquestion = \"In their words\"\n";
        let sections = ReviewSections::parse(text).expect("it reads");

        assert_eq!(sections.iter().map(|section| section.title.as_str()).collect::<Vec<_>>(), ["What customers said"]);
        assert_eq!(ReviewSections::parse(""), Ok(ReviewSections::default()));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        let section = |name: &str| format!("[[section]]\nname = \"{name}\"\ntitle = \"A\"\n");
        assert_eq!(refused(&section("summary")), "line 2, section[0].name: every review has that part already");
        assert_eq!(refused(&section("A b")), "line 2, section[0].name: takes small letters, digits, - and _");
        assert_eq!(refused(&format!("{0}{0}", section("a"))), "line 5, section[1].name: stands there twice");
        assert_eq!(refused("[[section]]\nname = \"a\"\ntitle = \" \"\n"), "line 3, section[0].title: must not be empty");
        assert!(refused("[[section]]\nname = \"a\"\ntitel = \"b\"\n").contains("titel"));
    }
}
