//! What a line of the timeline was for the course of the incident.

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a line of the timeline was for the course of the incident; each asks a question of those who were there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MomentMarker {
    /// It was seen.
    Detection,
    /// It was understood.
    Diagnosis,
    /// It was mended.
    Repair,
    /// It turned.
    KeyMoment,
}

impl MomentMarker {
    /// All, in the order of their keys, 1 to 4.
    pub const ALL: [Self; 4] = [Self::Detection, Self::Diagnosis, Self::Repair, Self::KeyMoment];

    /// The name on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Detection => "Detection",
            Self::Diagnosis => "Diagnosis",
            Self::Repair => "Repair",
            Self::KeyMoment => "Key moment",
        }
    }

    /// The word on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Detection => "detection",
            Self::Diagnosis => "diagnosis",
            Self::Repair => "repair",
            Self::KeyMoment => "key-moment",
        }
    }

    /// What it asks.
    #[must_use]
    pub fn question(self) -> &'static str {
        match self {
            Self::Detection => "What showed it, and what would have shown it sooner?",
            Self::Diagnosis => "What led to this thought, and what would have led there sooner?",
            Self::Repair => "What made this the thing to try, and what made it safe to?",
            Self::KeyMoment => "What was known at this moment, and what was not?",
        }
    }
}

/// What is no marker.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no marker: markers are detection, diagnosis, repair and key-moment")]
pub struct UnknownMarker(pub String);

impl FromStr for MomentMarker {
    type Err = UnknownMarker;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let word = text.trim().to_lowercase().replace([' ', '_'], "-");
        Self::ALL.into_iter().find(|marker| marker.word() == word).ok_or_else(|| UnknownMarker(text.to_owned()))
    }
}
