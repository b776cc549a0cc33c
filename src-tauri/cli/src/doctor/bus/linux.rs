//! Asking over D-Bus.

use sitrep_workstation::{NAME_ON_BUS, foreign_program};
use zbus::fdo::DBusProxy;
use zbus::names::BusName;
use zbus::proxy::{Builder, CacheProperties};
use zbus::{Connection, Proxy};

use super::answers::{AppOnBus, Bus, Session};
use super::bounded::bounded;
use super::notifications::ask_notifications;

const LOGIND: &str = "org.freedesktop.login1";
const TRAY: (&str, &str) = ("org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher");
const PORTAL: (&str, &str) = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop");

/// Asks both buses at once.
pub fn ask_buses() -> Bus {
    match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime.block_on(async {
            let (session, logind) = tokio::join!(session(), logind());
            Bus { session: Some(session), logind: Some(logind) }
        }),
        Err(error) => Bus { session: Some(Err(error.to_string())), logind: None },
    }
}

async fn session() -> Result<Session, String> {
    let bus = bounded(Connection::session()).await?;
    let (app, gives_keys, shows_icons, notifications) = tokio::join!(
        app_on(&bus),
        property::<u32>(&bus, PORTAL, "org.freedesktop.portal.GlobalShortcuts", "version"),
        property::<bool>(&bus, TRAY, TRAY.0, "IsStatusNotifierHostRegistered"),
        ask_notifications(&bus),
    );
    Ok(Session { app: app?, gives_keys: gives_keys.is_ok(), shows_icons: shows_icons.unwrap_or(false), notifications })
}

/// Whoever holds the name is asked of the bus; which program that is, of the system.
async fn app_on(bus: &Connection) -> Result<AppOnBus, String> {
    if !has_owner(bus, NAME_ON_BUS).await? {
        return Ok(AppOnBus::RunsNot);
    }
    let name = BusName::try_from(NAME_ON_BUS).map_err(|error| error.to_string())?;
    let process = bounded(async { Ok(DBusProxy::new(bus).await?.get_connection_unix_process_id(name).await?) }).await?;
    Ok(foreign_program(process).map_or(AppOnBus::Runs, AppOnBus::Other))
}

async fn logind() -> Result<(), String> {
    let bus = bounded(Connection::system()).await?;
    if has_owner(&bus, LOGIND).await? { Ok(()) } else { Err("it does not run".to_owned()) }
}

async fn has_owner(bus: &Connection, name: &'static str) -> Result<bool, String> {
    let name = BusName::try_from(name).map_err(|error| error.to_string())?;
    bounded(async { Ok(DBusProxy::new(bus).await?.name_has_owner(name).await?) }).await
}

async fn property<T>(bus: &Connection, at: (&'static str, &'static str), interface: &'static str, name: &'static str) -> Result<T, String>
where
    T: TryFrom<zbus::zvariant::OwnedValue>,
    T::Error: Into<zbus::Error>,
{
    bounded(async {
        let proxy: Proxy<'_> =
            Builder::new(bus).destination(at.0)?.path(at.1)?.interface(interface)?.cache_properties(CacheProperties::No).build().await?;
        proxy.get_property(name).await
    })
    .await
}
