//! A list of the tree's under a team's own: an id that is there has the named keys replaced, `off = true` takes it away, a new
//! id adds to the list.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use toml::{Table, Value};

use super::toml_lines::{TeamFileError, nearest, read};

/// One thing of a list in the making: what is said of it, and where the team's file says it.
pub(crate) struct MergedTable {
    pub(crate) table: Table,
    pub(crate) own: Option<String>,
}

/// The things of both lists, in the order of the files; `list` is what the files call them.
pub(crate) fn lay_over<T: DeserializeOwned>(
    list: &str,
    built_in: Vec<Table>,
    own: Vec<Table>,
    lines: &BTreeMap<String, usize>,
    check: impl Fn(&T) -> Result<(), (String, String)>,
) -> Result<Vec<T>, TeamFileError> {
    lay_over_checking(list, built_in, own, lines, |thing, _| check(thing))
}

/// The same; `check` is told whether the team's file says something of the thing.
pub(crate) fn lay_over_checking<T: DeserializeOwned>(
    list: &str,
    built_in: Vec<Table>,
    own: Vec<Table>,
    lines: &BTreeMap<String, usize>,
    check: impl Fn(&T, bool) -> Result<(), (String, String)>,
) -> Result<Vec<T>, TeamFileError> {
    let mut things = Vec::new();
    for mut merged in merge(list, built_in, own, lines)? {
        let off = merged.table.remove("off");
        if off == Some(Value::Boolean(true)) {
            continue;
        }
        let refuse = |(key, reason): (String, String)| merged.refuse(list, &key, reason, lines);
        if off.is_some_and(|off| !off.is_bool()) {
            return Err(refuse(("off".to_owned(), "must be true or false".to_owned())));
        }
        let thing = read(Value::Table(merged.table.clone())).map_err(refuse)?;
        check(&thing, merged.own.is_some()).map_err(refuse)?;
        things.push(thing);
    }
    Ok(things)
}

/// The things of both lists as they are written, each key the nearest to the team.
pub(crate) fn merge(
    list: &str,
    built_in: Vec<Table>,
    own: Vec<Table>,
    lines: &BTreeMap<String, usize>,
) -> Result<Vec<MergedTable>, TeamFileError> {
    let mut merged: Vec<MergedTable> = built_in.into_iter().map(|table| MergedTable { table, own: None }).collect();
    for (at, table) in own.into_iter().enumerate() {
        let path = format!("{list}[{at}]");
        let Some(id) = id(&table).map(str::to_owned) else {
            let reason = "needs an id, one of the built-in list or a new one".to_owned();
            return Err(TeamFileError { line: nearest(lines, &path), key: Some(path), reason });
        };
        match merged.iter_mut().find(|thing| self::id(&thing.table) == Some(&id)) {
            Some(under) => {
                under.table.extend(table);
                under.own = Some(path);
            }
            None => merged.push(MergedTable { table, own: Some(path) }),
        }
    }
    Ok(merged)
}

fn id(table: &Table) -> Option<&str> {
    table.get("id").and_then(Value::as_str)
}

impl MergedTable {
    pub(crate) fn refuse(&self, list: &str, key: &str, reason: String, lines: &BTreeMap<String, usize>) -> TeamFileError {
        let join = |prefix: &str| if key.is_empty() { prefix.to_owned() } else { format!("{prefix}.{key}") };
        let line = self.own.as_ref().and_then(|own| nearest(lines, &join(own)));
        TeamFileError { line, key: Some(join(&format!("{list}.{}", id(&self.table).unwrap_or("?")))), reason }
    }
}
