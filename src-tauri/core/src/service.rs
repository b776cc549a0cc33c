//! The team's services as its `services.toml` names them: what customers call them and which words they do not know.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use toml::Value;

use crate::toml_lines::{TeamFileError, lines_of, read, table};

/// One service. What a newer Sitrep reads beside this is left alone.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Service {
    /// Its name within the team, such as `payments-api`.
    pub name: String,
    /// Its name for customers, such as Payments.
    pub customer_name: Option<String>,
    /// What else the team calls it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Words of this service that customers do not know, each with a plain one.
    #[serde(default)]
    pub jargon: BTreeMap<String, String>,
}

/// Every service that the team named.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Services {
    /// The services in the file's order.
    #[serde(default, rename = "service")]
    pub services: Vec<Service>,
    /// Words of all services that customers do not know, each with a plain one.
    #[serde(default)]
    pub jargon: BTreeMap<String, String>,
}

/// Why a file of services is not taken.
pub type ServicesError = TeamFileError;

impl Services {
    /// Reads `services.toml`, given as text; an empty one names no service.
    ///
    /// # Errors
    /// [`ServicesError`] with line, key and reason for a file that is not TOML, has a value of the wrong type, or names one
    /// service twice.
    pub fn parse(text: &str) -> Result<Self, ServicesError> {
        let table = table(text)?;
        let lines = lines_of(text);
        let refuse = |(key, reason): (String, String)| ServicesError { line: nearest(&lines, &key), key: Some(key), reason };
        let services: Self = read(Value::Table(table)).map_err(refuse)?;
        services.check().map_err(refuse)?;
        Ok(services)
    }

    /// What customers call a service, by its name or one of its aliases in any case.
    #[must_use]
    pub fn customer_name(&self, name: &str) -> Option<&str> {
        self.find(name)?.customer_name.as_deref()
    }

    fn find(&self, name: &str) -> Option<&Service> {
        let name = name.trim().to_lowercase();
        self.services.iter().find(|service| service.names().any(|own| own.to_lowercase() == name))
    }

    fn check(&self) -> Result<(), (String, String)> {
        let mut taken = BTreeSet::new();
        for (at, service) in self.services.iter().enumerate() {
            let keys = std::iter::once("name".to_owned()).chain((0..service.aliases.len()).map(|alias| format!("aliases[{alias}]")));
            for (key, name) in keys.zip(service.names()) {
                let key = format!("service[{at}].{key}");
                if name.trim().is_empty() {
                    return Err((key, "must not be empty".to_owned()));
                }
                if !taken.insert(name.trim().to_lowercase()) {
                    return Err((key, format!("'{name}' is named twice")));
                }
            }
            if service.customer_name.as_deref().is_some_and(|name| name.trim().is_empty()) {
                return Err((format!("service[{at}].customer_name"), "must not be empty".to_owned()));
            }
        }
        Ok(())
    }
}

impl Service {
    /// Its name, then its aliases.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(String::as_str))
    }
}

/// The line of a key, or of the nearest thing around it: what is missing has no line of its own.
fn nearest(lines: &BTreeMap<String, usize>, key: &str) -> Option<usize> {
    let mut key = key;
    loop {
        if let Some(line) = lines.get(key) {
            return Some(*line);
        }
        key = &key[..key.rfind(['.', '['])?];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "[jargon]\nledger = \"our records\"\n\n[[service]]\nname = \"payments-api\"\ncustomer_name = \"Payments\"\naliases = [\"pay\"]\njargon = { pgbouncer = \"our database\" }\nowner = \"a later key\"\n";

    #[test]
    fn a_service_is_found_by_any_of_its_names() -> Result<(), ServicesError> {
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
            ("service = 3", Some(1), Some("service"), "invalid type"),
        ] {
            let said = Services::parse(text).err();
            let found = said.as_ref().map(|error| (error.line, error.key.as_deref(), error.reason.contains(part)));
            assert_eq!(found, Some((line, key, true)), "{text}: {said:?}");
        }
    }
}
