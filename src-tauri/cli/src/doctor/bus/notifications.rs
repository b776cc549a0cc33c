//! The notification service: who it is, what it can do, and whether it takes a test.

use std::collections::HashMap;
use std::time::Duration;

use zbus::Connection;
use zbus::proxy::CacheProperties;
use zbus::zvariant::Value;

use super::answers::Notifications;
use super::bounded::bounded;

/// GNOME takes a notification down when its sender leaves the bus, so the sender stays until it was seen.
const SEEN: Duration = Duration::from_secs(4);
const GNOME: &str = "gnome-shell";

#[zbus::proxy(
    interface = "org.freedesktop.Notifications",
    default_service = "org.freedesktop.Notifications",
    default_path = "/org/freedesktop/Notifications"
)]
trait Service {
    fn get_server_information(&self) -> zbus::Result<(String, String, String, String)>;

    fn get_capabilities(&self) -> zbus::Result<Vec<String>>;

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
}

/// Asks who shows notifications, and sends one.
pub async fn ask_notifications(bus: &Connection) -> Result<Notifications, String> {
    let service = bounded(ServiceProxy::builder(bus).cache_properties(CacheProperties::No).build()).await?;
    let (name, _, version, _) = bounded(service.get_server_information()).await?;
    let abilities = bounded(service.get_capabilities()).await?;
    let hints = HashMap::from([("urgency", Value::from(1u8)), ("desktop-entry", Value::from("app.sitrep.Sitrep"))]);
    let body = "Sent by sitrep doctor.";
    let sent = bounded(service.notify("Sitrep", 0, "", "Sitrep test: notifications work", body, &[], hints, -1)).await.map(drop);
    if name == GNOME && sent.is_ok() {
        tokio::time::sleep(SEEN).await;
    }
    Ok(Notifications { name, version, abilities, sent })
}
