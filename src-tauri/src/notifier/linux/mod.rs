//! Notifications over D-Bus on one connection that is kept: some services drop what they show when its sender's
//! connection closes, and an action that is pressed at once is lost unless somebody listens already.

use std::collections::HashMap;
use std::future::Future;
use std::time::Duration;

use futures_util::StreamExt;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::time::timeout;
use zbus::Connection;
use zbus::fdo::DBusProxy;
use zbus::proxy::CacheProperties;
use zbus::zvariant::Value;

use super::{About, Event, Notification, Order, Unavailable};

/// A service that has not answered by then is treated as absent. One that is being started needs a few seconds.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long to wait before looking for a bus again.
const RETRY: Duration = Duration::from_secs(10);
/// What comes back when the notification itself is pressed.
const DEFAULT_ACTION: &str = "default";
const SERVICE: &str = "org.freedesktop.Notifications";
/// The name of the desktop file, by which the desktop knows the app's own settings for notifications.
const DESKTOP_ENTRY: &str = "app.sitrep.Sitrep";
/// Sent along, because an app that was not installed has no icon that the desktop could find.
const ICON: &[u8] = include_bytes!("../../../icons/64x64.png");

#[zbus::proxy(
    interface = "org.freedesktop.Notifications",
    default_service = "org.freedesktop.Notifications",
    default_path = "/org/freedesktop/Notifications"
)]
trait Notifications {
    #[allow(clippy::too_many_arguments)]
    fn notify(
        &self,
        app_name: &str,
        replaces_id: u32,
        app_icon: &str,
        summary: &str,
        body: &str,
        actions: &[&str],
        hints: HashMap<&str, Value<'_>>,
        expire_timeout: i32,
    ) -> zbus::Result<u32>;

    fn close_notification(&self, id: u32) -> zbus::Result<()>;

    fn get_capabilities(&self) -> zbus::Result<Vec<String>>;

    #[zbus(signal)]
    fn action_invoked(&self, id: u32, action_key: String) -> zbus::Result<()>;

    #[zbus(signal)]
    fn notification_closed(&self, id: u32, reason: u32) -> zbus::Result<()>;
}

/// What this service can do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Abilities {
    actions: bool,
    markup: bool,
}

/// Serves until nobody can send orders any more, whatever becomes of bus and service.
pub async fn serve(mut orders: UnboundedReceiver<Order>, on_event: &impl Fn(Event)) {
    loop {
        match Session::begin().await {
            Ok(mut session) => {
                if session.serve(&mut orders, on_event).await == Ended::NoMoreOrders {
                    return;
                }
            }
            Err(_) => on_event(Event::Available(Err(Unavailable::NoBus))),
        }
        if refuse_for_a_while(&mut orders).await == Ended::NoMoreOrders {
            return;
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Ended {
    NoMoreOrders,
    BusLost,
}

/// Without a bus every order is answered at once, so that the reminder appears in the window instead.
async fn refuse_for_a_while(orders: &mut UnboundedReceiver<Order>) -> Ended {
    let refuse = async {
        while let Some(order) = orders.recv().await {
            if let Order::Show(_, shown) = order {
                shown(Err(Unavailable::NoBus));
            }
        }
    };
    match timeout(RETRY, refuse).await {
        Ok(()) => Ended::NoMoreOrders,
        Err(_) => Ended::BusLost,
    }
}

/// One connection to the bus and what is on screen through it.
struct Session {
    connection: Connection,
    service: NotificationsProxy<'static>,
    abilities: Abilities,
    shown: HashMap<u32, Notification>,
}

impl Session {
    async fn begin() -> zbus::Result<Self> {
        let connection = bounded(Connection::session()).await?;
        let service = NotificationsProxy::builder(&connection).cache_properties(CacheProperties::No).build().await?;
        Ok(Self { connection, service, abilities: Abilities::default(), shown: HashMap::new() })
    }

    async fn serve(&mut self, orders: &mut UnboundedReceiver<Order>, on_event: &impl Fn(Event)) -> Ended {
        let bus = match DBusProxy::new(&self.connection).await {
            Ok(bus) => bus,
            Err(_) => return Ended::BusLost,
        };
        // Listening begins before anything is shown.
        let (Ok(mut pressed), Ok(mut closed), Ok(mut owners)) = (
            self.service.receive_action_invoked().await,
            self.service.receive_notification_closed().await,
            bus.receive_name_owner_changed_with_args(&[(0, SERVICE)]).await,
        ) else {
            return Ended::BusLost;
        };
        on_event(Event::Available(self.meet().await));
        loop {
            tokio::select! {
                order = orders.recv() => match order {
                    Some(order) => self.carry_out(order).await,
                    None => return Ended::NoMoreOrders,
                },
                signal = pressed.next() => match signal {
                    Some(signal) => if let Ok(args) = signal.args() {
                        self.on_pressed(args.id, &args.action_key, on_event).await;
                    },
                    None => return Ended::BusLost,
                },
                signal = closed.next() => match signal {
                    Some(signal) => if let Ok(args) = signal.args()
                        && let Some(gone) = self.shown.remove(&args.id)
                    {
                        on_event(Event::Gone(gone.about));
                    },
                    None => return Ended::BusLost,
                },
                signal = owners.next() => match signal {
                    Some(signal) => if let Ok(args) = signal.args() {
                        let present = args.new_owner.is_some();
                        on_event(Event::Available(self.on_owner(present).await));
                    },
                    None => return Ended::BusLost,
                },
            }
        }
    }

    /// Asks what the service can do, which also starts it where the bus knows how.
    async fn meet(&mut self) -> Result<(), Unavailable> {
        let words = bounded(self.service.get_capabilities()).await.map_err(|error| unavailable(&error))?;
        let can = |word: &str| words.iter().any(|present| present == word);
        self.abilities = Abilities { actions: can("actions"), markup: can("body-markup") };
        Ok(())
    }

    /// A service that died took with it what nobody had dealt with; its successor shows that again.
    async fn on_owner(&mut self, present: bool) -> Result<(), Unavailable> {
        if !present {
            return Err(Unavailable::NoService);
        }
        self.meet().await?;
        for (_, notification) in std::mem::take(&mut self.shown) {
            self.show(notification).await?;
        }
        Ok(())
    }

    async fn carry_out(&mut self, order: Order) {
        match order {
            Order::Show(notification, shown) => shown(self.show(*notification).await),
            Order::Withdraw(withdraws) => {
                let gone: Vec<u32> = self.shown.iter().filter(|(_, shown)| withdraws(&shown.about)).map(|(id, _)| *id).collect();
                for id in gone {
                    self.close(id).await;
                }
            }
        }
    }

    async fn show(&mut self, notification: Notification) -> Result<(), Unavailable> {
        let replaced = self.shown.iter().find(|(_, shown)| shown.thread == notification.thread).map(|(id, _)| *id);
        let body = if self.abilities.markup { escaped(&notification.body) } else { notification.body.clone() };
        let actions = if self.abilities.actions { actions(&notification) } else { vec![] };
        let urgency: u8 = if notification.critical { 2 } else { 1 };
        let mut hints = HashMap::from([("urgency", Value::from(urgency)), ("desktop-entry", Value::from(DESKTOP_ENTRY))]);
        if let Some(icon) = icon() {
            hints.insert("image-data", icon);
        }
        let expires = if notification.critical { 0 } else { -1 };
        let call = self.service.notify("Sitrep", replaced.unwrap_or(0), "", &notification.title, &body, &actions, hints, expires);
        let id = bounded(call).await.map_err(|error| unavailable(&error))?;
        if let Some(replaced) = replaced {
            self.shown.remove(&replaced);
        }
        self.shown.insert(id, notification);
        Ok(())
    }

    async fn on_pressed(&mut self, id: u32, action: &str, on_event: &impl Fn(Event)) {
        let Some(notification) = self.shown.remove(&id) else { return };
        self.close(id).await;
        on_event(Event::Pressed(notification.about, action.to_owned()));
    }

    /// Some services leave a notification up after its action; if closing fails it is gone already.
    async fn close(&mut self, id: u32) {
        self.shown.remove(&id);
        let _ = bounded(self.service.close_notification(id)).await;
    }
}

async fn bounded<T>(call: impl Future<Output = zbus::Result<T>>) -> zbus::Result<T> {
    let late = || zbus::Error::from(zbus::fdo::Error::Timeout("no answer".to_owned()));
    timeout(PATIENCE, call).await.unwrap_or_else(|_| Err(late()))
}

fn unavailable(error: &zbus::Error) -> Unavailable {
    match error {
        zbus::Error::FDO(inner) if matches!(**inner, zbus::fdo::Error::Timeout(_)) => Unavailable::Silent,
        zbus::Error::MethodError(name, _, _) if is_absence(name.as_str()) => Unavailable::NoService,
        other => Unavailable::Refused(other.to_string()),
    }
}

fn is_absence(name: &str) -> bool {
    name.ends_with(".ServiceUnknown") || name.ends_with(".NameHasNoOwner") || name.contains(".Spawn.")
}

fn actions(notification: &Notification) -> Vec<&str> {
    let own = notification.actions.iter().flat_map(|(word, label)| [word.as_str(), label.as_str()]);
    let default = match notification.about {
        About::Test => vec![],
        _ => vec![DEFAULT_ACTION, "Open"],
    };
    default.into_iter().chain(own).collect()
}

/// The icon as the specification wants it: width, height, bytes a row, alpha, bits a sample, samples a pixel, pixels.
fn icon() -> Option<Value<'static>> {
    let image = tauri::image::Image::from_bytes(ICON).ok()?;
    let (width, height) = (i32::try_from(image.width()).ok()?, i32::try_from(image.height()).ok()?);
    Some(Value::from((width, height, width * 4, true, 8_i32, 4_i32, image.rgba().to_vec())))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_a_title_of_an_incident_is_only_text() {
        assert_eq!(escaped("a < b & <b>c</b>"), "a &lt; b &amp; &lt;b&gt;c&lt;/b&gt;");
    }

    #[test]
    fn a_missing_service_is_told_from_one_that_refuses() {
        assert!(is_absence("org.freedesktop.DBus.Error.ServiceUnknown"));
        assert!(is_absence("org.freedesktop.DBus.Error.Spawn.ChildExited"));
        assert!(!is_absence("org.freedesktop.DBus.Error.LimitsExceeded"));
    }
}
