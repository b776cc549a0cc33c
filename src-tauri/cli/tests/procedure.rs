//! The tables of the procedure, as `procedure.json` keeps them, beside what the built program prints: values, labels, order.

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

mod desk;

use std::sync::LazyLock;

use desk::Desk;
use serde_json::{Value, json};

static PROCEDURE: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(include_str!("procedure.json")).expect("it is JSON"));

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().expect("a list").iter().map(|text| text.as_str().expect("a text")).collect()
}

/// Each text stands in the other, in this order.
fn stand_in_order(wanted: &[&str], text: &str) {
    let mut rest = text;
    for words in wanted {
        let at = rest.find(words);
        assert!(at.is_some(), "'{words}' does not stand where it belongs in:\n{text}");
        rest = &rest[at.unwrap_or_default() + words.len()..];
    }
}

#[test]
fn the_severity_table_is_printed_row_by_row() {
    let desk = Desk::new("P1 Orders failing");
    let columns = ["severity", "name", "description", "examples", "response", "update_cadence", "responders"];
    let printed = desk.json(&["severities"]);
    let rows: Vec<Value> = printed.as_array().expect("rows").iter().map(|row| json!(columns.map(|column| &row[column]))).collect();
    assert_eq!(json!(rows), PROCEDURE["severities"]);
    let text = desk.says(&["severities"]);
    for row in PROCEDURE["severities"].as_array().expect("rows") {
        let flat =
            row.as_array().expect("a row").iter().flat_map(|cell| cell.as_array().map_or_else(|| vec![cell], |all| all.iter().collect()));
        stand_in_order(&flat.map(|cell| cell.as_str().expect("a text")).collect::<Vec<_>>(), &text);
    }
}

#[test]
fn the_steps_of_the_investigation_lead_through_its_lists() {
    let desk = Desk::new("P1 Orders failing");
    let pairs = |of: &str| PROCEDURE[of].as_array().expect("pairs").iter().flat_map(texts).collect::<Vec<_>>();
    stand_in_order(&pairs("dashboards"), &desk.says(&["step", "start", "dashboards"]));
    let changes = desk.says(&["step", "start", "changes"]);
    stand_in_order(&texts(&PROCEDURE["changes"]), &changes);
    assert!(changes.contains(PROCEDURE["git_log"].as_str().expect("a text")), "{changes}");
    stand_in_order(&texts(&PROCEDURE["logs"]), &desk.says(&["step", "start", "logs"]));
    stand_in_order(&pairs("hypotheses"), &desk.says(&["step", "start", "hypotheses"]));
    stand_in_order(&texts(&PROCEDURE["checks"]), &desk.says(&["step", "start", "verification"]));
}

#[test]
fn the_roles_the_log_queries_and_the_principles_are_printed() {
    let desk = Desk::new("P1 Orders failing");
    let pairs = |of: &str| PROCEDURE[of].as_array().expect("pairs").iter().flat_map(texts).collect::<Vec<_>>();
    stand_in_order(&pairs("roles"), &desk.says(&["role"]));
    stand_in_order(&texts(&PROCEDURE["log_queries"]), &desk.says(&["step", "start", "logs"]));
    stand_in_order(&pairs("principles"), &desk.says(&["review", "principles"]));
    stand_in_order(&pairs("practices"), &desk.says(&["runbook", "practices"]));
    stand_in_order(&texts(&PROCEDURE["runbook"]), &desk.says(&["runbook", "new", "Orders failing"]));
}

#[test]
fn the_catalogue_holds_the_mitigations_and_the_rollback_step_by_step() {
    let desk = Desk::new("P1 Orders failing");
    let printed = desk.json(&["mitigation", "catalogue"]);
    let row = |one: &Value| json!([one["action"], one["when"], one["how"], one["risk"]]);
    assert_eq!(json!(printed.as_array().expect("rows").iter().map(row).collect::<Vec<_>>()), PROCEDURE["mitigations"]);
    stand_in_order(&texts(&PROCEDURE["rollback"]), &desk.says(&["mitigation", "catalogue", "rollback"]));
}

#[test]
fn the_messages_have_the_lines_of_the_templates_in_their_order() {
    let desk = Desk::new("P1 Orders failing");
    for (name, lines) in PROCEDURE["templates"].as_object().expect("templates") {
        stand_in_order(&texts(lines), &desk.says(&["template", "render", name]));
    }
    stand_in_order(&texts(&PROCEDURE["review"]), &desk.says(&["review"]));
}

#[test]
fn the_checklist_is_the_procedures() {
    let desk = Desk::new("P1 Orders failing");
    stand_in_order(&texts(&PROCEDURE["checklist"]), &desk.says(&["check", "list"]));
}

#[test]
fn an_answer_that_points_higher_is_said_with_the_way_to_take_it() {
    let desk = Desk::new("P2 Orders failing");
    assert!(!desk.says(&["impact", "who", "all users of the old app"]).contains("In doubt"));
    desk.says(&["impact", "who", "all users"]);
    let said = desk.says(&["impact", "what", "entire service"]);
    assert!(said.contains("In doubt, over-classify. The answers (all users, entire service) point to P0"), "{said}");
    assert!(said.contains("sitrep severity P0 -i ") && desk.says(&["impact"]).contains("point to P0"), "{said}");
}

#[test]
fn the_steps_are_named_as_the_procedure_names_them() {
    let desk = Desk::new("P1 Orders failing");
    for step in ["deploys", "hypothesize", "verify"] {
        desk.says(&["step", "start", step]);
    }
    let refused = desk.refused(&["step", "start", "log-files"]);
    assert!(refused.contains("[possible values: dashboards, changes, logs, hypotheses, verification]"), "{refused}");
}

#[test]
fn whom_to_notify_is_asked_for_by_severity() {
    for (severity, who) in PROCEDURE["notify"].as_object().expect("severities") {
        let desk = Desk::new(&format!("{severity} Logo blurry"));
        for (question, answer) in [("who", "all of them"), ("what", "the logo"), ("when", "this morning"), ("worse", "no")] {
            desk.says(&["impact", question, answer]);
        }
        desk.says(&["severity", severity, "--reason", "the table says so"]);
        let shown = desk.says(&["show"]);
        assert!(shown.contains(&format!("Next: Notify {} (", texts(who).join(", "))), "{severity}: {shown}");
    }
}
