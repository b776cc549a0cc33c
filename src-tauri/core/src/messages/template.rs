//! One template: its front matter and its body.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::built_in::BUILT_IN;
use super::engine::variables;
use super::template_error::{TemplateError, in_file};
use super::variables::VARIABLES;
use crate::incident::Incident;
use crate::team::line_at;
use crate::text::{capitalised, tidy_line};
use crate::vocabulary::{Audience, Severity, UpdateField, UpdateKind};

const FENCE: &str = "+++";

/// One template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// Its name, which is its file's.
    pub name: String,
    /// Its name on screen.
    pub label: String,
    /// Who reads it.
    pub audience: Audience,
    /// Which of the four updates it counts as, if any.
    pub update: Option<UpdateKind>,
    /// Whether it is written for one person at a time.
    pub per_person: bool,
    /// Only for these severities; empty for all.
    pub severities: Vec<Severity>,
    /// Only where one of these services is touched; empty for all.
    pub services: Vec<String>,
    /// The subject of a mail, as a template of one line.
    pub subject: String,
    /// The template itself.
    pub body: String,
    /// The line of the file in which the body begins, from 1.
    pub first_line: usize,
    /// The whole file.
    pub source: String,
    /// Whether it is the team's own.
    pub own: bool,
}

/// What it is for decides who reads it: a file cannot take a customer update, or what stands over one, away from the rules for customers.
fn audience(own: Option<Audience>, update: Option<UpdateKind>, under: Option<&Template>) -> Audience {
    let purposes = [update.map(UpdateKind::audience), under.map(|under| under.audience)];
    if purposes.contains(&Some(Audience::Customers)) {
        return Audience::Customers;
    }
    own.or(purposes[0]).or(purposes[1]).unwrap_or(Audience::Internal)
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct FrontMatter {
    label: Option<String>,
    audience: Option<Audience>,
    update: Option<UpdateKind>,
    per_person: Option<bool>,
    #[serde(default)]
    severity: Vec<Severity>,
    #[serde(default)]
    service: Vec<String>,
    subject: Option<String>,
}

impl Template {
    /// Reads a file. What its front matter leaves out is as in `under`, the template of the same name that it stands over.
    ///
    /// # Errors
    /// [`TemplateError`] with line and reason.
    pub fn read(name: &str, source: &str, under: Option<&Self>) -> Result<Self, TemplateError> {
        let source = source.replace("\r\n", "\n");
        let (front, body, first_line) = split(&source)?;
        let front: FrontMatter = toml::from_str(front).map_err(|error| unreadable_front(&error, front))?;
        let update = front.update.or(under.and_then(|under| under.update));
        let template = Self {
            name: name.to_owned(),
            label: front.label.or(under.map(|under| under.label.clone())).map_or_else(|| readable(name), |label| tidy_line(&label)),
            audience: audience(front.audience, update, under),
            update,
            per_person: front.per_person.or(under.map(|under| under.per_person)).unwrap_or(false),
            severities: front.severity,
            services: front.service,
            subject: front.subject.or(under.map(|under| under.subject.clone())).unwrap_or_else(|| "{{ severity }}: {{ title }}".to_owned()),
            body: body.to_owned(),
            first_line,
            own: under.is_some() || !BUILT_IN.iter().any(|(built_in, _)| *built_in == name),
            source: source.clone(),
        };
        template.check()?;
        Ok(template)
    }

    /// Whether it is meant for this incident.
    #[must_use]
    pub fn is_for(&self, incident: &Incident) -> bool {
        let severity = self.severities.is_empty() || self.severities.contains(&incident.severity);
        let service = self.services.is_empty() || self.services.iter().any(|service| incident.services.contains(service));
        severity && service
    }

    /// The fields that it asks for, in the usual order.
    #[must_use]
    pub fn fields(&self) -> Vec<UpdateField> {
        let used = [&self.body, &self.subject].map(|text| variables(text).unwrap_or_default());
        UpdateField::ALL.into_iter().filter(|field| used.iter().any(|names| names.contains(field.word()))).collect()
    }

    fn check(&self) -> Result<(), TemplateError> {
        for (text, first_line) in [(&self.subject, None), (&self.body, Some(self.first_line))] {
            let used = variables(text).map_err(|error| in_file(error, first_line))?;
            self.check_names(&used, text, first_line)?;
        }
        Ok(())
    }

    fn check_names(&self, used: &BTreeSet<String>, text: &str, first_line: Option<usize>) -> Result<(), TemplateError> {
        let known =
            |name: &str| VARIABLES.iter().any(|(known, _)| *known == name) || UpdateField::ALL.iter().any(|field| field.word() == name);
        let Some(unknown) = used.iter().find(|name| !known(name)) else { return Ok(()) };
        let within = text.lines().position(|line| line.contains(unknown.as_str())).unwrap_or_default();
        let reason = format!("there is no variable '{unknown}'; the template editor and `sitrep template check` list those there are");
        Err(TemplateError { line: first_line.map(|first| first + within), reason })
    }
}

fn split(source: &str) -> Result<(&str, &str, usize), TemplateError> {
    if source.starts_with("---\n") {
        return Err(TemplateError { line: Some(1), reason: format!("the front matter is TOML and stands between two lines {FENCE}") });
    }
    let Some(rest) = source.strip_prefix(FENCE).and_then(|rest| rest.strip_prefix('\n')) else { return Ok(("", source, 1)) };
    let end = if rest.starts_with(FENCE) { Some(0) } else { rest.find("\n+++").map(|at| at + 1) };
    let end = end.ok_or_else(|| TemplateError { line: Some(1), reason: format!("the front matter is not closed by a line {FENCE}") })?;
    let body = rest[end..].split_once('\n').map_or("", |(_, body)| body);
    let lines = source[..source.len() - body.len()].matches('\n').count();
    Ok((&rest[..end], body, lines + 1))
}

fn unreadable_front(error: &toml::de::Error, front: &str) -> TemplateError {
    let line = error.span().map(|span| line_at(front, span.start) + 1);
    TemplateError { line, reason: error.message().trim().to_owned() }
}

/// `bridge-notice` reads as `Bridge notice`.
fn readable(name: &str) -> String {
    capitalised(&name.replace(['-', '_'], " "))
}
