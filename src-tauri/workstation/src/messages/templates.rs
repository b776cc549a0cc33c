//! The templates: which an incident can use, which there are, whether one can be filled.

use std::path::Path;

use serde::Serialize;
use sitrep_core::incident::Incident;
use sitrep_core::messages::{MessageEdits, TEMPLATE_ENDING, Template, TemplateError, compose};
use sitrep_core::vocabulary::UpdateKind;
use ts_rs::TS;

use crate::data::Workstation;
use crate::refusals::Error;
use crate::team_files::{is_name, text_of};

/// A template that an incident can use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TemplateChoice {
    /// Its name.
    pub name: String,
    /// Its name on screen.
    pub label: String,
    /// Which of the four updates it counts as, if any.
    pub update: Option<UpdateKind>,
    /// Whether it is written for one person at a time.
    pub per_person: bool,
    /// Whether it is the team's own.
    pub own: bool,
}

/// A template as it is listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TemplateView {
    /// Its name.
    pub name: String,
    /// Its name on screen.
    pub label: String,
    /// Who reads it, as read.
    pub audience: String,
    /// The severities and services it is only for, if it is not for all.
    pub only: Vec<String>,
    /// Its file, if it is the team's own.
    pub path: Option<String>,
    /// Why the file is not used, if it is not.
    pub problem: Option<String>,
}

impl Workstation {
    /// The templates that an incident can use, the procedure's own first.
    ///
    /// # Errors
    /// Why they could not be read.
    pub(crate) fn template_choices(&self, incident: &Incident) -> Result<Vec<TemplateChoice>, Error> {
        let choice = |template: &Template| TemplateChoice {
            name: template.name.clone(),
            label: template.label.clone(),
            update: template.update,
            per_person: template.per_person,
            own: template.own,
        };
        Ok(self.templates()?.of(incident).into_iter().map(choice).collect())
    }

    /// The templates, and the files that are not used with the reason.
    ///
    /// # Errors
    /// [`Error::Template`] if a built-in template is broken, which a test rules out.
    pub fn template_list(&self) -> Result<Vec<TemplateView>, Error> {
        let set = self.templates()?;
        let path = |name: &str| self.template_path(name).display().to_string();
        let good = set.all().map(|template| TemplateView {
            name: template.name.clone(),
            label: template.label.clone(),
            audience: template.audience.label().to_owned(),
            only: template.severities.iter().map(ToString::to_string).chain(template.services.iter().cloned()).collect(),
            path: template.own.then(|| path(&template.name)),
            problem: None,
        });
        let bad = set.problems.iter().map(|(name, error)| TemplateView {
            name: name.clone(),
            label: String::new(),
            audience: String::new(),
            only: Vec::new(),
            path: Some(path(name)),
            problem: Some(error.to_string()),
        });
        Ok(good.chain(bad).collect())
    }

    /// Reads one template file and fills it from the incident last touched, if there is one.
    ///
    /// # Errors
    /// [`Error::Template`] with line and reason.
    pub fn check_template_file(&self, path: &Path) -> Result<(), Error> {
        let shown = path.display().to_string();
        let refused = |error| Error::Template { name: shown.clone(), error };
        let source = text_of(path).map_err(|error| refused(TemplateError { line: None, reason: error.reason() }))?;
        let name = path.file_name().and_then(|name| name.to_str()?.strip_suffix(TEMPLATE_ENDING)).unwrap_or_default();
        if !is_name(name) {
            let reason = format!("a template's file is named in lower-case letters, digits and dashes, and ends in {TEMPLATE_ENDING}");
            return Err(refused(TemplateError { line: None, reason }));
        }
        let set = self.templates()?;
        let template = Template::read(name, &source, set.built_in(name)).map_err(refused)?;
        match self.find_any(None) {
            Ok(row) => {
                let incident = self.facts_of(&row.summary.handle)?;
                let recent = self.recent(&incident, template.audience)?;
                let filled = compose(&incident, &recent, &self.own_team(), &template, &MessageEdits::default(), self.now());
                filled.map(|_| ()).map_err(refused)
            }
            Err(_) => Ok(()),
        }
    }
}
