//! What tells programs that the computer falls asleep and wakes, on a system bus of the bench's own.

use std::process::Command;

use zbus::blocking::{Connection, connection};

use crate::Outcome;
use crate::desktop::Desktop;

/// A logind that sends its signals when a journey says so.
pub struct FakeLogind {
    address: String,
    bus: Connection,
}

impl FakeLogind {
    /// Starts it, on a bus that ends with the desktop.
    pub fn start(desktop: &mut Desktop) -> Outcome<Self> {
        let address = desktop.private_bus("system-bus")?;
        let bus = connection::Builder::address(address.as_str())?.name("org.freedesktop.login1")?.build()?;
        Ok(Self { address, bus })
    }

    /// Has a program find it.
    pub fn is_found_by(&self, command: &mut Command) {
        command.env("DBUS_SYSTEM_BUS_ADDRESS", &self.address);
    }

    /// Tells that the computer is about to sleep (`true`), or has woken (`false`).
    pub fn prepare_for_sleep(&self, sleeps: bool) -> Outcome {
        let (path, interface) = ("/org/freedesktop/login1", "org.freedesktop.login1.Manager");
        Ok(self.bus.emit_signal(None::<()>, path, interface, "PrepareForSleep", &sleeps)?)
    }
}
