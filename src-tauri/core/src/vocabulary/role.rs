//! The four roles of a response (seed: Step 4, Designate Roles).

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A part somebody plays in the response.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Coordinates, decides, delegates; does not debug.
    IncidentCommander,
    /// Leads investigation and mitigation.
    TechnicalLead,
    /// Drafts and sends updates.
    CommunicationsLead,
    /// Documents the timeline.
    Scribe,
}

impl Role {
    /// All roles, in the order of the seed's table.
    pub const ALL: [Self; 4] = [Self::IncidentCommander, Self::TechnicalLead, Self::CommunicationsLead, Self::Scribe];

    /// The full name.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::IncidentCommander => "Incident Commander",
            Self::TechnicalLead => "Technical Lead",
            Self::CommunicationsLead => "Communications Lead",
            Self::Scribe => "Scribe",
        }
    }

    /// The name where space is short.
    #[must_use]
    pub fn short_label(self) -> &'static str {
        match self {
            Self::IncidentCommander => "IC",
            Self::TechnicalLead => "Tech Lead",
            Self::CommunicationsLead => "Comms",
            Self::Scribe => "Scribe",
        }
    }
}

/// The text names none of the four roles.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a role")]
pub struct UnknownRole(pub String);

impl FromStr for Role {
    type Err = UnknownRole;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let plain = text.trim().to_ascii_lowercase().replace(['_', ' ', '-'], "");
        match plain.as_str() {
            "commander" | "ic" | "incidentcommander" => Ok(Self::IncidentCommander),
            "technicallead" | "techlead" | "tech" | "technical" | "lead" => Ok(Self::TechnicalLead),
            "communicationslead" | "commslead" | "comms" | "communications" => Ok(Self::CommunicationsLead),
            "scribe" => Ok(Self::Scribe),
            _ => Err(UnknownRole(text.trim().to_owned())),
        }
    }
}
