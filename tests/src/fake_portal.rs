//! The desktop's portal for global shortcuts, in each of its moods.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use zbus::blocking::{Connection, connection};
use zbus::message::Header;
use zbus::zvariant::{ObjectPath, OwnedObjectPath, OwnedValue, Value};

use crate::desktop::Desktop;
use crate::wait::{eventually, until};
use crate::{Failure, Outcome};

const SERVICE: &str = "org.freedesktop.portal.Desktop";
const PATH: &str = "/org/freedesktop/portal/desktop";
const INTERFACE: &str = "org.freedesktop.portal.GlobalShortcuts";

/// What the portal does when it is asked for keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    /// Gives the keys as they are preferred.
    Gives,
    /// The person turns the request down.
    Refuses,
    /// It takes the request and never says anything about it.
    Silent,
}

/// A portal on a desktop's message bus. It leaves the bus when it is dropped.
pub struct FakePortal {
    bus: Connection,
    asked: Arc<Mutex<Asked>>,
}

/// What the app asked for.
#[derive(Debug, Clone, Default)]
struct Asked {
    mood: Option<Mood>,
    sender: String,
    session: Option<OwnedObjectPath>,
    /// The id and the preferred trigger of each key, as last bound.
    keys: Vec<(String, String)>,
    times: usize,
}

type Options = HashMap<String, OwnedValue>;

struct Shortcuts {
    asked: Arc<Mutex<Asked>>,
}

#[zbus::interface(name = "org.freedesktop.portal.GlobalShortcuts")]
impl Shortcuts {
    async fn create_session(
        &self,
        options: Options,
        #[zbus(header)] header: Header<'_>,
        #[zbus(connection)] bus: &zbus::Connection,
    ) -> zbus::fdo::Result<OwnedObjectPath> {
        let sender = header.sender().map(ToString::to_string).unwrap_or_default();
        let session = handle("session", &sender, &text(&options, "session_handle_token"))?;
        let request = handle("request", &sender, &text(&options, "handle_token"))?;
        {
            let mut asked = lock(&self.asked);
            (asked.sender, asked.session) = (sender.clone(), Some(session.clone()));
        }
        let results = HashMap::from([("session_handle", Value::from(session.as_str()))]);
        self.respond(bus, &sender, &request, 0, results).await?;
        Ok(request)
    }

    async fn bind_shortcuts(
        &self,
        _session: ObjectPath<'_>,
        shortcuts: Vec<(String, Options)>,
        _parent: &str,
        options: Options,
        #[zbus(header)] header: Header<'_>,
        #[zbus(connection)] bus: &zbus::Connection,
    ) -> zbus::fdo::Result<OwnedObjectPath> {
        let sender = header.sender().map(ToString::to_string).unwrap_or_default();
        let request = handle("request", &sender, &text(&options, "handle_token"))?;
        let keys: Vec<(String, String)> = shortcuts.iter().map(|(id, about)| (id.clone(), text(about, "preferred_trigger"))).collect();
        let refuses = {
            let mut asked = lock(&self.asked);
            asked.times += 1;
            asked.keys.clone_from(&keys);
            asked.mood == Some(Mood::Refuses)
        };
        let given: Vec<(String, HashMap<&str, Value<'_>>)> = keys
            .into_iter()
            .map(|(id, trigger)| (id, HashMap::from([("description", "".into()), ("trigger_description", trigger.into())])))
            .collect();
        let results = if refuses { HashMap::new() } else { HashMap::from([("shortcuts", Value::from(given))]) };
        self.respond(bus, &sender, &request, u32::from(refuses), results).await?;
        Ok(request)
    }

    #[zbus(property, name = "version")]
    fn version(&self) -> u32 {
        1
    }
}

impl Shortcuts {
    async fn respond(
        &self,
        bus: &zbus::Connection,
        to: &str,
        request: &OwnedObjectPath,
        response: u32,
        results: HashMap<&str, Value<'_>>,
    ) -> zbus::fdo::Result<()> {
        if lock(&self.asked).mood != Some(Mood::Silent) {
            bus.emit_signal(Some(to), request, "org.freedesktop.portal.Request", "Response", &(response, results)).await?;
        }
        Ok(())
    }
}

impl FakePortal {
    /// Puts a portal on a desktop.
    pub fn start(desktop: &Desktop, mood: Mood) -> Outcome<Self> {
        let asked = Arc::new(Mutex::new(Asked { mood: Some(mood), ..Asked::default() }));
        let shortcuts = Shortcuts { asked: Arc::clone(&asked) };
        let bus = connection::Builder::address(desktop.bus())?.serve_at(PATH, shortcuts)?.name(SERVICE)?.build()?;
        Ok(Self { bus, asked })
    }

    /// Changes its mood.
    pub fn becomes(&self, mood: Mood) {
        lock(&self.asked).mood = Some(mood);
    }

    /// How many times the keys were asked for.
    #[must_use]
    pub fn times_asked(&self) -> usize {
        lock(&self.asked).times
    }

    /// Waits until the keys were asked for this many times, and gives the last request: each key's id and preferred trigger.
    pub fn wait_for_request(&self, times: usize) -> Outcome<Vec<(String, String)>> {
        until("the app to ask for the keys", || Ok(self.times_asked() >= times))?;
        Ok(lock(&self.asked).keys.clone())
    }

    /// Presses a key, as the person does.
    pub fn press(&self, id: &str) -> Outcome {
        let asked = lock(&self.asked).clone();
        let session = asked.session.ok_or_else(|| Failure::new("no session was made"))?;
        let none = HashMap::<&str, Value<'_>>::new();
        self.bus.emit_signal(Some(asked.sender.as_str()), PATH, INTERFACE, "Activated", &(session, id, 0u64, none))?;
        Ok(())
    }

    /// Leaves the bus, and waits until it has noticed.
    pub fn end(self, desktop: &Desktop) -> Outcome {
        drop(self);
        let bus = connection::Builder::address(desktop.bus())?.build()?;
        let names = zbus::blocking::fdo::DBusProxy::new(&bus)?;
        eventually("the portal to be gone", || Ok((!names.list_names()?.iter().any(|name| name.as_str() == SERVICE)).then_some(())))
    }
}

fn text(options: &Options, name: &str) -> String {
    options.get(name).and_then(|value| value.downcast_ref::<&str>().ok()).unwrap_or_default().to_owned()
}

/// Where the portal's rules put a request or session.
fn handle(kind: &str, sender: &str, token: &str) -> zbus::fdo::Result<OwnedObjectPath> {
    let sender = sender.trim_start_matches(':').replace('.', "_");
    OwnedObjectPath::try_from(format!("{PATH}/{kind}/{sender}/{token}")).map_err(|error| zbus::fdo::Error::InvalidArgs(error.to_string()))
}

fn lock(asked: &Mutex<Asked>) -> MutexGuard<'_, Asked> {
    asked.lock().unwrap_or_else(PoisonError::into_inner)
}
