//! Templates filled from the facts.

use super::document::Document;
use super::engine::{environment, unreadable};
use super::facts::Facts;
use super::replacement::Replacement;
use super::template::Template;
use super::template_error::{TemplateError, placed};

/// A template's body and subject, filled.
pub(super) fn render(template: &Template, facts: &Facts, replaced: &[Replacement]) -> Result<(Document, String), TemplateError> {
    let environment = environment(replaced);
    let fill = |text: &str| environment.render_str(text, facts.context()).map_err(|error| unreadable(&error));
    let body = fill(&template.body).map_err(|error| placed(error, Some(template.first_line)))?;
    let subject = fill(&template.subject).map_err(|error| placed(error, None))?;
    let subject = Document::read(&subject).replaced(replaced);
    Ok((Document::read(&body).replaced(replaced), subject.words().replace('\n', " ")))
}
