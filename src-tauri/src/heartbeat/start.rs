//! Starting the heartbeat.

use tauri::AppHandle;

use super::heart::{Heart, OnReopen};
use super::wire::Wire;

/// Beats on a thread of its own, because it reads the disk.
pub fn start(app: AppHandle, wire: Wire, on_reopen: OnReopen) -> std::io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let beat = move || runtime.block_on(Heart::new(app, on_reopen).run(wire.woken));
    std::thread::Builder::new().name("heartbeat".to_owned()).spawn(beat).map(|_| ())
}
