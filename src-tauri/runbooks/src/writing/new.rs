//! A new runbook, after the seed's structure.

use std::fmt::Write as _;

use chrono::NaiveDate;

use crate::shell::Risks;

/// What is known when a runbook is begun. All of it may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// The alert it is for.
    pub alert: Option<String>,
    /// The service it is for.
    pub service: Option<String>,
    /// What was seen, which tells when to use it.
    pub findings: Vec<String>,
    /// What was called to look.
    pub commands: Vec<String>,
    /// What helped.
    pub mitigations: Vec<DraftMitigation>,
    /// Whom to call.
    pub escalation: Option<String>,
    /// The day its steps worked.
    pub verified: Option<NaiveDate>,
}

/// Something that helped.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DraftMitigation {
    /// In words.
    pub what: String,
    /// The command, if one is known.
    pub command: Option<String>,
    /// The way back, if one is known.
    pub rollback: Option<String>,
}

/// A first draft. What only a person knows stands in square brackets.
#[must_use]
pub fn new_runbook(name: &str, draft: &Draft) -> String {
    let mut page = front(draft);
    let alert = draft.alert.as_deref().map_or("[alert]", |alert| alert);
    // Writing to a text does not fail.
    let _ = write!(page, "# Runbook: {}\n\n## When to Use\n", line(name));
    if draft.findings.is_empty() {
        let _ = writeln!(page, "The alert {} fires. [What is seen, and by whom.]", line(alert));
    }
    draft.findings.iter().for_each(|finding| {
        let _ = writeln!(page, "- {}", line(finding));
    });
    page.push_str(
        "\n## Prerequisites\n- Access to [systems, dashboards, tools]\n- Permissions: [required roles or access levels]\n\n## Steps\n",
    );
    let mut number = 0;
    look(&mut page, draft, &mut number);
    draft.mitigations.iter().for_each(|mitigation| mitigate(&mut page, mitigation, &mut number));
    if draft.mitigations.is_empty() {
        mitigate(&mut page, &DraftMitigation { what: "Apply Mitigation".to_owned(), ..DraftMitigation::default() }, &mut number);
    }
    resolve(&mut page, draft, &mut number);
    let escalation = draft.escalation.as_deref().unwrap_or("[team], contact [channel or phone]");
    let _ = write!(
        page,
        "\n### {}. Escalation\nIf unresolved: escalate to {}, and hand over what was seen and done.\n",
        number + 1,
        line(escalation)
    );
    page
}

fn front(draft: &Draft) -> String {
    let mut front = "---\nversion: 1\n".to_owned();
    let quoted = |text: &str| serde_json::Value::String(line(text)).to_string();
    draft.verified.iter().for_each(|day| {
        let _ = writeln!(front, "verified: {day}");
    });
    draft.alert.iter().for_each(|alert| {
        let _ = writeln!(front, "alerts: [{}]", quoted(alert));
    });
    draft.service.iter().for_each(|service| {
        let _ = writeln!(front, "service: {}", quoted(service));
    });
    front + "---\n\n"
}

fn look(page: &mut String, draft: &Draft, number: &mut u32) {
    let none = [String::new()];
    let commands = if draft.commands.is_empty() { &none[..] } else { &draft.commands };
    for (at, command) in commands.iter().enumerate() {
        *number += 1;
        let title = if at == 0 { "Verify the Problem" } else { "Look further: verify the cause" };
        let _ = write!(
            page,
            "\n### {number}. {title}\n{}**Expected**: [what is seen in an incident. If it is not seen, check the alert's threshold and close]\n",
            block(command, "[the command that shows it]")
        );
    }
}

fn mitigate(page: &mut String, mitigation: &DraftMitigation, number: &mut u32) {
    *number += 1;
    let command = mitigation.command.as_deref().unwrap_or_default();
    let _ = write!(
        page,
        "\n### {number}. {}\n{}**Expected**: [what is seen when it worked, within how many minutes]\n",
        line(&mitigation.what),
        block(command, "[the command that does it]")
    );
    match &mitigation.rollback {
        Some(back) => {
            let _ = write!(page, "\n**Rollback**:\n{}", block(back, ""));
        }
        None if command.is_empty() || Risks::default().of(command, "bash", 1).is_some() => {
            page.push_str("\n**Rollback**: [the command that puts it back, or: there is none]\n")
        }
        None => {}
    }
}

fn resolve(page: &mut String, draft: &Draft, number: &mut u32) {
    *number += 1;
    let again = draft.commands.first().map_or("", String::as_str);
    let _ = write!(
        page,
        "\n### {number}. Verify Resolution\n{}**Expected**: [what is seen when it is over] within [5] minutes.\n",
        block(again, "[the command that shows it]")
    );
}

/// A block, whose fence is longer than any within it.
fn block(command: &str, else_says: &str) -> String {
    let (text, is_known) = if command.trim().is_empty() { (else_says, false) } else { (command.trim_end(), true) };
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.saturating_add(1).max(3));
    let text = if is_known { text.to_owned() } else { format!("# {text}") };
    format!("{fence}bash\n{text}\n{fence}\n")
}

/// In one line.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
