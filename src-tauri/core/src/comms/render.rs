//! The four templates, rendered in a form.

use chrono::{DateTime, Utc};
use minijinja::value::{Value, ValueKind};
use minijinja::{AutoEscape, Environment, Error, Output, State, context};

use super::escape::escape;
use super::fields::Field;
use crate::duration_text;
use crate::incident::Incident;
use crate::policy::Policy;
use crate::update::{UpdateField, UpdateFormat, UpdateKind};

/// A template could not be rendered.
#[derive(Debug, thiserror::Error)]
#[error("the template cannot be rendered: {0}")]
pub struct RenderError(#[from] Error);

/// When the update after this one is due (UTC), if this one starts a clock.
#[must_use]
pub fn next_update_due(incident: &Incident, policy: &Policy, kind: UpdateKind, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let row = policy.of(incident.severity);
    match kind {
        UpdateKind::Initial | UpdateKind::Status => Some(now + row.update_every()),
        UpdateKind::Customer => Some(now + row.customer_update_every()),
        UpdateKind::Resolution => None,
    }
}

/// The text exactly as it will paste. A missing field reads as `‹Impact›`; such a text is for the preview only.
///
/// # Errors
/// [`RenderError`] if the template is broken, which a test rules out for the built-in ones.
pub fn render(
    incident: &Incident,
    policy: &Policy,
    kind: UpdateKind,
    format: UpdateFormat,
    fields: &[Field],
    now: DateTime<Utc>,
) -> Result<String, RenderError> {
    let environment = environment(format);
    let row = policy.of(incident.severity);
    let value = |field: UpdateField| text_of(fields, field);
    let next_update = next_update_due(incident, policy, kind, now).map(|due| duration_text::clock_time(due, now));
    let review = incident.resolved_at.unwrap_or(now);
    let rendered = environment.render_str(
        template(kind),
        context! {
            severity => incident.severity.label(),
            title => incident.title.as_str(),
            status => incident.status.label(),
            duration => duration_text::prose(incident.duration(now)),
            started => incident.started_at.format("%Y-%m-%d %H:%M UTC").to_string(),
            channel => incident.channel(),
            cadence => duration_text::every(row.update_every()),
            customer_cadence => duration_text::every(row.customer_update_every()),
            next_update => next_update,
            follow_up => follow_up(row.review_within().map(|within| review + within)),
            impact => value(UpdateField::Impact),
            incident_commander => value(UpdateField::IncidentCommander),
            current_state => value(UpdateField::CurrentState),
            actions_taken => value(UpdateField::ActionsTaken),
            next_steps => value(UpdateField::NextSteps),
            root_cause => value(UpdateField::RootCause),
            resolution => value(UpdateField::Resolution),
            customer_impact => value(UpdateField::CustomerImpact),
            service_name => value(UpdateField::ServiceName),
            user_impact => value(UpdateField::UserImpact),
            customer_status => value(UpdateField::CustomerStatus),
        },
    )?;
    Ok(rendered.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim_end().to_owned())
}

fn template(kind: UpdateKind) -> &'static str {
    match kind {
        UpdateKind::Initial => include_str!("templates/initial.j2"),
        UpdateKind::Status => include_str!("templates/status.j2"),
        UpdateKind::Resolution => include_str!("templates/resolution.j2"),
        UpdateKind::Customer => include_str!("templates/customer.j2"),
    }
}

fn text_of(fields: &[Field], wanted: UpdateField) -> String {
    let field = fields.iter().find(|field| field.field == wanted);
    match field {
        Some(field) if field.is_missing() => format!("‹{}›", wanted.label()),
        Some(field) => field.value.trim().trim_end_matches('.').to_owned() + if ends_sentence(wanted, &field.value) { "." } else { "" },
        None => String::new(),
    }
}

/// The customers' template ends its first sentence itself; elsewhere a full stop is the person's own.
fn ends_sentence(field: UpdateField, value: &str) -> bool {
    field != UpdateField::UserImpact && value.trim().ends_with('.')
}

fn follow_up(review: Option<DateTime<Utc>>) -> String {
    review.map_or_else(
        || "No post-incident review is planned for this severity.".to_owned(),
        |due| format!("Post-incident review scheduled for {}.", due.format("%Y-%m-%d %H:%M UTC")),
    )
}

/// Every printed value passes the form's escaper, unless a function here marked it as safe.
fn environment(format: UpdateFormat) -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::None);
    environment.set_formatter(move |out: &mut Output<'_>, _: &mut State<'_, '_>, value: &Value| {
        let text = value.to_string();
        let safe = value.is_safe() || value.kind() != ValueKind::String;
        out.write_str(&if safe { text } else { escape(&text, format) }).map_err(Error::from)
    });
    environment.add_function("strong", move |text: String| Value::from_safe_string(strong(&escape(&text, format), format)));
    environment.add_function("label", move |text: String| Value::from_safe_string(strong(&format!("{text}:"), format)));
    environment.add_filter("lines", move |text: String| Value::from_safe_string(lines(&text, format)));
    environment
}

fn strong(text: &str, format: UpdateFormat) -> String {
    match format {
        UpdateFormat::Slack => format!("*{text}*"),
        UpdateFormat::Markdown => format!("**{text}**"),
        UpdateFormat::Plain => text.to_owned(),
    }
}

/// One line stays in place; several become a list under the label.
fn lines(text: &str, format: UpdateFormat) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if let [line] = lines.as_slice() {
        return escape(line, format);
    }
    let bullet = if format == UpdateFormat::Slack { "•" } else { "-" };
    lines.iter().map(|line| format!("\n{bullet} {}", escape(line, format))).collect()
}
