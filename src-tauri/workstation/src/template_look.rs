//! What a template's text would say, for an incident that is always there: the open one, else the one last touched, else the
//! practice incident.

use std::sync::{Arc, PoisonError};

use chrono::{DateTime, Utc};
use sitrep_core::incident::Incident;
use sitrep_core::messages::{self, MessageEdits, Template, TemplateError, VARIABLES};
use sitrep_core::vocabulary::{UpdateField, UpdateFormat, UpdateKind};

use crate::error::Error;
use crate::practice;
use crate::team_file_editor::too_long;
use crate::team_file_views::{TeamFileInput, TeamFileLook, TeamFileProblem, TemplateRender, TemplateVariable};
use crate::workstation::Workstation;

/// An incident, the moment it is told at, and whose it is.
struct Source {
    incident: Arc<Incident>,
    at: DateTime<Utc>,
    words: String,
}

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
        let rendered = read.and_then(|template| Ok((self.render_template(&template, &source, input.format)?, template)));
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
        let variables = told_as.map(|template| self.template_variables(template, &source)).unwrap_or_default();
        Ok(TeamFileLook { problem, render, filled_from: Some(source.words), variables })
    }

    fn render_template(&self, template: &Template, source: &Source, format: UpdateFormat) -> Result<TemplateRender, TemplateError> {
        let asked = self.asked_for(template, source);
        let message = messages::compose(&source.incident, &self.own_team(), template, &asked, source.at)?;
        Ok(TemplateRender {
            formatted: format.is_formatted(),
            subject: (format == UpdateFormat::Html).then_some(message.subject),
            pieces: message.document.write(format, &[]).pieces,
        })
    }

    /// Every variable, and every field of an update, whether the template uses it yet or not.
    fn template_variables(&self, template: &Template, source: &Source) -> Vec<TemplateVariable> {
        let every_field = UpdateField::ALL.map(|field| format!("{{{{ {} }}}}", field.word())).concat();
        let asked = self.asked_for(template, source);
        let template = Template { body: every_field, ..template.clone() };
        let values = messages::variable_values(&source.incident, &self.own_team(), &template, &asked, source.at);
        let fields = UpdateField::ALL.map(|field| (field.word(), field.label()));
        let told = |(name, what): (&str, &str)| {
            let value = values.iter().find(|(known, _)| *known == name).map(|(_, value)| shown(value)).unwrap_or_default();
            TemplateVariable { name: name.to_owned(), what: what.to_owned(), value }
        };
        VARIABLES.into_iter().chain(fields).map(told).collect()
    }

    fn asked_for(&self, template: &Template, source: &Source) -> MessageEdits {
        let first = self.policy().of(source.incident.severity).notify.first().cloned();
        MessageEdits { person: first.filter(|_| template.per_person), ..MessageEdits::default() }
    }

    fn template_source(&self, open: Option<&str>) -> Result<Source, Error> {
        let handle = match open {
            Some(handle) => Some(handle.to_owned()),
            None => match self.find_any(None) {
                Ok(row) => Some(row.summary.handle),
                Err(Error::NoneActive) => None,
                Err(error) => return Err(error),
            },
        };
        if let Some(handle) = handle {
            let incident = self.facts_of(&handle)?;
            let words = format!("Filled from {} {}.", incident.severity, incident.title);
            return Ok(Source { incident, at: self.now(), words });
        }
        let (incident, at) = self.sample()?;
        Ok(Source { incident, at, words: "There is no incident yet: filled from the practice incident.".to_owned() })
    }

    /// The practice incident as it stands at its beginning; made once, and told at the moment it was made for.
    fn sample(&self) -> Result<(Arc<Incident>, DateTime<Utc>), Error> {
        let mut kept = self.sample.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(sample) = &*kept {
            return Ok(sample.clone());
        }
        let now = self.now();
        let sample = (practice::sample(&self.folders, now)?, now);
        *kept = Some(sample.clone());
        Ok(sample)
    }
}

/// Without the marks that keep a printed value apart from markup.
fn shown(value: &str) -> String {
    value.chars().filter(|letter| !letter.is_control() || *letter == '\n').collect()
}
