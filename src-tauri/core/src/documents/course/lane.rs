//! The lanes of a course, by their names.

use crate::vocabulary::Audience;

/// A lane of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lane {
    Severity,
    Status,
    Sent(Audience),
    Mitigations,
    Hypotheses,
    Commands,
}

impl Lane {
    /// Its name in full.
    pub(super) fn name(self) -> String {
        match self {
            Self::Sent(audience) => format!("Sent to {}", audience.label().to_lowercase()),
            Self::Severity | Self::Status | Self::Mitigations | Self::Hypotheses | Self::Commands => self.short_name().to_owned(),
        }
    }

    /// Its name beside the picture, where there is little room.
    pub(super) fn short_name(self) -> &'static str {
        match self {
            Self::Severity => "Severity",
            Self::Status => "Status",
            Self::Sent(Audience::Internal) => "Sent",
            Self::Sent(Audience::Customers) => "To customers",
            Self::Sent(Audience::Responders) => "To responders",
            Self::Mitigations => "Mitigations",
            Self::Hypotheses => "Hypotheses",
            Self::Commands => "Commands",
        }
    }
}
