//! Whether this desktop has a place where a tray icon is seen.

/// Why an icon cannot be made at all, found out before the toolkit would panic over it.
#[cfg(target_os = "linux")]
pub fn missing_library() -> Option<&'static str> {
    const NAMES: [&str; 4] =
        ["libayatana-appindicator3.so.1", "libappindicator3.so.1", "libayatana-appindicator3.so", "libappindicator3.so"];
    // SAFETY: the initialisers of these libraries are those that the tray runs next in any case.
    #[allow(unsafe_code)]
    let loads = |name: &str| unsafe { libloading::Library::new(name) }.is_ok();
    if NAMES.into_iter().any(loads) { None } else { Some("the library libayatana-appindicator3 is not installed") }
}

/// Why an icon cannot be made at all.
#[cfg(not(target_os = "linux"))]
pub fn missing_library() -> Option<&'static str> {
    None
}

/// Calls `on_answer` with whether icons are seen, now and each time that changes.
#[cfg(target_os = "linux")]
pub async fn watch(on_answer: impl Fn(bool)) {
    // Without a bus only the older kind of tray is left, and that one does not come and go.
    if linux::watch(&on_answer).await.is_err() {
        on_answer(linux::has_older_tray());
    }
}

/// Elsewhere there is always a tray.
#[cfg(not(target_os = "linux"))]
pub async fn watch(on_answer: impl Fn(bool)) {
    on_answer(true);
}

#[cfg(target_os = "linux")]
mod linux {
    use std::time::Duration;

    use futures_util::StreamExt;
    use x11rb::connection::Connection as _;
    use x11rb::protocol::xproto::ConnectionExt;
    use zbus::fdo::DBusProxy;
    use zbus::{Connection, Proxy};

    const WATCHER: &str = "org.kde.StatusNotifierWatcher";
    /// A panel that has just come needs a moment to say that it shows icons.
    const SETTLES: Duration = Duration::from_secs(1);

    pub async fn watch(on_answer: &impl Fn(bool)) -> zbus::Result<()> {
        let connection = Connection::session().await?;
        let bus = DBusProxy::new(&connection).await?;
        let mut changes = bus.receive_name_owner_changed_with_args(&[(0, WATCHER)]).await?;
        loop {
            on_answer(shows_icons(&connection).await || has_older_tray());
            if changes.next().await.is_none() {
                return Ok(());
            }
            tokio::time::sleep(SETTLES).await;
        }
    }

    async fn shows_icons(connection: &Connection) -> bool {
        let proxy = Proxy::new(connection, WATCHER, "/StatusNotifierWatcher", WATCHER).await;
        match proxy {
            Ok(proxy) => proxy.get_property::<bool>("IsStatusNotifierHostRegistered").await.unwrap_or(false),
            Err(_) => false,
        }
    }

    /// The tray of panels before D-Bus: a window that owns a selection.
    pub fn has_older_tray() -> bool {
        let owner = || {
            let (connection, screen) = x11rb::connect(None).ok()?;
            let name = format!("_NET_SYSTEM_TRAY_S{screen}");
            let atom = connection.intern_atom(true, name.as_bytes()).ok()?.reply().ok()?.atom;
            connection.flush().ok()?;
            let owner = connection.get_selection_owner(atom).ok()?.reply().ok()?.owner;
            (owner != x11rb::NONE).then_some(())
        };
        owner().is_some()
    }
}
