//! A notification service that writes down what it is asked to show and misbehaves as it is told.

use std::collections::HashMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use zbus::blocking::{Connection, MessageIterator, connection};
use zbus::export::serde::Serialize;
use zbus::message::{Message, Type};
use zbus::zvariant::{DynamicType, OwnedValue};

use crate::desktop::Desktop;
use crate::wait::eventually;
use crate::{Failure, Outcome, process};

const SERVICE: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// The reasons a service gives for a notification that is gone.
const EXPIRED: u32 = 1;
const DISMISSED: u32 = 2;
const CLOSED_BY_CALL: u32 = 3;

/// What the service does when it is asked to show something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Behaviour {
    /// Shows it.
    Shows,
    /// Answers with an error.
    Errs,
    /// Answers nothing at all, and forgets what it was asked.
    Ignores,
    /// Answers nothing until it behaves in another way, and then goes on with what it was asked.
    Hangs,
    /// Shows it and closes it at once.
    ClosesAtOnce,
    /// Presses its first button, then answers.
    PressesThenAnswers,
    /// Answers, then presses its first button at once.
    AnswersThenPresses,
    /// The app is killed before it is shown; from then on the service is well.
    KillsThenShowsNothing,
    /// It is shown, and the app killed before it has the answer; from then on the service is well.
    ShowsThenKills,
}

/// What the service was asked to show.
#[derive(Debug, Clone)]
pub struct Received {
    /// The number it was given.
    pub id: u32,
    /// The number of the one it replaces; 0 for none.
    pub replaces: u32,
    /// The first line.
    pub summary: String,
    /// The text below.
    pub body: String,
    /// 0 to 2.
    pub urgency: u8,
    /// The word and the label of each button, the notification itself first.
    pub actions: Vec<(String, String)>,
    /// The names of the hints.
    pub hints: Vec<String>,
}

struct State {
    behaviour: Behaviour,
    alive: bool,
    received: Vec<Received>,
    on_screen: Vec<u32>,
}

struct Shared {
    state: Mutex<State>,
    changed: Condvar,
    marker: String,
}

/// The service on a desktop's bus.
pub struct FakeNotifications {
    address: String,
    shared: Arc<Shared>,
    bus: Option<Connection>,
}

impl FakeNotifications {
    /// Starts it on a desktop that has none.
    pub fn start(desktop: &Desktop) -> Outcome<Self> {
        let state = State { behaviour: Behaviour::Shows, alive: false, received: vec![], on_screen: vec![] };
        let shared = Arc::new(Shared { state: Mutex::new(state), changed: Condvar::new(), marker: desktop.marker() });
        let mut fake = Self { address: desktop.bus().to_owned(), shared, bus: None };
        fake.come_back()?;
        Ok(fake)
    }

    /// Behaves so from now on.
    pub fn behave(&self, behaviour: Behaviour) {
        self.shared.lock().behaviour = behaviour;
        self.shared.changed.notify_all();
    }

    /// Dies, and what is on its screen with it.
    pub fn die(&mut self) -> Outcome {
        let mut state = self.shared.lock();
        state.alive = false;
        state.on_screen.clear();
        drop(state);
        self.shared.changed.notify_all();
        self.bus.take().map_or(Ok(()), |bus| Ok(bus.close()?))
    }

    /// Is started, again perhaps.
    pub fn come_back(&mut self) -> Outcome {
        self.shared.lock().alive = true;
        let bus = connection::Builder::address(self.address.as_str())?.build()?;
        let calls = MessageIterator::from(bus.clone());
        bus.request_name(SERVICE)?;
        let service = Service { bus: bus.clone(), shared: Arc::clone(&self.shared) };
        // It ends with its connection.
        std::thread::Builder::new().name("notifications".to_owned()).spawn(move || service.serve(calls))?;
        self.bus = Some(bus);
        Ok(())
    }

    /// All that it was asked to show and has shown, the first one first.
    #[must_use]
    pub fn received(&self) -> Vec<Received> {
        self.shared.lock().received.clone()
    }

    /// How many are on its screen.
    #[must_use]
    pub fn on_screen(&self) -> usize {
        self.shared.lock().on_screen.len()
    }

    /// How many of these it has shown whose summary or body holds `words`.
    #[must_use]
    pub fn count(&self, words: &str) -> usize {
        self.shared.lock().received.iter().filter(|received| received.says(words)).count()
    }

    /// Waits until it has shown one whose summary or body holds `words`.
    #[track_caller]
    pub fn wait_for(&self, words: &str) -> Outcome<Received> {
        let found = eventually(&format!("a notification with '{words}'"), || Ok(self.newest(words)));
        found.map_err(|failure| failure.with(&format!("shown were {:?}", self.received())))
    }

    /// The newest that it has shown whose summary or body holds `words`.
    #[must_use]
    pub fn newest(&self, words: &str) -> Option<Received> {
        self.received().into_iter().rev().find(|received| received.says(words))
    }

    /// Closes one, as a person does.
    pub fn dismiss(&self, id: u32) -> Outcome {
        self.shared.lock().on_screen.retain(|shown| *shown != id);
        self.signal("NotificationClosed", &(id, DISMISSED))
    }

    fn signal(&self, name: &str, body: &(impl Serialize + DynamicType)) -> Outcome {
        let bus = self.bus.as_ref().ok_or_else(|| Failure::new("the service is dead"))?;
        emit(bus, name, body)
    }
}

impl Drop for FakeNotifications {
    fn drop(&mut self) {
        let _ = self.die();
    }
}

impl Received {
    fn says(&self, words: &str) -> bool {
        self.summary.contains(words) || self.body.contains(words)
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How to behave, once that is not to hang; nothing when the service has died meanwhile.
    fn behaviour(&self) -> Option<Behaviour> {
        let hangs = |state: &mut State| state.alive && state.behaviour == Behaviour::Hangs;
        let state = self.changed.wait_while(self.lock(), hangs).unwrap_or_else(PoisonError::into_inner);
        state.alive.then_some(state.behaviour)
    }

    fn kill_app(&self) -> Outcome {
        self.lock().behaviour = Behaviour::Shows;
        process::marked_named(&self.marker, "sitrep-desktop").into_iter().try_for_each(process::kill_by_id)
    }
}

/// The end of the connection at which calls arrive.
struct Service {
    bus: Connection,
    shared: Arc<Shared>,
}

impl Service {
    fn serve(&self, calls: MessageIterator) {
        for call in calls {
            let Ok(call) = call else { return };
            if call.message_type() == Type::MethodCall
                && let Err(failure) = self.answer(&call)
            {
                eprintln!("the fake notification service: {failure}");
            }
        }
    }

    fn answer(&self, call: &Message) -> Outcome {
        let Some(behaviour) = self.shared.behaviour() else { return Ok(()) };
        if behaviour == Behaviour::Ignores {
            return Ok(());
        }
        let header = call.header();
        match header.member().map(|member| member.as_str()) {
            Some("GetCapabilities") => Ok(self.bus.reply(&header, &vec!["actions", "body", "body-markup"])?),
            Some("Notify") => self.notify(call, behaviour),
            Some("CloseNotification") => self.close(call.body().deserialize()?, CLOSED_BY_CALL),
            other => Err(Failure::new(format!("{other:?} is not for this service"))),
        }
    }

    fn notify(&self, call: &Message, behaviour: Behaviour) -> Outcome {
        let header = call.header();
        match behaviour {
            Behaviour::Errs => {
                let error = "org.freedesktop.DBus.Error.LimitsExceeded";
                return Ok(self.bus.reply_error(&header, error.try_into().map(zbus::names::ErrorName::into_owned)?, &"too many")?);
            }
            Behaviour::KillsThenShowsNothing => return self.shared.kill_app(),
            _ => {}
        }
        let shown = self.show(call)?;
        match behaviour {
            Behaviour::ShowsThenKills => return self.shared.kill_app(),
            Behaviour::PressesThenAnswers => self.press_first(&shown)?,
            _ => {}
        }
        self.bus.reply(&header, &shown.id)?;
        match behaviour {
            Behaviour::AnswersThenPresses => self.press_first(&shown),
            Behaviour::ClosesAtOnce => self.close(shown.id, EXPIRED),
            _ => Ok(()),
        }
    }

    /// Writes it down.
    fn show(&self, call: &Message) -> Outcome<Received> {
        type Call = (String, u32, String, String, String, Vec<String>, HashMap<String, OwnedValue>, i32);
        let body = call.body();
        let (_, replaces, _, summary, body, actions, hints, _): Call = body.deserialize()?;
        let mut state = self.shared.lock();
        let id = if replaces > 0 { replaces } else { u32::try_from(state.received.len())? + 1 };
        let received = Received {
            id,
            replaces,
            summary,
            body,
            urgency: hints.get("urgency").and_then(|urgency| urgency.downcast_ref::<u8>().ok()).unwrap_or(1),
            actions: actions.chunks(2).filter_map(|pair| Some((pair.first()?.clone(), pair.get(1)?.clone()))).collect(),
            hints: hints.into_keys().collect(),
        };
        state.received.push(received.clone());
        state.on_screen.retain(|shown| *shown != id);
        state.on_screen.push(id);
        Ok(received)
    }

    /// Presses the first button, the notification itself being none, upon which it goes.
    fn press_first(&self, shown: &Received) -> Outcome {
        let Some((word, _)) = shown.actions.iter().find(|(word, _)| word != "default") else { return Ok(()) };
        self.signal("ActionInvoked", &(shown.id, word))?;
        self.close(shown.id, DISMISSED)
    }

    fn close(&self, id: u32, reason: u32) -> Outcome {
        let mut state = self.shared.lock();
        let before = state.on_screen.len();
        state.on_screen.retain(|shown| *shown != id);
        let closed = state.on_screen.len() < before;
        drop(state);
        if closed { self.signal("NotificationClosed", &(id, reason)) } else { Ok(()) }
    }

    fn signal(&self, name: &str, body: &(impl Serialize + DynamicType)) -> Outcome {
        emit(&self.bus, name, body)
    }
}

fn emit(bus: &Connection, name: &str, body: &(impl Serialize + DynamicType)) -> Outcome {
    Ok(bus.emit_signal(None::<()>, PATH, SERVICE, name, body)?)
}
