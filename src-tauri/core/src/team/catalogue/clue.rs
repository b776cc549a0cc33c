//! What is seen or suspected, as far as it speaks for an action.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Something that is seen or suspected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Clue {
    /// A deploy shortly before the onset.
    SuspectDeploy,
    /// A feature that was switched on.
    FeatureFlag,
    /// A change of configuration.
    ConfigChange,
    /// A change of infrastructure.
    InfrastructureChange,
    /// Traffic is not as usual.
    Traffic,
    /// CPU, disk or connections run out.
    Resources,
    /// Memory runs out.
    Memory,
    /// A process hangs.
    Stuck,
    /// The database does not answer as it should.
    Database,
    /// What it depends on fails.
    ExternalDependency,
    /// Names or certificates fail.
    DnsOrCertificate,
    /// A region or provider is down.
    Region,
    /// Cached data is stale or wrong.
    Cache,
    /// Data is wrong.
    DataCorruption,
    /// The fault is found in the code.
    CodeFault,
}

impl Clue {
    /// Why it speaks for an action, in a few words.
    #[must_use]
    pub fn reason(self) -> &'static str {
        match self {
            Self::SuspectDeploy => "a recent deploy is suspected",
            Self::FeatureFlag => "a new feature is suspected",
            Self::ConfigChange => "a configuration change is suspected",
            Self::InfrastructureChange => "an infrastructure change is suspected",
            Self::Traffic => "traffic is not as usual",
            Self::Resources => "resources run out",
            Self::Memory => "memory runs out",
            Self::Stuck => "a process is stuck",
            Self::Database => "the database is suspected",
            Self::ExternalDependency => "a dependency is suspected",
            Self::DnsOrCertificate => "DNS or a certificate is suspected",
            Self::Region => "a region or provider is down",
            Self::Cache => "cached data is suspected",
            Self::DataCorruption => "data is wrong",
            Self::CodeFault => "the fault is in the code",
        }
    }
}
