//! Who holds the name on the session bus by which a second start finds the first.
//!
//! Whoever holds it is handed what a start asks for. A program that is not Sitrep would swallow it, and no window would ever open.

use std::future::Future;
use std::time::Duration;

use sitrep_workstation::{NAME_ON_BUS, foreign_program};
use zbus::Connection;
use zbus::fdo::DBusProxy;
use zbus::names::BusName;

/// A bus that does not answer by then is no hindrance to a start.
const PATIENCE: Duration = Duration::from_secs(2);

/// The program that holds the name and is not Sitrep.
pub fn foreign_holder() -> Option<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().ok()?;
    foreign_program(runtime.block_on(async { bounded(holder()).await })?)
}

async fn bounded<T>(answer: impl Future<Output = zbus::Result<T>>) -> Option<T> {
    tokio::time::timeout(PATIENCE, answer).await.ok()?.ok()
}

async fn holder() -> zbus::Result<u32> {
    let bus = Connection::session().await?;
    let name = BusName::try_from(NAME_ON_BUS)?;
    Ok(DBusProxy::new(&bus).await?.get_connection_unix_process_id(name).await?)
}
