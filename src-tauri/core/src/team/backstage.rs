//! Services from a Backstage catalogue: `catalog-info.yaml` becomes the text of `[[service]]` tables.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::links::{check_link, is_link};
use crate::team::service::{Service, Services};
use crate::text::one_line;

/// Kinds of Backstage that are services here.
const KINDS: [&str; 3] = ["component", "api", "system"];
const SOURCE: &str = "backstage.io/source-location";
const GITHUB: &str = "github.com/project-slug";
const GITLAB: &str = "gitlab.com/project-slug";

/// Words of a link's title or type that make it a dashboard, or a runbook.
const DASHBOARD_WORDS: [&str; 7] = ["dashboard", "grafana", "metrics", "monitor", "datadog", "kibana", "new relic"];
const RUNBOOK_WORDS: [&str; 3] = ["runbook", "playbook", "run book"];

/// What a catalogue gives.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    /// The `[[service]]` tables, with comments on what was left out; ready to stand in `services.toml`.
    pub toml: String,
    /// The names of the services in it.
    pub added: Vec<String>,
    /// What was left out, each with the reason.
    pub left_out: Vec<String>,
}

/// The file is no catalogue.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BackstageError {
    /// It is not YAML, or not of the shape.
    #[error("{0}")]
    Unreadable(String),
    /// Nothing in it is a service.
    #[error("it describes no Component, API or System")]
    NoService,
}

#[derive(Deserialize)]
struct Entity {
    #[serde(default)]
    kind: String,
    metadata: Metadata,
    #[serde(default)]
    spec: Spec,
}

#[derive(Deserialize)]
struct Metadata {
    name: String,
    title: Option<String>,
    #[serde(default)]
    annotations: BTreeMap<String, String>,
    #[serde(default)]
    links: Vec<Link>,
}

#[derive(Deserialize)]
struct Link {
    url: String,
    title: Option<String>,
    icon: Option<String>,
    r#type: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Spec {
    owner: Option<String>,
    #[serde(default)]
    depends_on: Vec<String>,
}

/// A `[[service]]` table, its keys in the order in which they are written.
#[derive(Serialize)]
struct Table {
    name: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    aliases: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    repositories: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    owners: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    runbooks: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    depends_on: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    dashboards: Vec<DashboardTable>,
}

#[derive(Serialize)]
struct DashboardTable {
    title: String,
    url: String,
}

#[derive(Serialize)]
struct File {
    service: [Table; 1],
}

/// Reads a catalogue of one or several documents. Services that are named already are left out.
///
/// # Errors
/// [`BackstageError`] when it is no such catalogue.
pub fn import(yaml: &str, known: &Services) -> Result<Imported, BackstageError> {
    let entities: Vec<Entity> =
        serde_saphyr::from_multiple(yaml).map_err(|error| BackstageError::Unreadable(first_line(&error.to_string())))?;
    let mut taken: BTreeSet<String> = known.services.iter().flat_map(Service::names).map(str::to_lowercase).collect();
    let (mut imported, mut services) = (Imported::default(), 0);
    for entity in entities.into_iter().filter(|entity| KINDS.contains(&entity.kind.to_lowercase().as_str())) {
        services += 1;
        let name = one_line(entity.metadata.name.trim());
        if name.is_empty() || !taken.insert(name.to_lowercase()) {
            imported.left_out.push(format!("{} {name}: it is named already", entity.kind));
            continue;
        }
        let (table, mut left_out) = entity.table(&name, &mut taken);
        let text = toml::to_string(&File { service: [table] }).map_err(|error| BackstageError::Unreadable(error.to_string()))?;
        imported.toml.push_str(if imported.toml.is_empty() { "" } else { "\n" });
        imported.toml.push_str(&text);
        imported.added.push(name);
        imported.left_out.append(&mut left_out);
    }
    if services == 0 {
        return Err(BackstageError::NoService);
    }
    for line in &imported.left_out {
        imported.toml.push_str(&format!("# Left out: {}\n", one_line(line)));
    }
    Ok(imported)
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().trim().to_owned()
}

impl Entity {
    fn table(self, name: &str, taken: &mut BTreeSet<String>) -> (Table, Vec<String>) {
        let title = self.metadata.title.as_deref().map(|title| one_line(title.trim())).filter(|title| !title.is_empty());
        let mut table = Table {
            name: name.to_owned(),
            aliases: title.filter(|title| taken.insert(title.to_lowercase())).into_iter().collect(),
            repositories: repositories(&self.metadata.annotations),
            owners: self.spec.owner.as_deref().map(bare).filter(|owner| !owner.is_empty()).into_iter().collect(),
            runbooks: Vec::new(),
            depends_on: self.spec.depends_on.iter().map(|reference| bare(reference)).filter(|name| !name.is_empty()).collect(),
            dashboards: Vec::new(),
        };
        let left_out = self.metadata.links.into_iter().filter_map(|link| table.take(link)).collect();
        (table, left_out)
    }
}

impl Table {
    /// Takes a link, or says why not.
    fn take(&mut self, link: Link) -> Option<String> {
        let title = one_line(link.title.as_deref().map_or(link.url.trim(), str::trim));
        // In a link of another tool braces are no places of ours.
        let url = link.url.trim().replace('{', "%7B").replace('}', "%7D");
        if let Err(reason) = check_link(&url) {
            return Some(format!("link {title} of {}: it {reason}", self.name));
        }
        let about = [Some(title.as_str()), link.icon.as_deref(), link.r#type.as_deref(), Some(url.as_str())];
        let about = about.into_iter().flatten().collect::<Vec<_>>().join(" ").to_lowercase();
        if RUNBOOK_WORDS.iter().any(|word| about.contains(word)) {
            self.runbooks.push(url);
        } else if DASHBOARD_WORDS.iter().any(|word| about.contains(word)) {
            self.dashboards.push(DashboardTable { title, url });
        } else {
            return Some(format!("link {title} of {}: {url} is neither a dashboard nor a runbook", self.name));
        }
        None
    }
}

fn repositories(annotations: &BTreeMap<String, String>) -> Vec<String> {
    let slug = |key: &str, host: &str| annotations.get(key).map(|slug| format!("https://{host}/{}", slug.trim().trim_matches('/')));
    let source = annotations.get(SOURCE).map(|source| source.trim().trim_start_matches("url:").trim_end_matches('/').to_owned());
    let found = slug(GITHUB, "github.com").or_else(|| slug(GITLAB, "gitlab.com")).or(source);
    found.filter(|link| is_link(link) && check_link(link).is_ok()).into_iter().collect()
}

/// `group:default/team-a` is `team-a`.
fn bare(reference: &str) -> String {
    let name = reference.trim();
    let name = name.rsplit_once('/').map_or(name, |(_, name)| name);
    one_line(name.rsplit_once(':').map_or(name, |(_, name)| name))
}
