//! Templates: the built-in ones, and a team's own over and beside them.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::facts::VARIABLES;
use super::render;
use crate::incident::Incident;
use crate::team::line_at;
use crate::vocabulary::{Audience, Severity, UpdateField, UpdateKind};

const FENCE: &str = "+++";
/// The ending of a template's file.
pub const TEMPLATE_ENDING: &str = ".j2";

/// The built-in templates, by name, in the order in which they are offered.
const BUILT_IN: [(&str, &str); 9] = [
    ("initial", include_str!("templates/initial.j2")),
    ("status", include_str!("templates/status.j2")),
    ("resolution", include_str!("templates/resolution.j2")),
    ("customer", include_str!("templates/customer.j2")),
    ("page", include_str!("templates/page.j2")),
    ("topic", include_str!("templates/topic.j2")),
    ("assessment", include_str!("templates/assessment.j2")),
    ("handoff", include_str!("templates/handoff.j2")),
    ("review-invitation", include_str!("templates/review-invitation.j2")),
];

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

/// Why a template is not used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{reason}", line.map(|line| format!("line {line}: ")).unwrap_or_default())]
pub struct TemplateError {
    /// In which line of the file (from 1), if that is known.
    pub line: Option<usize>,
    /// What is wrong.
    pub reason: String,
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
            label: front.label.or(under.map(|under| under.label.clone())).unwrap_or_else(|| readable(name)),
            audience: front
                .audience
                .or(update.map(UpdateKind::audience))
                .or(under.map(|under| under.audience))
                .unwrap_or(Audience::Internal),
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
        let used = [&self.body, &self.subject].map(|text| render::variables(text).unwrap_or_default());
        UpdateField::ALL.into_iter().filter(|field| used.iter().any(|names| names.contains(field.word()))).collect()
    }

    fn check(&self) -> Result<(), TemplateError> {
        for (text, first_line) in [(&self.subject, None), (&self.body, Some(self.first_line))] {
            let used = render::variables(text).map_err(|error| placed(error, first_line))?;
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

/// An error of the body in lines of the file.
pub(super) fn placed(error: TemplateError, first_line: Option<usize>) -> TemplateError {
    let line = first_line.and_then(|first| error.line.map(|line| line + first - 1));
    let reason = if first_line.is_none() { format!("subject: {}", error.reason) } else { error.reason };
    TemplateError { line, reason }
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
    let words = name.replace(['-', '_'], " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Every template there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateSet {
    built_in: Vec<Template>,
    own: Vec<Template>,
    /// The files that are not used, each with its reason.
    pub problems: Vec<(String, TemplateError)>,
}

impl TemplateSet {
    /// The built-in templates with a team's files, each as name and text, over and beside them. A file that is not good is set
    /// aside with its reason, and the built-in one holds.
    ///
    /// # Errors
    /// [`TemplateError`] if a built-in template is broken, which a test rules out.
    pub fn with(files: &[(String, String)]) -> Result<Self, TemplateError> {
        let built_in = BUILT_IN.iter().map(|(name, source)| Template::read(name, source, None)).collect::<Result<Vec<_>, _>>()?;
        let mut set = Self { built_in, own: Vec::new(), problems: Vec::new() };
        for (name, source) in files {
            match Template::read(name, source, set.built_in(name)) {
                Ok(template) => set.own.push(template),
                Err(error) => set.problems.push((name.clone(), error)),
            }
        }
        Ok(set)
    }

    /// The built-in template of a name.
    #[must_use]
    pub fn built_in(&self, name: &str) -> Option<&Template> {
        self.built_in.iter().find(|template| template.name == name)
    }

    /// The template of a name for an incident: the team's own where it is meant for it, else the built-in one.
    #[must_use]
    pub fn get(&self, name: &str, incident: &Incident) -> Option<&Template> {
        self.own.iter().find(|own| own.name == name && own.is_for(incident)).or_else(|| self.built_in(name))
    }

    /// Those that an incident can use, each name once, the procedure's own first.
    #[must_use]
    pub fn of(&self, incident: &Incident) -> Vec<&Template> {
        let known = self.built_in.iter().filter_map(|template| self.get(&template.name, incident));
        let added = self.own.iter().filter(|own| self.built_in(&own.name).is_none() && own.is_for(incident));
        known.chain(added).collect()
    }

    /// All of them, the team's own after the built-in one of the same name.
    pub fn all(&self) -> impl Iterator<Item = &Template> {
        let of_name = |name: String| self.own.iter().filter(move |own| own.name == name);
        let known = self.built_in.iter().flat_map(move |template| std::iter::once(template).chain(of_name(template.name.clone())));
        known.chain(self.own.iter().filter(|own| self.built_in(&own.name).is_none()))
    }
}
