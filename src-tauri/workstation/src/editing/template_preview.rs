//! What a template's text would say, for an incident that is always there.

use sitrep_core::messages::{MessageEdits, Template, TemplateError, VARIABLES, compose, variable_values};
use sitrep_core::vocabulary::{UpdateField, UpdateFormat, UpdateKind};

use super::look::{TeamFileInput, TeamFileLook, TeamFileProblem, TemplateRender, TemplateVariable};
use super::template_source::TemplateSource;
use crate::data::Workstation;
use crate::refusals::Error;
use crate::team_files::BYTES_AT_MOST;

impl Workstation {
    pub(crate) fn look_at_template(&self, name: &str, input: &TeamFileInput) -> Result<TeamFileLook, Error> {
        let set = self.templates()?;
        let built_in = set.built_in(name);
        let source = self.template_source(input.handle.as_deref())?;
        let read = if too_long(&input.text) {
            Err(TemplateError { line: None, reason: "it is longer than a template can be".to_owned() })
        } else {
            Template::read(name, &input.text, built_in)
        };
        let rendered = match read {
            Ok(template) => self.render_template(&template, &source, input.format)?.map(|render| (render, template)),
            Err(problem) => Err(problem),
        };
        let meanwhile = match built_in {
            Some(_) => "The built-in one is used until this is mended.",
            None => "It is not offered until this is mended.",
        };
        let problem = rendered.as_ref().err().map(|error| TeamFileProblem {
            line: error.line,
            text: error.to_string(),
            meanwhile: meanwhile.to_owned(),
        });
        // A broken text has no audience and no clock of its own: the values are told as for the one under it.
        let (render, template) = rendered.map_or((None, None), |(render, template)| (Some(render), Some(template)));
        let told_as = template.as_ref().or(built_in).or_else(|| set.built_in(UpdateKind::Status.word()));
        let variables = told_as.map(|template| self.template_variables(template, &source)).transpose()?.unwrap_or_default();
        Ok(TeamFileLook { problem, render, filled_from: Some(source.words), variables })
    }

    /// What a template says, or why it says nothing.
    fn render_template(
        &self,
        template: &Template,
        source: &TemplateSource,
        format: UpdateFormat,
    ) -> Result<Result<TemplateRender, TemplateError>, Error> {
        let asked = self.as_first_addressee(template, source);
        let recent = self.recent_in(source, template.audience)?;
        let message = compose(&source.incident, &recent, &self.own_team(), template, &asked, source.at);
        Ok(message.map(|message| TemplateRender {
            formatted: format.is_formatted(),
            subject: (format == UpdateFormat::Html).then_some(message.subject),
            pieces: message.document.write(format, &[]).pieces,
        }))
    }

    /// Every variable, and every field of an update, whether the template uses it yet or not.
    fn template_variables(&self, template: &Template, source: &TemplateSource) -> Result<Vec<TemplateVariable>, Error> {
        let every_field = UpdateField::ALL.map(|field| format!("{{{{ {} }}}}", field.word())).concat();
        let asked = self.as_first_addressee(template, source);
        let template = Template { body: every_field, ..template.clone() };
        let recent = self.recent_in(source, template.audience)?;
        let values = variable_values(&source.incident, &recent, &self.own_team(), &template, &asked, source.at);
        let fields = UpdateField::ALL.map(|field| (field.word(), field.label()));
        let told = |(name, what): (&str, &str)| {
            let value = values.iter().find(|(known, _)| *known == name).map(|(_, value)| without_marks(value)).unwrap_or_default();
            TemplateVariable { name: name.to_owned(), what: what.to_owned(), value }
        };
        Ok(VARIABLES.into_iter().chain(fields).map(told).collect())
    }

    fn as_first_addressee(&self, template: &Template, source: &TemplateSource) -> MessageEdits {
        let first = source.incident.duties(&self.policy()).notify().first().map(|who| (*who).to_owned());
        MessageEdits { person: first.filter(|_| template.per_person), ..MessageEdits::default() }
    }
}

/// Without the marks that keep a printed value apart from markup.
fn without_marks(value: &str) -> String {
    value.chars().filter(|letter| !letter.is_control() || *letter == '\n').collect()
}

/// What is wrong with the size of a template's text, if something is.
pub(crate) fn too_long(text: &str) -> bool {
    u64::try_from(text.len()).unwrap_or(u64::MAX) > BYTES_AT_MOST
}
