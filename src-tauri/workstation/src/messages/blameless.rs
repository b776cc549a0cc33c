//! What of the review names or blames somebody, to be looked at before others read it.

use serde::Serialize;
use sitrep_core::documents::blameless::{self, BlamelessMark, Reader};
use sitrep_core::messages::{Field, Template};
use sitrep_core::vocabulary::{UpdateField, UpdateKind};
use ts_rs::TS;

use crate::data::Workstation;
use crate::refusals::Error;

/// Words to look at, and why. Nothing is refused for them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BlamelessAdvice {
    /// Where they stand: `Root cause`.
    pub place: String,
    /// The words.
    pub found: String,
    /// Why they should not stand there.
    pub why: String,
    /// What to ask of the system instead, if there is a question.
    pub question: Option<String>,
    /// What can stand in their place: a role for a name.
    pub replacement: Option<String>,
}

impl From<BlamelessMark> for BlamelessAdvice {
    fn from(mark: BlamelessMark) -> Self {
        let BlamelessMark { place, found, why, question, replacement, .. } = mark;
        Self { place, found, why, question: (!question.is_empty()).then_some(question), replacement }
    }
}

impl BlamelessAdvice {
    /// As a line: `Root cause: 'raj'. Name the role ... Instead: 'the Technical Lead'. What made this the easy thing to do?`
    #[must_use]
    pub fn line(&self) -> String {
        let Self { place, found, why, question, replacement } = self;
        let instead = replacement.as_ref().map(|words| format!(" Instead: '{words}'.")).unwrap_or_default();
        let question = question.as_ref().map(|question| format!(" {question}")).unwrap_or_default();
        format!("{place}: '{found}'. {why}{instead}{question}")
    }
}

impl Workstation {
    /// What is said of the cause and the end that names or blames somebody.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn blameless_advice(&self, handle: &str) -> Result<Vec<BlamelessAdvice>, Error> {
        let incident = self.facts_of(handle)?;
        Ok(blameless::marks(&incident, &self.guard()).into_iter().map(BlamelessAdvice::from).collect())
    }

    /// The same of a review that somebody has written on.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn blameless_advice_on(&self, handle: &str, review: &str) -> Result<Vec<BlamelessAdvice>, Error> {
        let (incident, guard) = (self.facts_of(handle)?, self.guard());
        Ok(Reader::of(&guard, &incident).marks_in_review(review).into_iter().map(BlamelessAdvice::from).collect())
    }

    /// What to say beside a field of the message that tells the end: the first words that name or blame somebody, and why not.
    pub(crate) fn advice_on_field(&self, template: &Template, field: &Field, people: &[String]) -> Option<String> {
        let tells_the_end = template.update == Some(UpdateKind::Resolution);
        if !tells_the_end || !matches!(field.field, UpdateField::RootCause | UpdateField::Resolution) {
            return None;
        }
        let mark = blameless::marks_in(field.field.label(), &field.value, &self.guard(), people).into_iter().next()?;
        Some(format!("'{}': {}", mark.found, mark.why))
    }
}
