//! What a start asks for, done: the first start after all is set up, a later one by handing its words to the first.

use tauri::{AppHandle, Manager};

use super::request::Request;
use crate::notices;
use crate::page::{NoticeKind, Permit, QuickFor, windows};
use crate::refusal::{IpcError, Refusal};
use crate::workspaces::Workspaces;

/// A second start hands its words to this process and ends.
pub fn on_second_start(app: &AppHandle, words: &[String]) {
    let request = words.get(1..).and_then(Request::parse).unwrap_or(Request::Focus);
    if request == Request::Focus {
        windows::show_main(app);
    } else {
        obey(app, &request);
    }
}

/// Does what a start asks for.
pub fn obey(app: &AppHandle, request: &Request) {
    match request {
        Request::Focus | Request::Background => {}
        Request::Quick => windows::show_quick(app, Permit::Asked, QuickFor::Anything),
        Request::Declare => windows::open(app, None, None),
        Request::Open(handle) => windows::open(app, Some(handle.clone()), None),
        Request::Practice => match app.state::<Workspaces>().start_practice() {
            Ok(handle) => windows::open(app, Some(handle), None),
            Err(refusal) => tell_no_practice(app, refusal),
        },
    }
}

fn tell_no_practice(app: &AppHandle, refusal: Refusal) {
    let refusal = IpcError::from(refusal);
    notices::put(app, "practice", NoticeKind::Storage, refusal.message, refusal.hint);
    windows::show_main(app);
}
