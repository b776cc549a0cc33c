//! Templates filled from the facts.

use super::document::Document;
use super::engine::{environment, unreadable_template};
use super::facts::Facts;
use super::replacement::Replacement;
use super::template::Template;
use super::template_error::{TemplateError, in_file};

/// A template's body and subject, filled.
pub(super) fn render(template: &Template, facts: &Facts, replaced: &[Replacement]) -> Result<(Document, String), TemplateError> {
    let environment = environment(replaced);
    let fill = |text: &str| environment.render_str(text, facts.context()).map_err(|error| unreadable_template(&error));
    let body = fill(&template.body).map_err(|error| in_file(error, Some(template.first_line)))?;
    let subject = fill(&template.subject).map_err(|error| in_file(error, None))?;
    let subject = Document::read(&subject).with_replacements(replaced);
    Ok((Document::read(&body).with_replacements(replaced), subject.words().replace('\n', " ")))
}
