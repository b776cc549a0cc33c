//! Desktop notifications. Whoever asks for one need not know how this desktop shows it.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(not(target_os = "linux"))]
mod other;

#[cfg(target_os = "linux")]
use linux as desktop;
#[cfg(not(target_os = "linux"))]
use other as desktop;
use sitrep_core::vocabulary::EventId;
use sitrep_workstation::Reminder;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::rooms::RoomKind;

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

/// What a notification is about.
#[derive(Debug, Clone)]
pub enum About {
    /// One reminder of a room.
    Reminder(RoomKind, Reminder),
    /// Several reminders in one; pressing it opens the incident of the first.
    Summary(RoomKind, Vec<Reminder>),
    /// An update that was copied, which can still be taken back.
    Copied(RoomKind, String, EventId),
    /// Something that did not work; pressing it opens this incident.
    Trouble(RoomKind, String),
    /// The test from the settings.
    Test,
}

impl About {
    /// The reminders that it shows, and their room.
    pub fn reminders(&self) -> Option<(RoomKind, &[Reminder])> {
        match self {
            Self::Reminder(kind, reminder) => Some((*kind, std::slice::from_ref(reminder))),
            Self::Summary(kind, reminders) => Some((*kind, reminders)),
            Self::Copied(..) | Self::Trouble(..) | Self::Test => None,
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
}

/// Shows notifications on a thread of its own, so that a service that hangs keeps nothing waiting.
pub struct Notifier {
    orders: UnboundedSender<Order>,
}

impl Notifier {
    /// Starts it; `on_event` is called on its thread and must return soon.
    pub fn start(on_event: impl Fn(Event) + Send + 'static) -> std::io::Result<Self> {
        let (orders, received) = unbounded_channel();
        std::thread::Builder::new().name("notifier".to_owned()).spawn(move || run(received, on_event))?;
        Ok(Self { orders })
    }

    /// Shows a notification, then calls `shown` on the notifier's thread: with an error when the desktop does not show it,
    /// and once more when it does so later.
    pub fn show(&self, notification: Notification, shown: impl Fn(Result<(), Unavailable>) + Send + 'static) {
        let order = Order::Show(Box::new(notification), Box::new(shown));
        if let Err(refused) = self.orders.send(order)
            && let Order::Show(_, shown) = refused.0
        {
            shown(Err(Unavailable::NoService));
        }
    }

    /// Takes back the notifications that `withdraws` names.
    pub fn withdraw(&self, withdraws: impl Fn(&About) -> bool + Send + 'static) {
        // If its thread has ended there is nothing on screen to take back.
        let _ = self.orders.send(Order::Withdraw(Box::new(withdraws)));
    }
}

fn run(orders: UnboundedReceiver<Order>, on_event: impl Fn(Event)) {
    match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime.block_on(desktop::serve(orders, &on_event)),
        Err(_) => on_event(Event::Available(Err(Unavailable::NoService))),
    }
}
