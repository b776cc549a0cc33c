//! What each window is permitted is written out, and is exactly what the table has.

use std::collections::BTreeSet;
use std::error::Error;

/// What pages may do besides calling commands: listen.
const LISTENING: [&str; 2] = ["core:event:allow-listen", "core:event:allow-unlisten"];

macro_rules! commands {
    ($($(#[$mark:ident])* $name:ident($($arg:ident: $type:ty),*) -> $returns:ty;)*) => {
        const NAMES: &[&str] = &[$(stringify!($name)),*];
        const ARGUMENTS: &[&str] = &[$($(stringify!($arg),)*)*];
    };
}
include!("table.rs");

fn permitted(text: &str) -> Result<BTreeSet<String>, Box<dyn Error>> {
    let capability: serde_json::Value = serde_json::from_str(text)?;
    let permissions = capability["permissions"].as_array().ok_or("no list of permissions")?;
    Ok(permissions.iter().filter_map(|permission| permission.as_str()).map(str::to_owned).collect())
}

fn permissions<'a>(names: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    let commands = names.into_iter().map(|name| format!("allow-{}", name.replace('_', "-")));
    commands.chain(LISTENING.map(str::to_owned)).collect()
}

/// The bridge renames what has an underscore, and the generated types do not.
#[test]
fn an_argument_is_one_word() {
    assert!(!ARGUMENTS.is_empty() && ARGUMENTS.iter().all(|name| !name.contains('_')), "{ARGUMENTS:?}");
}

#[test]
fn the_main_window_may_call_the_table_and_nothing_else() -> Result<(), Box<dyn Error>> {
    let wanted = permissions(NAMES.iter().copied().filter(|name| !["hide_quick_entry", "quick_opening"].contains(name)));
    assert_eq!(permitted(include_str!("../../capabilities/main.json"))?, wanted);
    Ok(())
}

#[test]
fn quick_entry_may_call_what_it_needs_and_nothing_else() -> Result<(), Box<dyn Error>> {
    let needs = [
        "quick_opening",
        "preview_quick_entry",
        "submit_quick_entry",
        "next_quick_target",
        "keep_entry_as_typed",
        "remove_entry",
        "restore_entry",
        "answer_security",
        "paste_picture",
        "hide_quick_entry",
        "load_draft",
        "save_draft",
        "settings",
    ];
    assert_eq!(permitted(include_str!("../../capabilities/quick.json"))?, permissions(needs));
    Ok(())
}
