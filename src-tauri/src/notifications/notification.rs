//! What is shown, what it is about, and what comes back.

use std::sync::mpsc::Sender;

use sitrep_core::text::as_printed;
use sitrep_core::vocabulary::EventId;
use sitrep_workstation::Reminder;
use sitrep_workstation::acts::WatchedAlerts;

use crate::workspaces::WorkspaceKind;

/// A notification to show.
#[derive(Debug, Clone)]
pub struct Notification {
    /// Notifications of one thread replace each other.
    pub thread: String,
    /// Its first line.
    pub title: String,
    /// What follows.
    pub body: String,
    /// Whether it stays until it is dealt with.
    pub critical: bool,
    /// What can be pressed: the word that comes back, and the label.
    pub actions: Vec<(String, String)>,
    /// What it is about, given back when it is pressed.
    pub about: About,
}

impl Notification {
    /// The same, its words as they are printed.
    pub fn into_printed(self) -> Self {
        let actions = self.actions.into_iter().map(|(word, label)| (word, as_printed(&label))).collect();
        Self { title: as_printed(&self.title), body: as_printed(&self.body), actions, ..self }
    }
}

/// What a notification is about.
#[derive(Debug, Clone)]
pub enum About {
    /// One reminder of a workspace.
    Reminder(WorkspaceKind, Reminder),
    /// Several reminders in one; pressing it opens the incident of the first.
    Summary(WorkspaceKind, Vec<Reminder>),
    /// An update that was copied, which can still be taken back.
    Copied(WorkspaceKind, String, EventId),
    /// Something that did not work; pressing it opens this incident.
    Trouble(WorkspaceKind, String),
    /// Quick entry, which did not get the keyboard; pressing it asks once more.
    Keyboard,
    /// Alerts that newly fire.
    Alerts(WatchedAlerts),
    /// The test from the settings.
    Test,
}

impl About {
    /// The reminders that it shows, and their workspace.
    pub fn reminders(&self) -> Option<(WorkspaceKind, &[Reminder])> {
        match self {
            Self::Reminder(kind, reminder) => Some((*kind, std::slice::from_ref(reminder))),
            Self::Summary(kind, reminders) => Some((*kind, reminders)),
            Self::Copied(..) | Self::Trouble(..) | Self::Keyboard | Self::Alerts(_) | Self::Test => None,
        }
    }
}

/// What comes back from the desktop.
#[derive(Debug, Clone)]
pub enum Event {
    /// A person pressed an action.
    Pressed(About, String),
    /// A person put a notification away, or its time was over.
    Gone(About),
    /// Notifications work, or do not: why.
    Available(Result<(), Unavailable>),
}

/// Why no notification was shown.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unavailable {
    /// There is no session bus.
    #[error("there is no session bus here")]
    NoBus,
    /// Nothing on the bus shows notifications.
    #[error("no notification service is running")]
    NoService,
    /// The service does not answer.
    #[error("the notification service does not answer")]
    Silent,
    /// The service refused.
    #[error("the notification service refused ({0})")]
    Refused(String),
}

/// Told what became of a notification; told again when that changes, as when a service appears that shows it after all.
pub type Shown = Box<dyn Fn(Result<(), Unavailable>) + Send>;
/// Decides which notifications are withdrawn.
pub type Withdraws = Box<dyn Fn(&About) -> bool + Send>;

/// What the desktop's part is asked to do.
pub enum Order {
    /// Show this, then tell what became of it.
    Show(Box<Notification>, Shown),
    /// Take back those that are no longer true.
    Withdraw(Withdraws),
    /// Take back all, and tell when that is done: nobody answers for them any more.
    End(Sender<()>),
}
