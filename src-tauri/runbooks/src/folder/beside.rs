//! Files that stand beside runbooks.

use crate::model::Runbook;

const NAMES: &[&str] = &[
    "readme",
    "contributing",
    "changelog",
    "license",
    "licence",
    "code_of_conduct",
    "code-of-conduct",
    "security",
    "codeowners",
    "index",
    "_index",
    "summary",
    "_sidebar",
    "_navbar",
    "authors",
    "maintainers",
    "governance",
    "glossary",
    "pull_request_template",
    "issue_template",
];

/// Whether a file explains the folder and is no runbook: by its name, unless it has a step with a command. Such a file is listed last, and only its links and
/// fences are checked.
#[must_use]
pub fn is_beside(path: &str, runbook: &Runbook) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
    let stem = name.split('.').next().unwrap_or_default();
    NAMES.contains(&stem) && !runbook.steps.iter().any(|step| runbook.commands(step).next().is_some())
}
