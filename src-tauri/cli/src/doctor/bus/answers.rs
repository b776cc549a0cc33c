//! What was answered.

/// What was answered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bus {
    /// None where there are no such buses.
    pub session: Option<Result<Session, String>>,
    /// Whether the service that tells of sleep can be reached, or why not.
    pub logind: Option<Result<(), String>>,
}

/// What is on the session bus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub app: AppOnBus,
    pub gives_keys: bool,
    pub shows_icons: bool,
    pub notifications: Result<Notifications, String>,
}

/// Who holds the app's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AppOnBus {
    Runs,
    RunsNot,
    /// Another program holds it.
    Other(String),
}

/// The notification service, and what became of the test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notifications {
    pub name: String,
    pub version: String,
    pub abilities: Vec<String>,
    pub sent: Result<(), String>,
}

impl Bus {
    /// Who holds the app's name, where that can be told.
    pub fn app(&self) -> Option<&AppOnBus> {
        self.session().map(|session| &session.app)
    }

    /// Whether the desktop has a portal that gives keys.
    pub fn gives_keys(&self) -> bool {
        self.session().is_some_and(|session| session.gives_keys)
    }

    fn session(&self) -> Option<&Session> {
        self.session.as_ref()?.as_ref().ok()
    }
}
