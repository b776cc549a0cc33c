//! What works here, in plain words.

use sitrep_workstation::Folders;
use sitrep_workstation::views::PolicyView;

use crate::desktop;

/// The report for a person.
pub fn report(folders: &Folders, policy: &PolicyView) -> String {
    let mut lines = vec![
        format!("Data      {} (read and written)", folders.data.display()),
        format!("Config    {}", folders.config.display()),
        format!("Desktop   {}", desktop_line()),
    ];
    lines.extend(policy_lines(policy));
    lines.join("\n")
}

fn desktop_line() -> &'static str {
    match (desktop::has_display(), desktop::is_installed()) {
        (true, true) => "a display and the app are there; its Settings send a test notification",
        (true, false) => "a display is there; the app is not beside this command, so it is looked for on the PATH",
        (false, _) => "no display here; every verb works, reminders need the app on a desktop",
    }
}

fn policy_lines(policy: &PolicyView) -> Vec<String> {
    let own = policy.values.iter().filter(|value| value.own).count();
    let mut lines = vec![match &policy.problem {
        Some(problem) => format!("Policy    {} is not followed: {problem}\n          The last good policy stays in force.", policy.path),
        None if own == 0 => format!("Policy    built in; {} would override any part of it", policy.path),
        None => format!("Policy    {own} of {} values from {}", policy.values.len(), policy.path),
    }];
    lines.extend(policy.values.iter().map(|value| format!("  {} = {}  ({})", value.key, value.value, value.origin)));
    lines
}
