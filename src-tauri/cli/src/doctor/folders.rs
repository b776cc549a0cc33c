//! Data, configuration and policy.

use sitrep_workstation::views::PolicyView;
use sitrep_workstation::{Error, Folders, Workstation};

use super::Check;

const DATA: &str = "data";
const POLICY: &str = "policy";

/// Whether data can be read and written, and where the configuration is.
pub fn checks(folders: &Result<Folders, Error>, opened: Option<&Result<Workstation, Error>>) -> Vec<Check> {
    match (folders, opened) {
        (Ok(folders), Some(Ok(room))) => {
            let written = room.save_draft("doctor", "");
            vec![data(folders, written.err().as_ref()), Check::good("config", folders.config.display().to_string())]
        }
        (Ok(folders), Some(Err(error))) => {
            vec![data(folders, Some(error)), Check::good("config", folders.config.display().to_string())]
        }
        (Err(error), _) => vec![Check::bad(DATA, error.to_string(), error.hint())],
        (Ok(_), None) => vec![],
    }
}

fn data(folders: &Folders, error: Option<&Error>) -> Check {
    let path = folders.data.display();
    match error {
        None => Check::good(DATA, format!("{path} (read and written)")),
        Some(error) => Check::bad(DATA, format!("{path} cannot be used: {error}"), error.hint()),
    }
}

/// Which policy is in force.
pub fn policy(policy: &PolicyView) -> Check {
    let own = policy.values.iter().filter(|value| value.own).count();
    match &policy.problem {
        Some(problem) => Check::bad(POLICY, format!("{} is not followed: {problem}", policy.path), "The last good policy stays in force."),
        None if own == 0 => Check::good(POLICY, format!("built in; {} would override any part of it.", policy.path)),
        None => Check::good(POLICY, format!("{own} of {} values from {}", policy.values.len(), policy.path)),
    }
}

/// The policy in force, value by value.
pub fn policy_lines(policy: &PolicyView) -> Vec<String> {
    policy.values.iter().map(|value| format!("    {} = {}  ({})", value.key, value.value, value.origin)).collect()
}
