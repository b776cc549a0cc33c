//! `sitrep settings`.

use clap::Args;
use serde_json::{Map, Value, json};
use sitrep_workstation::{Error, SettingsChange};

use crate::command_line::CommandLine;
use crate::output::{Refusal, joined};

/// Print what can be set, one of it, or set it: sitrep settings author @ana
#[derive(Debug, Args)]
pub struct SettingsArgs {
    /// Which: author, theme, quick_entry_hotkey, declare_hotkey, p0_sound, zone
    name: Option<String>,
    /// What it is to be
    #[arg(requires = "name")]
    value: Option<String>,
}

pub fn run(cli: &CommandLine, args: &SettingsArgs) -> Result<(), Refusal> {
    let known = in_words(cli)?;
    let Some(name) = &args.name else { return cli.answer(&known, || joined(known.iter().map(line))) };
    let standing = known.get(name).ok_or_else(|| Error::UnknownSetting { name: name.clone(), known: known.keys().cloned().collect() })?;
    if let Some(value) = &args.value {
        cli.workstation.change_settings(&change(name, value, standing)?)?;
    }
    let now = in_words(cli)?;
    cli.answer(&json!({ name: now[name] }), || line((name, &now[name])))
}

fn in_words(cli: &CommandLine) -> Result<Map<String, Value>, Error> {
    let settings = serde_json::to_value(cli.workstation.settings()?).unwrap_or_default();
    Ok(settings.as_object().cloned().unwrap_or_default())
}

fn line((name, value): (&String, &Value)) -> String {
    format!("{name:<20}{}", value.as_str().map_or_else(|| value.to_string(), str::to_owned))
}

/// The change, where the value is one that it can have.
fn change(name: &str, value: &str, standing: &Value) -> Result<SettingsChange, Error> {
    let typed = if standing.is_boolean() { on_or_off(value) } else { Value::from(value) };
    serde_json::from_value(json!({ name: typed })).map_err(|_| Error::BadSetting { name: name.to_owned(), value: value.to_owned() })
}

fn on_or_off(value: &str) -> Value {
    match value {
        "on" | "true" | "yes" => Value::Bool(true),
        "off" | "false" | "no" => Value::Bool(false),
        other => Value::from(other),
    }
}
