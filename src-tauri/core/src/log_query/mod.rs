//! Queries of the logs, ready for the platform they are searched on (seed: Step 3, Examine Logs).
//!
//! Platforms are data (`platforms.toml`); a team's `[[log_platform]]` in `services.toml` lies over it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml::Table;
use ts_rs::TS;

use crate::fill::{Place, Values, check_format, fill, is_typed, one_line, places};
use crate::service::{Logs, Service, Services};
use crate::toml_lines::{TeamFileError, table};
use crate::toml_overlay::lay_over;

mod escape;

use escape::{Escape, within_double_quotes};

const BUILT_IN: &str = include_str!("platforms.toml");
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
    query: String,
    escape: Escape,
    #[serde(default)]
    filtered: String,
    label: Option<String>,
    #[serde(default)]
    label_separator: String,
    around: Option<String>,
    #[serde(default)]
    defaults: BTreeMap<String, String>,
}

/// A query to copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LogQuery {
    /// The platform's id.
    pub platform: String,
    /// The platform's name on screen.
    pub title: String,
    /// The service it asks about.
    pub service: String,
    /// The query.
    pub query: String,
    /// What is set beside it, such as the time range, in words.
    pub around: Option<String>,
    /// Places that nothing is known for; they stand in the query as `{name}`.
    pub missing: Vec<String>,
}

impl LogPlatform {
    /// The built-in platforms, in the order of the file.
    ///
    /// # Errors
    /// [`TeamFileError`] if the built-in file is broken, which a test rules out.
    pub fn built_in() -> Result<Vec<Self>, TeamFileError> {
        platforms(Vec::new(), &BTreeMap::new())
    }

    /// The query about one service.
    #[must_use]
    pub fn query(&self, logs: &Logs, values: &Values) -> LogQuery {
        let asked = Asked { platform: self, logs, values };
        let query = fill(&self.query, |place| asked.value(place));
        let mut missing: Vec<String> =
            places(&self.query).iter().filter(|place| asked.value(place).is_none()).map(|place| place.name.to_owned()).collect();
        missing.dedup();
        LogQuery {
            platform: self.id.clone(),
            title: self.title.clone(),
            service: one_line(&values.service),
            query,
            around: self.around.as_ref().map(|around| fill(around, |place| asked.plain(place))),
            missing,
        }
    }

    /// What is wrong, with the key.
    fn check(&self) -> Result<(), (String, String)> {
        if self.query.trim().is_empty() {
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

    fn label(&self) -> &str {
        self.label.as_deref().unwrap_or(self.escape.usual_label())
    }
}

/// The built-in platforms under a team's own.
pub(crate) fn platforms(own: Vec<Table>, lines: &BTreeMap<String, usize>) -> Result<Vec<LogPlatform>, TeamFileError> {
    let built_in: PlatformFile = crate::toml_lines::read(toml::Value::Table(table(BUILT_IN)?)).map_err(|(key, reason)| TeamFileError {
        line: None,
        key: Some(key),
        reason,
    })?;
    lay_over(LIST, built_in.log_platform, own, lines, LogPlatform::check)
}

#[derive(Deserialize)]
struct PlatformFile {
    log_platform: Vec<Table>,
}

/// The queries about one service: of its platform where it names one, else of every platform there is.
#[must_use]
pub fn queries(services: &Services, service: Option<&Service>, values: &Values) -> Vec<LogQuery> {
    let unknown = Logs::default();
    let own = service.and_then(|service| service.logs.as_ref());
    let logs = own.unwrap_or(&unknown);
    let named = logs.service.as_ref().map(|name| values.named(name));
    let platforms = services.log_platforms().into_iter();
    let fitting = platforms.filter(|platform| own.is_none_or(|own| own.platform == platform.id));
    fitting.map(|platform| platform.query(logs, named.as_ref().unwrap_or(values))).collect()
}

/// One question to one platform.
struct Asked<'a> {
    platform: &'a LogPlatform,
    logs: &'a Logs,
    values: &'a Values,
}

impl Asked<'_> {
    /// What stands in a place of the query.
    fn value(&self, place: &Place<'_>) -> Option<String> {
        match place.name {
            "labels" => Some(self.labels()),
            "filter" => Some(self.filter()),
            name if is_typed(name) => self.plain(place).map(|value| self.platform.escape.escaped(&value)),
            _ => self.plain(place),
        }
    }

    /// The same for people to read.
    fn plain(&self, place: &Place<'_>) -> Option<String> {
        let logs = self.logs;
        let own = match place.name {
            "index" => logs.index.as_ref(),
            "log_group" => logs.log_group.as_ref(),
            "path" => logs.path.as_ref(),
            name => logs.parameters.get(name),
        };
        let usual = || self.platform.defaults.get(place.name).map(|usual| fill(usual, |place| self.values.value(place)));
        own.map(|own| one_line(own)).or_else(|| self.values.value(place)).or_else(usual)
    }

    fn labels(&self) -> String {
        let one = |name: &str, value: &str| {
            fill(self.platform.label(), |place| match place.name {
                "name" => Some(name.to_owned()),
                "value" => Some(self.platform.escape.escaped(value)),
                _ => None,
            })
        };
        if self.logs.labels.is_empty() {
            return one("service", &self.values.service);
        }
        let labels: Vec<String> = self.logs.labels.iter().map(|(name, value)| one(name, value)).collect();
        labels.join(&self.platform.label_separator)
    }

    fn filter(&self) -> String {
        let Some(filter) = &self.logs.filter else { return String::new() };
        fill(&self.platform.filtered, |place| match (place.name, place.format) {
            ("filter", None) => Some(filter.clone()),
            ("filter", Some(_)) => Some(self.platform.escape.escaped(filter)),
            _ => self.value(place),
        })
    }
}
