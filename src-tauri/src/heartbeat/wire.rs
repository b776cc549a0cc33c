//! How workspaces tell the heartbeat that their data changed.

use std::sync::Arc;

use tokio::sync::mpsc::{Receiver, channel};

use crate::workspaces::{OnChange, WorkspaceKind};

/// The two ends of the wire.
pub struct Wire {
    /// Given to the workspaces; never waits.
    pub on_change: OnChange,
    /// Kept by the heartbeat.
    pub woken: Receiver<()>,
}

impl Wire {
    /// A wire that nobody listens to yet.
    pub fn new() -> Self {
        let (wake, woken) = channel(1);
        // When the channel is full the heartbeat is about to look anyway.
        let on_change = Arc::new(move |_: WorkspaceKind| {
            let _ = wake.try_send(());
        });
        Self { on_change, woken }
    }
}
