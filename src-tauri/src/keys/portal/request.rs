//! What is asked of the portal, and what it answers.

use crate::refusal::Refusal;

/// A key that is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// By which its presses are told.
    pub id: &'static str,
    /// What the desktop shows beside it.
    pub what: &'static str,
    /// The chord that is preferred, as the portal writes it.
    pub trigger: Option<String>,
}

/// A key that the desktop gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// Which of the wanted ones.
    pub id: String,
    /// What to press, in the desktop's words; empty while nothing is assigned.
    pub trigger: String,
}

/// What comes from a portal that gave keys.
#[derive(Debug)]
pub enum Event {
    /// A key was pressed. The token lets a window take the keyboard.
    Pressed(String, Option<String>),
    /// Keys were assigned anew.
    Changed(Vec<Given>),
}

/// Why there are no keys.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// This desktop has no such portal.
    #[error("this desktop has none to give")]
    Absent,
    /// It is there and says nothing.
    #[error("its portal did not answer")]
    Silent,
    /// The person, or the desktop for them, said no.
    #[error("the request was turned down")]
    Refused,
    /// It gave them and took them back.
    #[error("it took them back")]
    TakenBack,
    /// The portal ended.
    #[error("its portal has ended")]
    Ended,
    /// Anything else.
    #[error("its portal says: {0}")]
    Failed(String),
}

impl From<Trouble> for Refusal {
    fn from(trouble: Trouble) -> Self {
        Self::Keys(trouble.to_string())
    }
}
