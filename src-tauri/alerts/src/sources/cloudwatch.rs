//! CloudWatch: an alarm's message to SNS, its event in EventBridge, and what it gives to a Lambda function.
//!
//! INSUFFICIENT_DATA is read as firing, with a note: what went silent may be what broke, and a person decides.

use serde_json::Value;

use super::found::Found;
use crate::alert::{AlertState, Source};
use crate::draft::Draft;
use crate::fields::Fields;

/// Which dimension names what is watched, the nearest to a service first.
const SERVICE: [&str; 14] = [
    "ServiceName",
    "Service",
    "service",
    "FunctionName",
    "ApiName",
    "DBInstanceIdentifier",
    "DBClusterIdentifier",
    "LoadBalancer",
    "QueueName",
    "TopicName",
    "TableName",
    "ClusterName",
    "AutoScalingGroupName",
    "InstanceId",
];

pub(super) fn knows(value: &Value) -> bool {
    let is_message = value.get("AlarmName").is_some() && value.get("NewStateValue").is_some();
    let alarm = value.get("detail").or_else(|| value.get("alarmData"));
    is_message || alarm.is_some_and(|alarm| alarm.get("alarmName").is_some() && alarm.get("state").is_some())
}

pub(super) fn read(message: Fields<'_>) -> Found {
    Found::one(if message.get("AlarmName").is_some() { from_message(message) } else { from_event(message) })
}

fn from_message(message: Fields<'_>) -> Draft {
    let mut draft = Draft::new(Source::CloudWatch, state(message, "NewStateValue"), "AlarmName");
    draft.name = message.text("AlarmName");
    draft.summary = joined(message.lines("AlarmDescription"), message.lines("NewStateReason"));
    // The change to OK is the end, and the message does not tell of the change before.
    draft.started_at = message.instant(&["StateChangeTime"]).filter(|_| draft.state == AlertState::Firing);
    draft.label("account", message.text("AWSAccountId"));
    draft.label("region", message.text("Region"));
    draft.label("namespace", message.text("Trigger.Namespace"));
    draft.label("metric", message.text("Trigger.MetricName"));
    for dimension in message.items("Trigger.Dimensions").take(30) {
        let name = dimension.first(&["name", "Name"]).unwrap_or_default();
        draft.label(&name, dimension.first(&["value", "Value"]));
    }
    identify(&mut draft, message.text("AlarmArn"));
    draft
}

fn from_event(event: Fields<'_>) -> Draft {
    let alarm = if event.get("detail").is_some() { event.part("detail") } else { event.part("alarmData") };
    let mut draft = Draft::new(Source::CloudWatch, state(alarm, "state.value"), "detail.alarmName");
    draft.name = alarm.text("alarmName");
    draft.summary = joined(alarm.lines("configuration.description"), alarm.lines("state.reason"));
    draft.started_at = match draft.state {
        AlertState::Firing => alarm.instant(&["state.timestamp"]).or_else(|| event.instant(&["time"])),
        // When it was ALARM before, that began then.
        AlertState::Resolved if alarm.text("previousState.value").as_deref() == Some("ALARM") => {
            alarm.instant(&["previousState.timestamp"])
        }
        AlertState::Resolved => None,
    };
    draft.label("account", event.first(&["account", "accountId"]));
    draft.label("region", event.text("region"));
    for metric in alarm.items("configuration.metrics").take(10) {
        draft.label("namespace", metric.text("metricStat.metric.namespace"));
        draft.label("metric", metric.text("metricStat.metric.name"));
        let dimensions = metric.part("metricStat.metric").labels("dimensions");
        dimensions.into_iter().for_each(|(name, value)| draft.label(&name, Some(value)));
    }
    let arn = event.text("alarmArn").or_else(|| event.get("resources")?.get(0)?.as_str().map(str::to_owned));
    identify(&mut draft, arn);
    draft
}

fn state(alarm: Fields<'_>, path: &str) -> AlertState {
    match alarm.text(path).as_deref() {
        Some("OK") => AlertState::Resolved,
        Some("INSUFFICIENT_DATA") => {
            alarm.notes.add("CloudWatch says INSUFFICIENT_DATA: read as firing, and the data may be what is missing");
            AlertState::Firing
        }
        Some("ALARM") => AlertState::Firing,
        _ => {
            alarm.notes.add("CloudWatch tells no state that Sitrep knows: read as firing");
            AlertState::Firing
        }
    }
}

fn identify(draft: &mut Draft, arn: Option<String>) {
    draft.service = SERVICE.iter().find_map(|name| draft.labels.get(*name)).cloned();
    draft.link("Alarm", arn.as_deref().and_then(console));
    draft.fingerprint = arn;
}

/// The alarm's page in the console, from `arn:aws:cloudwatch:REGION:ACCOUNT:alarm:NAME`.
fn console(arn: &str) -> Option<String> {
    let (region, rest) = arn.strip_prefix("arn:aws:cloudwatch:")?.split_once(':')?;
    let name = rest.split_once(":alarm:")?.1;
    let is_region = !region.is_empty() && region.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    let name = percent_encoding::utf8_percent_encode(name, percent_encoding::NON_ALPHANUMERIC);
    is_region.then(|| format!("https://{region}.console.aws.amazon.com/cloudwatch/home?region={region}#alarmsV2:alarm/{name}"))
}

fn joined(one: Option<String>, other: Option<String>) -> Option<String> {
    let all: Vec<String> = one.into_iter().chain(other).collect();
    (!all.is_empty()).then(|| all.join("\n"))
}
