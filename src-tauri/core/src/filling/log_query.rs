//! Queries about a service's logs, ready to paste (seed: Step 3, Examine Logs).

use serde::Serialize;
use ts_rs::TS;

use super::query_value::escape_value;
use super::values::Values;
use crate::team::{LogPlatform, Logs, Service, Services, is_typed};
use crate::text::{Place, fill, one_line, places};

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

/// The query about one service.
#[must_use]
pub fn query(platform: &LogPlatform, logs: &Logs, values: &Values) -> LogQuery {
    let question = Question { platform, logs, values };
    let query = fill(&platform.query, |place| question.value(place));
    let mut missing: Vec<String> =
        places(&platform.query).iter().filter(|place| question.value(place).is_none()).map(|place| place.name.to_owned()).collect();
    missing.dedup();
    LogQuery {
        platform: platform.id.clone(),
        title: platform.title.clone(),
        service: one_line(&values.service),
        query,
        around: platform.around.as_ref().map(|around| fill(around, |place| question.plain(place))),
        missing,
    }
}

/// The queries about one service: of its platform where it names one, else of every platform there is.
#[must_use]
pub fn queries(services: &Services, service: Option<&Service>, values: &Values) -> Vec<LogQuery> {
    let unknown = Logs::default();
    let own = service.and_then(|service| service.logs.as_ref());
    let logs = own.unwrap_or(&unknown);
    let named = logs.service.as_ref().map(|name| values.with_service(name));
    let platforms = services.log_platforms().into_iter();
    let fitting = platforms.filter(|platform| own.is_none_or(|own| own.platform == platform.id));
    fitting.map(|platform| query(&platform, logs, named.as_ref().unwrap_or(values))).collect()
}

/// One question to one platform.
struct Question<'a> {
    platform: &'a LogPlatform,
    logs: &'a Logs,
    values: &'a Values,
}

impl Question<'_> {
    /// What stands in a place of the query.
    fn value(&self, place: &Place<'_>) -> Option<String> {
        match place.name {
            "labels" => Some(self.labels()),
            "filter" => Some(self.filter()),
            name if is_typed(name) => self.plain(place).map(|value| escape_value(self.platform.escape, &value)),
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
                "value" => Some(escape_value(self.platform.escape, value)),
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
            ("filter", Some(_)) => Some(escape_value(self.platform.escape, filter)),
            _ => self.value(place),
        })
    }
}
