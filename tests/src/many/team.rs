//! Who works on the incidents, and on what.

/// The people.
pub const PEOPLE: [&str; 16] = [
    "@ana", "@li", "@bo", "@raj", "@kai", "@mia", "@noor", "@tomás", "@yuki", "@sven", "@zoë", "@omar", "@ines", "@lars", "@wei", "@jürgen",
];

/// The services; the first have most of the incidents.
pub const SERVICES: [&str; 24] = [
    "payments-api",
    "checkout",
    "search",
    "login",
    "mail",
    "media",
    "refunds",
    "reports",
    "catalogue",
    "cart",
    "inventory",
    "pricing",
    "ledger",
    "billing",
    "invoices",
    "notifications",
    "webhooks",
    "gateway",
    "edge",
    "dns",
    "queue",
    "warehouse",
    "fraud",
    "exports",
];

/// What alerts are called, behind a service's name.
pub(super) const ALERTS: [&str; 8] =
    ["ErrorsHigh", "PoolWait", "LatencyHigh", "QueueGrows", "DiskFull", "CertExpires", "PodsRestart", "ReplicaLags"];

/// What is done against an impact, by its id in the catalogue.
pub(super) const MITIGATIONS: [(&str, &str); 5] = [
    ("rollback", "Roll back"),
    ("restart", "Restart the pods of"),
    ("scale", "Scale out"),
    ("failover", "Fail over the database of"),
    ("flag", "Turn off the flag of"),
];

/// The steps of a runbook.
pub(super) const STEPS: [&str; 4] = ["Look at the dashboard", "Drain the node", "Roll back the release", "Watch the error rate"];
