//! A panel's tray: the program on the message bus to which icons register, reading and pressing their menus.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use zbus::blocking::{Connection, Proxy, connection};
use zbus::message::Header;
use zbus::zvariant::{Dict, OwnedValue, Str, Structure, Value};

use crate::desktop::Desktop;
use crate::wait::{eventually, stays};
use crate::{Failure, Outcome};

const WATCHER: &str = "org.kde.StatusNotifierWatcher";
const ITEM: &str = "org.kde.StatusNotifierItem";
const MENU: &str = "com.canonical.dbusmenu";

/// Longer than the app takes to make its menu anew.
const MENU_SETTLES: Duration = Duration::from_millis(400);

/// A tray on a desktop's message bus.
pub struct Tray {
    bus: Connection,
    items: Items,
}

/// The icons that registered: the sender and the path of each.
type Items = Arc<Mutex<Vec<(String, String)>>>;

/// A part of a menu: its number, its properties and its children.
type Node = (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>);

struct Watcher {
    items: Items,
}

#[zbus::interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    fn register_status_notifier_item(&self, path: &str, #[zbus(header)] header: Header<'_>) {
        let sender = header.sender().map(ToString::to_string).unwrap_or_default();
        self.items.lock().unwrap_or_else(PoisonError::into_inner).push((sender, path.to_owned()));
    }

    fn register_status_notifier_host(&self, _host: &str) {}

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn protocol_version(&self) -> i32 {
        0
    }
}

/// A line of a menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuLine {
    id: i32,
    /// What it reads.
    pub label: String,
    /// Whether it can be pressed.
    pub enabled: bool,
}

impl Tray {
    /// Puts a tray on a desktop; to be called before the app is opened.
    pub fn start(desktop: &Desktop) -> Outcome<Self> {
        let items = Items::default();
        let watcher = Watcher { items: Arc::clone(&items) };
        let bus = connection::Builder::address(desktop.bus())?.serve_at("/StatusNotifierWatcher", watcher)?.name(WATCHER)?.build()?;
        Ok(Self { bus, items })
    }

    /// The lines of the menu of the icon that is shown.
    pub fn menu(&self) -> Outcome<Vec<MenuLine>> {
        let (_, (_, _, children)): (u32, Node) = self.menu_proxy()?.call("GetLayout", &(0i32, -1i32, Vec::<&str>::new()))?;
        Ok(children.iter().filter_map(line).collect())
    }

    /// Waits for a line that reads so.
    pub fn wait_for(&self, label: &str) -> Outcome<MenuLine> {
        eventually(&format!("the line '{label}' in the tray's menu"), || Ok(self.menu()?.into_iter().find(|line| line.label == label)))
    }

    /// Presses a line. A menu that is just being made anew would take the press for one of its old lines.
    pub fn press(&self, label: &str) -> Outcome {
        let line = eventually(&format!("the line '{label}' to stay in the tray's menu"), || {
            let first = self.wait_for(label)?;
            stays(MENU_SETTLES, "the line", || Ok(self.menu()?.contains(&first)))?;
            Ok(Some(first))
        })?;
        match self.menu_proxy()?.call::<_, _, ()>("Event", &(line.id, "clicked", Value::I32(0), 0u32)) {
            // An app that quits by it may be gone before it has answered.
            Err(zbus::Error::MethodError(name, ..)) if name.as_str() == "org.freedesktop.DBus.Error.NoReply" => Ok(()),
            pressed => Ok(pressed?),
        }
    }

    fn menu_proxy(&self) -> Outcome<Proxy<'static>> {
        let items = self.items.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let (sender, path) = items.last().cloned().ok_or_else(|| Failure::new("no icon has come to the tray"))?;
        let item = Proxy::new(&self.bus, sender.clone(), path, ITEM)?;
        let menu: zbus::zvariant::OwnedObjectPath = item.get_property("Menu")?;
        Ok(Proxy::new(&self.bus, sender, menu, MENU)?)
    }
}

/// Reads a child, which comes wrapped.
fn line(child: &OwnedValue) -> Option<MenuLine> {
    let fields = child.downcast_ref::<&Structure<'_>>().ok()?.fields();
    let (id, properties) = (fields.first()?.downcast_ref::<i32>().ok()?, fields.get(1)?.downcast_ref::<&Dict<'_, '_>>().ok()?);
    let label = properties.get::<Str<'_>, Str<'_>>(&Str::from("label")).ok()??.to_string();
    let enabled = properties.get::<Str<'_>, bool>(&Str::from("enabled")).ok().flatten().unwrap_or(true);
    Some(MenuLine { id, label, enabled })
}
