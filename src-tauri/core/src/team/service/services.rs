//! The team's services as its `services.toml` names them.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use toml::{Table, Value};

use super::check;
use super::definition::Service;
use crate::team::log_platform::{LogPlatform, platforms};
use crate::team::toml_lines::{TeamFileError, lines_of, nearest, read, table};

/// Every service that the team named.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Services {
    /// The services in the file's order.
    #[serde(default, rename = "service")]
    pub services: Vec<Service>,
    /// Words of all services that customers do not know, each with a plain one.
    #[serde(default)]
    pub jargon: BTreeMap<String, String>,
    /// The log platforms with the team's own; empty where the file says nothing of them.
    #[serde(skip)]
    own_platforms: Vec<LogPlatform>,
}

impl Services {
    /// Reads `services.toml`, given as text; an empty one names no service.
    ///
    /// # Errors
    /// [`TeamFileError`] with line, key and reason for a file that is not TOML, has a value of the wrong type or one that could
    /// do harm, or names one service twice.
    pub fn parse(text: &str) -> Result<Self, TeamFileError> {
        let table = table(text)?;
        let lines = lines_of(text);
        let refuse = |(key, reason): (String, String)| TeamFileError { line: nearest(&lines, &key), key: Some(key), reason };
        let own: OwnPlatforms = read(Value::Table(table.clone())).map_err(refuse)?;
        let mut services: Self = read(Value::Table(table)).map_err(refuse)?;
        if !own.log_platform.is_empty() {
            services.own_platforms = platforms(own.log_platform, &lines)?;
        }
        services.check().map_err(refuse)?;
        Ok(services)
    }

    /// The log platforms there are.
    #[must_use]
    pub fn log_platforms(&self) -> Vec<LogPlatform> {
        if self.own_platforms.is_empty() { LogPlatform::built_in().unwrap_or_default() } else { self.own_platforms.clone() }
    }

    /// What customers call a service, by its name or one of its aliases in any case.
    #[must_use]
    pub fn customer_name(&self, name: &str) -> Option<&str> {
        self.find(name)?.customer_name.as_deref()
    }

    /// A service by its name or one of its aliases in any case.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Service> {
        let name = name.trim().to_lowercase();
        self.services.iter().find(|service| service.names().any(|own| own.to_lowercase() == name))
    }

    fn check(&self) -> Result<(), (String, String)> {
        let mut taken = BTreeSet::new();
        let platforms = self.log_platforms();
        for (at, service) in self.services.iter().enumerate() {
            let keys = std::iter::once("name".to_owned()).chain((0..service.aliases.len()).map(|alias| format!("aliases[{alias}]")));
            for (key, name) in keys.zip(service.names()) {
                let key = format!("service[{at}].{key}");
                check::filled(name).map_err(|reason| (key.clone(), reason))?;
                if !taken.insert(name.trim().to_lowercase()) {
                    return Err((key, format!("'{name}' is named twice")));
                }
            }
            let known = service.customer_name.as_deref().map_or(Ok(()), check::filled);
            known.map_err(|reason| (format!("service[{at}].customer_name"), reason))?;
            check::service(service, &platforms).map_err(|(key, reason)| (format!("service[{at}].{key}"), reason))?;
        }
        Ok(())
    }
}

/// The team's log platforms as they are written.
#[derive(Debug, Default, Deserialize)]
struct OwnPlatforms {
    #[serde(default)]
    log_platform: Vec<Table>,
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "[jargon]\nledger = \"our records\"\n\n[[service]]\nname = \"payments-api\"\ncustomer_name = \"Payments\"\naliases = [\"pay\"]\njargon = { pgbouncer = \"our database\" }\nowner = \"a later key\"\n";

    #[test]
    fn a_service_is_found_by_any_of_its_names() -> Result<(), TeamFileError> {
        let services = Services::parse(FILE)?;
        for name in ["payments-api", "PAY", " pay "] {
            assert_eq!(services.customer_name(name), Some("Payments"), "{name}");
        }
        assert_eq!(services.customer_name("search"), None);
        assert_eq!(services.jargon["ledger"], "our records");
        assert_eq!(services.services[0].jargon["pgbouncer"], "our database");
        assert_eq!(Services::parse("")?, Services::default());
        Ok(())
    }

    #[test]
    fn a_bad_file_says_line_key_and_reason() {
        for (text, line, key, part) in [
            ("[[service]]\nname = ", Some(2), None, ""),
            ("[[service]]\nname = 3", Some(2), Some("service[0].name"), "invalid type"),
            ("\n[[service]]\naliases = [\"a\"]", Some(2), Some("service[0]"), "missing field `name`"),
            ("[[service]]\nname = \"a\"\naliases = [\"b\", 4]", Some(3), Some("service[0].aliases[1]"), "invalid type"),
            ("[[service]]\nname = \" \"", Some(2), Some("service[0].name"), "empty"),
            ("[[service]]\nname = \"a\"\n[[service]]\nname = \"A\"", Some(4), Some("service[1].name"), "twice"),
            ("[[service]]\nname = \"a\"\ncustomer_name = \"\"", Some(3), Some("service[0].customer_name"), "empty"),
            ("[jargon]\npod = 7", Some(2), Some("jargon.pod"), "invalid type"),
            (
                "[[service]]\nname = \"a\"\n[[service.dashboards]]\ntitle = \"D\"\nurl = \"javascript:alert(1)\"",
                Some(5),
                Some("service[0].dashboards[0].url"),
                "https://",
            ),
            (
                "[[service]]\nname = \"a\"\ndashboards = [{ title = \"D\" }]",
                Some(3),
                Some("service[0].dashboards[0]"),
                "missing field `url`",
            ),
            ("[[service]]\nname = \"a\"\nlogs = { platform = \"paper\" }", Some(3), Some("service[0].logs.platform"), "kibana, datadog"),
            (
                "[[service]]\nname = \"a\"\nlogs = { platform = \"loki\", labels = { \"a b\" = \"c\" } }",
                Some(3),
                Some("service[0].logs.labels.a b"),
                "no name of a label",
            ),
            ("[[service]]\nname = \"a\"\nrepositories = [3]", Some(3), Some("service[0].repositories[0]"), "expected a path"),
            (
                "[[service]]\nname = \"a\"\nrepositories = [{ path = \"/src/pay\", branch = \"-f\" }]",
                Some(3),
                Some("service[0].repositories[0].branch"),
                "dash",
            ),
            ("[[service]]\nname = \"a\"\nrollback = \"undo '{service}'\"", Some(3), Some("service[0].rollback"), "outside of quotes"),
            ("[[service]]\nname = \"--all\"\ndeploy = \"deploy {service}\"", Some(2), Some("service[0].name"), "dash"),
            (
                "[[service]]\nname = \"a\"\nrunbooks = [\"pay.md\", \"../../etc/passwd\"]",
                Some(3),
                Some("service[0].runbooks[1]"),
                "runbooks folder",
            ),
            ("[[service]]\nname = \"a\"\nrunbooks = [\"file:///etc/passwd\"]", Some(3), Some("service[0].runbooks[0]"), "https://"),
            (
                "[[service]]\nname = \"a\"\ncontacts = [{ who = \"DBA\", how = \" \" }]",
                Some(3),
                Some("service[0].contacts[0].how"),
                "empty",
            ),
            ("[[service]]\nname = \"a\"\ndepends_on = [\"\"]", Some(3), Some("service[0].depends_on[0]"), "empty"),
            ("[[log_platform]]\nid = \"x\"\nquery = \"q\"", Some(1), Some("log_platform.x"), "missing field"),
            ("[[log_platform]]\nid = \"loki\"\nquery = 'app={service}'", Some(3), Some("log_platform.loki.query"), "within double quotes"),
            ("service = 3", Some(1), Some("service"), "invalid type"),
        ] {
            let said = Services::parse(text).err();
            let found = said.as_ref().map(|error| (error.line, error.key.as_deref(), error.reason.contains(part)));
            assert_eq!(found, Some((line, key, true)), "{text}: {said:?}");
        }
    }
}
