//! Who sent it: a file a source, each with how its shape is known and how it is read.
//!
//! Start with [`read_value`], which asks each reader in turn. Always true: a source is known by its shape, never by a header; a reader
//! takes foreign JSON as `Fields` and gives drafts ([`Found`]); it fails on nothing. Not here: finding the JSON in a text (`envelope`), the
//! team's own mappings (`mappings`).

mod alertmanager;
mod alertmanager_text;
mod cloudwatch;
mod datadog;
mod found;
mod grafana_legacy;
mod known;
mod nagios;
mod opsgenie;
mod pagerduty;
mod sentry;
mod sns;
mod uptime_kuma;
mod zabbix;

pub use datadog::DATADOG_PAYLOAD;
pub(crate) use found::Found;
pub(crate) use known::{carried_by_sns, knows_text, read_text, read_value, surely_knows, unknown};
