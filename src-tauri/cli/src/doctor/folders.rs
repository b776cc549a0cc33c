//! Data, configuration and policy.

use std::path::Path;

use sitrep_workstation::screens::PolicyView;
use sitrep_workstation::{DataNotice, Error, Folders, Workstation};

use super::check::Check;
use crate::output::{counted, help_in_words};

/// The check that says whether the database can be written.
pub const DATA: &str = "data";
const DATA_FOLDER: &str = "data_folder";
const POLICY: &str = "policy";
const GUARD: &str = "guard";
const SERVICES: &str = "services";
const CATALOGUE: &str = "catalogue";
const TEMPLATES: &str = "templates";

/// Where nothing can be kept.
pub fn no_folders(error: &Error) -> Check {
    Check::bad(DATA, error.to_string(), help_in_words(&error.help()))
}

/// Whether data can be read and written, and where the configuration is.
pub fn storage(folders: &Folders, opened: &Result<Workstation, Error>) -> Vec<Check> {
    let workstation = match opened {
        Ok(workstation) => workstation,
        Err(error) => return vec![unusable(folders, error), config(folders)],
    };
    let written = workstation.save_draft("doctor", "");
    let checks = [data(folders, written.err().as_ref()), config(folders)];
    checks.into_iter().chain(workstation.data_notices().iter().filter_map(|notice| of_notice(notice, folders))).collect()
}

fn data(folders: &Folders, unwritten: Option<&Error>) -> Check {
    let folder = named(&folders.data, Folders::named_by()[0]);
    match unwritten {
        None => Check::good(DATA, format!("{folder} (read and written)")),
        Some(error) => Check::bad(DATA, format!("{folder} can be read, and not written. {error}"), help_in_words(&error.help())),
    }
}

fn unusable(folders: &Folders, error: &Error) -> Check {
    let folder = named(&folders.data, Folders::named_by()[0]);
    Check::bad(DATA, format!("{folder} cannot be used: {error}"), help_in_words(&error.help()))
}

fn config(folders: &Folders) -> Check {
    Check::good("config", named(&folders.config, Folders::named_by()[1]))
}

fn named(folder: &Path, variable: Option<&str>) -> String {
    let variable = variable.map(|variable| format!(", as {variable} says"));
    format!("{}{}", folder.display(), variable.unwrap_or_default())
}

/// What else should be known of the data folder; that it cannot be written is said already.
fn of_notice(notice: &DataNotice, folders: &Folders) -> Option<Check> {
    let advice = match notice {
        DataNotice::ReadOnly(_) => return None,
        DataNotice::OpenToOthers(_) => format!("chmod 700 {}", folders.data.display()),
        DataNotice::BegunAnew(_) | DataNotice::SetAside(_) => {
            "sitrep restore FILE brings a backup back. Remove the file once nobody needs it.".to_owned()
        }
    };
    Some(Check::bad(DATA_FOLDER, notice.to_string(), advice))
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

/// What the guard reads updates with, which services are known, and what leads through an incident.
pub fn team_files(workstation: &Workstation) -> Vec<Check> {
    let services = format!("{} from FILE", counted(workstation.services().services.len(), "service"));
    let adding = ["built in; FILE would add to it.", "built in, with FILE over it."];
    let naming = ["none named; FILE would name them.", &services];
    let files = [
        team_file(GUARD, &workstation.guard_path(), workstation.guard_problem(), adding).with(workstation.not_looked_for()),
        team_file(SERVICES, &workstation.services_path(), workstation.services_problem(), naming),
        team_file(CATALOGUE, &workstation.catalogue_path(), workstation.catalogue_problem(), adding),
    ];
    let templates = workstation.templates().map(|set| set.problems.clone()).unwrap_or_default();
    let templates = templates.into_iter().map(|(name, problem)| {
        let told = format!("{} is not followed: {problem}", workstation.template_path(&name).display());
        Check::bad(TEMPLATES, told, "Correct it; until then the built-in one of that name is used, if there is one.")
    });
    files.into_iter().chain(templates).collect()
}

/// `FILE` stands for the file's path.
fn team_file(name: &'static str, path: &Path, problem: Option<String>, [without, with]: [&str; 2]) -> Check {
    let file = path.display().to_string();
    match problem {
        Some(problem) => Check::bad(
            name,
            format!("{file} is not followed: {problem}"),
            "Correct it; until then what it last said without a fault holds.",
        ),
        None if path.exists() => Check::good(name, with.replace("FILE", &file)),
        None => Check::good(name, without.replace("FILE", &file)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_not_followed_says_where_and_what_holds() {
        let nowhere = Path::new("/nowhere/guard.toml");
        let told =
            |problem: Option<&str>| team_file(GUARD, nowhere, problem.map(str::to_owned), ["built in; FILE would add.", "with FILE"]);
        assert_eq!(told(None), Check::good(GUARD, "built in; /nowhere/guard.toml would add."));
        let bad = told(Some("line 3: is no pattern"));
        assert!(!bad.good && bad.says == "/nowhere/guard.toml is not followed: line 3: is no pattern", "{bad:?}");
        assert_eq!(bad.advice, ["Correct it; until then what it last said without a fault holds."]);
    }
}
