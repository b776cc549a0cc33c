//! Where logs are searched, and how it is asked there (seed: Step 3, Examine Logs).

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Table;

use super::placeholders::{check_format, is_typed};
use super::query_escape::{Escape, within_double_quotes};
use super::toml_lines::{TeamFileError, read, table};
use super::toml_overlay::lay_over;
use crate::text::{Place, is_blank, places};

const BUILT_IN: &str = include_str!("log_platforms.toml");
const LIST: &str = "log_platform";

/// Places that are made of others and escaped there.
const MADE: [&str; 2] = ["labels", "filter"];

/// Where logs are searched, and how it is asked.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogPlatform {
    /// Its id, such as `kibana`.
    pub id: String,
    /// Its name on screen.
    pub title: String,
    pub(crate) query: String,
    pub(crate) escape: Escape,
    #[serde(default)]
    pub(crate) filtered: String,
    pub(crate) label: Option<String>,
    #[serde(default)]
    pub(crate) label_separator: String,
    pub(crate) around: Option<String>,
    #[serde(default)]
    pub(crate) defaults: BTreeMap<String, String>,
}

impl LogPlatform {
    /// The built-in platforms, in the order of the file.
    ///
    /// # Errors
    /// [`TeamFileError`] if the built-in file is broken, which a test rules out.
    pub fn built_in() -> Result<Vec<Self>, TeamFileError> {
        platforms(Vec::new(), &BTreeMap::new())
    }

    /// What is wrong, with the key.
    fn check(&self) -> Result<(), (String, String)> {
        if is_blank(&self.query) {
            return Err(("query".to_owned(), "must not be empty".to_owned()));
        }
        for (key, text) in [("query", self.query.as_str()), ("filtered", self.filtered.as_str()), ("label", self.label())] {
            let raw = |place: &Place<'_>| {
                key == "label" && place.name == "name" || key == "filtered" && place.name == "filter" && place.format.is_none()
            };
            for place in places(text).into_iter().filter(|place| !raw(place)) {
                if !is_typed(place.name) {
                    check_format(&place).map_err(|reason| (key.to_owned(), reason))?;
                    continue;
                }
                let made = key == "query" && MADE.contains(&place.name);
                if !made && !self.escape.fits(&text[..place.range.start]) {
                    return Err((key.to_owned(), format!("{{{}}} must stand {}", place.name, self.escape.where_it_fits())));
                }
            }
        }
        let open = [("filtered", self.filtered.as_str()), ("label", self.label())].into_iter().find(|(_, text)| within_double_quotes(text));
        open.map_or(Ok(()), |(key, _)| Err((key.to_owned(), "leaves double quotes open".to_owned())))
    }

    pub(crate) fn label(&self) -> &str {
        self.label.as_deref().unwrap_or(self.escape.usual_label())
    }
}

/// The built-in platforms under a team's own.
pub(crate) fn platforms(own: Vec<Table>, lines: &BTreeMap<String, usize>) -> Result<Vec<LogPlatform>, TeamFileError> {
    let built_in: PlatformFile =
        read(toml::Value::Table(table(BUILT_IN)?)).map_err(|(key, reason)| TeamFileError { line: None, key: Some(key), reason })?;
    lay_over(LIST, built_in.log_platform, own, lines, LogPlatform::check)
}

#[derive(Deserialize)]
struct PlatformFile {
    log_platform: Vec<Table>,
}
