//! What an incident's course consists of, in instants and words.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::vocabulary::{Audience, Severity, Status};

/// The course of an incident on one axis of time. All instants are UTC.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IncidentCourse {
    /// What was wrong.
    pub title: String,
    /// From when to when a picture shows it; what happened far outside stands in the table alone.
    pub window: Window,
    /// How it ended, or until when it is told.
    pub end: CourseEnd,
    /// How bad it was from when to when, in order.
    pub bands: Vec<SeverityBand>,
    /// Each status that it entered, in order.
    pub statuses: Vec<StatusEntry>,
    /// The updates, an audience a lane.
    pub sent: Vec<SentLane>,
    /// Each mitigation, the first first.
    pub mitigations: Vec<CourseWork>,
    /// Each hypothesis, the first first.
    pub hypotheses: Vec<CourseWork>,
    /// Each command that was run, the first first.
    pub commands: Vec<CourseCommand>,
}

/// A stretch of time that is longer than nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    from: DateTime<Utc>,
    to: DateTime<Utc>,
}

impl Window {
    /// From one instant to another, or to a second after it where that is not later.
    #[must_use]
    pub fn new(from: DateTime<Utc>, to: DateTime<Utc>) -> Self {
        let least = from.checked_add_signed(chrono::TimeDelta::seconds(1));
        match least {
            Some(least) => Self { from, to: to.max(least) },
            None => Self { from: DateTime::<Utc>::MAX_UTC - chrono::TimeDelta::seconds(1), to: DateTime::<Utc>::MAX_UTC },
        }
    }

    /// Its beginning (UTC).
    #[must_use]
    pub fn from(&self) -> DateTime<Utc> {
        self.from
    }

    /// Its end (UTC).
    #[must_use]
    pub fn to(&self) -> DateTime<Utc> {
        self.to
    }

    /// Whether an instant lies in it, the ends included.
    #[must_use]
    pub fn holds(&self, at: DateTime<Utc>) -> bool {
        self.from <= at && at <= self.to
    }
}

/// How the course ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum CourseEnd {
    /// It was resolved (UTC).
    Resolved(DateTime<Utc>),
    /// It was withdrawn (UTC).
    Withdrawn(DateTime<Utc>),
    /// It goes on, as told at this time (UTC).
    GoesOn(DateTime<Utc>),
}

impl CourseEnd {
    /// When (UTC).
    #[must_use]
    pub fn at(self) -> DateTime<Utc> {
        match self {
            Self::Resolved(at) | Self::Withdrawn(at) | Self::GoesOn(at) => at,
        }
    }
}

/// A severity from when to when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeverityBand {
    /// Which.
    pub severity: Severity,
    /// From (UTC).
    pub from: DateTime<Utc>,
    /// To (UTC), never before `from`.
    pub to: DateTime<Utc>,
    /// Whether it held.
    pub kind: BandKind,
}

/// Whether a severity held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum BandKind {
    /// It held.
    Held,
    /// It hurt already, and nobody had declared it.
    Undeclared,
    /// It was said later that it never was that bad.
    Disavowed,
}

/// A status that was entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusEntry {
    /// What was entered.
    pub entered: Entered,
    /// When (UTC).
    pub at: DateTime<Utc>,
    /// Why, where somebody said so.
    pub reason: Option<String>,
}

/// What was entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Entered {
    /// A status.
    Status(Status),
    /// A status, of one that was resolved.
    Reopened(Status),
    /// It was no incident.
    Withdrawn,
    /// It is one after all.
    BroughtBack,
}

impl Entered {
    /// The word on a column.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Status(status) => status.label(),
            Self::Reopened(_) => "Reopened",
            Self::Withdrawn => "Withdrawn",
            Self::BroughtBack => "Brought back",
        }
    }
}

/// The updates to one audience.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentLane {
    /// Who reads them.
    pub audience: Audience,
    /// Each update, in order.
    pub updates: Vec<CourseUpdate>,
}

/// An update, or that none came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum CourseUpdate {
    /// It was sent by the time it was due.
    InTime {
        /// `Status update`.
        label: String,
        /// When it was sent (UTC).
        at: DateTime<Utc>,
    },
    /// It was sent after it was due.
    Late {
        /// `Status update`.
        label: String,
        /// When it was due (UTC).
        due_at: DateTime<Utc>,
        /// When it was sent (UTC).
        at: DateTime<Utc>,
    },
    /// None came while it was owed.
    Missed {
        /// When it was due (UTC).
        due_at: DateTime<Utc>,
        /// Until when it was owed (UTC); none while it is.
        until: Option<DateTime<Utc>>,
    },
}

impl CourseUpdate {
    /// Whether it was sent by the time it was due.
    #[must_use]
    pub fn is_in_time(&self) -> bool {
        matches!(self, Self::InTime { .. })
    }
}

/// A mitigation or a hypothesis, and how it went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseWork {
    /// What is done, or what may be the cause.
    pub what: String,
    /// How it went, in the order of time; never empty.
    pub moves: Vec<WorkMove>,
}

/// From when on a piece of work stood so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkMove {
    /// When (UTC).
    pub at: DateTime<Utc>,
    /// Where it stood.
    pub stage: WorkStage,
    /// The word for it: `rolled back`.
    pub word: String,
    /// What was said of it: the effect, the evidence.
    pub note: Option<String>,
}

/// Where a piece of work stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum WorkStage {
    /// Nobody is at it yet.
    Waiting,
    /// Somebody is at it.
    UnderWay,
    /// It is decided.
    Over(WorkOutcome),
}

/// What came of a piece of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum WorkOutcome {
    /// It helped, or it is the cause.
    Hit,
    /// It did not help, was taken back, or is not the cause.
    Miss,
    /// It is done, and nobody said what came of it.
    Unsaid,
}

/// A command that was run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseCommand {
    /// When it was started (UTC).
    pub at: DateTime<Utc>,
    /// What was run and how it ended.
    pub words: String,
}
