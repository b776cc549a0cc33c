//! The desktop's notification service as the specification has it, each call with an end.

use std::collections::HashMap;
use std::future::Future;
use std::sync::OnceLock;
use std::time::Duration;

use tokio::time::timeout;
use zbus::Connection;
use zbus::proxy::CacheProperties;
use zbus::zvariant::Value;

use crate::notifications::notification::{About, Notification, Unavailable};

/// A service that has not answered by then is treated as absent. One that is being started needs a few seconds.
pub const PATIENCE: Duration = Duration::from_secs(10);
/// The service's name on the bus.
pub const SERVICE: &str = "org.freedesktop.Notifications";
/// What comes back when the notification itself is pressed.
const DEFAULT_ACTION: &str = "default";
/// The name of the desktop file, by which the desktop knows the app's own settings for notifications.
const DESKTOP_ENTRY: &str = "app.sitrep.Sitrep";
/// Sent along, because an app that was not installed has no icon that the desktop could find.
const ICON: &[u8] = include_bytes!("../../../../icons/64x64.png");

#[zbus::proxy(
    interface = "org.freedesktop.Notifications",
    default_service = "org.freedesktop.Notifications",
    default_path = "/org/freedesktop/Notifications"
)]
pub trait Notifications {
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

    /// Waits for no answer: there is nothing to learn from it.
    #[zbus(no_reply)]
    fn close_notification(&self, id: u32) -> zbus::Result<()>;

    fn get_capabilities(&self) -> zbus::Result<Vec<String>>;

    #[zbus(signal)]
    fn action_invoked(&self, id: u32, action_key: String) -> zbus::Result<()>;

    #[zbus(signal)]
    fn notification_closed(&self, id: u32, reason: u32) -> zbus::Result<()>;
}

/// What a service can do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Abilities {
    actions: bool,
    markup: bool,
}

/// The service on a connection.
pub async fn on(connection: &Connection) -> zbus::Result<NotificationsProxy<'static>> {
    NotificationsProxy::builder(connection).cache_properties(CacheProperties::No).build().await
}

/// Asks what the service can do, which also starts it where the bus knows how.
pub async fn abilities(service: &NotificationsProxy<'static>) -> Result<Abilities, Unavailable> {
    let words = bounded(service.get_capabilities()).await.map_err(|error| unavailable(&error))?;
    let can = |word: &str| words.iter().any(|present| present == word);
    Ok(Abilities { actions: can("actions"), markup: can("body-markup") })
}

/// Asks the service to show a notification in place of another one, and gives its number there.
pub async fn notify(
    service: NotificationsProxy<'static>,
    abilities: Abilities,
    notification: Notification,
    replaces: u32,
) -> zbus::Result<u32> {
    let body = if abilities.markup { escaped(&notification.body) } else { notification.body.clone() };
    let actions = if abilities.actions { actions(&notification) } else { vec![] };
    let urgency: u8 = if notification.critical { 2 } else { 1 };
    let mut hints = HashMap::from([("urgency", Value::from(urgency)), ("desktop-entry", Value::from(DESKTOP_ENTRY))]);
    if let Some(icon) = icon() {
        hints.insert("image-data", icon);
    }
    let expires = if notification.critical { 0 } else { -1 };
    service.notify("Sitrep", replaces, "", &notification.title, &body, &actions, hints, expires).await
}

/// A call that ends with [`Unavailable::Silent`] when patience does.
pub async fn bounded<T>(call: impl Future<Output = zbus::Result<T>>) -> zbus::Result<T> {
    let late = || zbus::Error::from(zbus::fdo::Error::Timeout("no answer".to_owned()));
    timeout(PATIENCE, call).await.unwrap_or_else(|_| Err(late()))
}

/// Why a call failed, in the app's words.
pub fn unavailable(error: &zbus::Error) -> Unavailable {
    match error {
        zbus::Error::FDO(inner) if matches!(**inner, zbus::fdo::Error::Timeout(_)) => Unavailable::Silent,
        zbus::Error::MethodError(name, _, _) if is_absence(name.as_str()) => Unavailable::NoService,
        other => Unavailable::Refused(other.to_string()),
    }
}

/// No reply is what the bus says of a service that died over a call.
fn is_absence(name: &str) -> bool {
    let ends = [".ServiceUnknown", ".NameHasNoOwner", ".NoReply"];
    ends.iter().any(|end| name.ends_with(end)) || name.contains(".Spawn.")
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
    static ICON_PIXELS: OnceLock<Option<(i32, i32, Vec<u8>)>> = OnceLock::new();
    let (width, height, pixels) = ICON_PIXELS.get_or_init(pixels).clone()?;
    Some(Value::from((width, height, width * 4, true, 8_i32, 4_i32, pixels)))
}

fn pixels() -> Option<(i32, i32, Vec<u8>)> {
    let image = tauri::image::Image::from_bytes(ICON).ok()?;
    Some((i32::try_from(image.width()).ok()?, i32::try_from(image.height()).ok()?, image.rgba().to_vec()))
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
        assert!(is_absence("org.freedesktop.DBus.Error.NoReply"));
        assert!(!is_absence("org.freedesktop.DBus.Error.LimitsExceeded"));
    }
}
