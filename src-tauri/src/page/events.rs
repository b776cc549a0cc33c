//! Telling the pages what happened: a function for each event of the one table, which sends it to the windows of the labels
//! given.

use serde::Serialize;
use sitrep_workstation::screens::Clocks;
use tauri::{AppHandle, Emitter};

use super::shapes::{Changed, Notice, OpenRequest};

macro_rules! events {
    ($($name:ident: $payload:ty;)*) => {$(
        #[doc = concat!("Sends `", stringify!($name), "`.")]
        pub fn $name(app: &AppHandle, labels: &[impl AsRef<str>], payload: &$payload) {
            send(app, labels, stringify!($name), payload);
        }
    )*};
}
include!("event_table.rs");

/// A page that is gone is the only reason why sending can fail.
fn send<T: Serialize + Clone>(app: &AppHandle, labels: &[impl AsRef<str>], event: &str, payload: &T) {
    for label in labels {
        let _ = app.emit_to(label.as_ref(), event, payload.clone());
    }
}
