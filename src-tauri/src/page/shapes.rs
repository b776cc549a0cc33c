//! What the app itself tells its pages: notices about the desktop, requests to open a place.

use serde::Serialize;
use sitrep_core::procedure::Pane;
use sitrep_workstation::LinkFill;
use sitrep_workstation::News;
use ts_rs::TS;

/// Something about this desktop that the person should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Notice {
    /// What it is about.
    pub kind: NoticeKind,
    /// What of that kind exactly; of a reminder its key.
    pub subject: String,
    /// What does not work.
    pub title: String,
    /// What still works.
    pub detail: String,
}

/// What a notice is about, the gravest first; the page knows which one action belongs to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    /// The data folder cannot be read or written.
    Storage,
    /// The data folder should be looked at; what was asked goes on.
    DataFolder,
    /// Clocks and reminders stopped over a mistake and go on.
    Stumble,
    /// A reminder that could not be shown as a notification.
    Reminder,
    /// Notifications do not work: send a test.
    Notifications,
    /// The global hotkey does not work: choose another.
    Hotkey,
    /// The desktop gives keys when it is asked: ask it.
    KeyOffer,
    /// The desktop gives programs no keys: show how to bind one by hand.
    KeySteps,
    /// There is no tray.
    Tray,
    /// A link that could not be followed.
    Link,
    /// An Alertmanager that is watched does not answer.
    AlertSource,
    /// Another program holds the name by which a second start finds this one.
    Name,
}

/// What was written since a page was told last.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Changed {
    /// The incidents that were written to, by their handles.
    pub handles: Vec<String>,
    /// Whether anything that is shown may be different, as after a change of the policy or of the workspace.
    pub everything: bool,
}

/// More incidents than this at once concern everything.
const HANDLES_AT_MOST: usize = 100;

impl Changed {
    /// Anything may be different.
    pub fn everything() -> Self {
        Self { handles: vec![], everything: true }
    }

    /// Whether there is nothing to tell.
    pub fn is_nothing(&self) -> bool {
        !self.everything && self.handles.is_empty()
    }

    /// Takes in what changed later.
    pub fn add(&mut self, later: &Self) {
        let new: Vec<String> = later.handles.iter().filter(|handle| !self.handles.contains(handle)).cloned().collect();
        self.handles.extend(new);
        if self.everything || later.everything || self.handles.len() > HANDLES_AT_MOST {
            *self = Self::everything();
        }
    }
}

impl From<News> for Changed {
    fn from(news: News) -> Self {
        match news {
            News::None => Self::default(),
            News::Of(handles) => Self { handles, everything: false },
            News::Everything => Self::everything(),
        }
    }
}

/// A notification, the tray or the command line asks the main window to show a place.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct OpenRequest {
    /// Which incident; none for the empty screen with the declare line in focus.
    pub handle: Option<String>,
    /// Which pane.
    pub pane: Option<Pane>,
    /// An alert to look at, as it was told.
    pub alert: Option<String>,
    /// What a link puts into the declaration's form.
    pub fill: Option<LinkFill>,
}
