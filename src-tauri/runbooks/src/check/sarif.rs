//! Marks as SARIF 2.1.0, which code hosts show beside the text.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Value, json};

use super::mark::{Mark, Rule};

/// What does not stand in an address as it is.
const ENCODED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The marks of files as SARIF 2.1.0. `version` is that of the program.
#[must_use]
pub fn sarif(files: &[(String, Vec<Mark>)], version: &str) -> Value {
    let results: Vec<Value> = files.iter().flat_map(|(file, marks)| marks.iter().map(move |mark| result(file, mark))).collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "sitrep runbook check", "version": version, "rules": Rule::ALL.iter().map(|rule| describe(*rule)).collect::<Vec<_>>() } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn describe(rule: Rule) -> Value {
    json!({
        "id": rule.code(),
        "shortDescription": { "text": rule.practice().split(':').next().unwrap_or_default().split(',').next().unwrap_or_default() },
        "fullDescription": { "text": rule.practice() },
        "help": { "text": rule.practice() },
        "defaultConfiguration": { "level": "warning" },
    })
}

fn result(file: &str, mark: &Mark) -> Value {
    json!({
        "ruleId": mark.rule.code(),
        "ruleIndex": Rule::ALL.iter().position(|rule| *rule == mark.rule),
        "level": "warning",
        "message": { "text": format!("{}. {} {}.", mark.message, mark.why, mark.mend.words.trim_end_matches('.')) },
        "locations": [{
            "physicalLocation": {
                "artifactLocation": { "uri": utf8_percent_encode(&file.replace('\\', "/"), ENCODED).to_string() },
                "region": { "startLine": mark.line.max(1), "startColumn": mark.column.max(1), "endColumn": mark.end_column.max(mark.column).max(1) },
            },
        }],
    })
}
