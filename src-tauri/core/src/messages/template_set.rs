//! Every template there is: the built-in ones, and a team's own over and beside them.

use super::built_in::BUILT_IN;
use super::template::Template;
use super::template_error::TemplateError;
use crate::incident::Incident;

/// The ending of a template's file.
pub const TEMPLATE_ENDING: &str = ".j2";

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
