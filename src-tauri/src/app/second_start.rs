//! What a start asks for, done: the first start after all is set up, a later one by handing its words to the first.

use tauri::{AppHandle, Manager};

use sitrep_workstation::LinkFill;

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
        Request::Link(link) => follow_link(app, link),
        Request::Practice => match app.state::<Workspaces>().start_practice() {
            Ok(handle) => windows::open(app, Some(handle), None),
            Err(refusal) => tell_no_practice(app, refusal),
        },
    }
}

/// A link fills the form; one with an alert in it shows that. Nothing is declared.
fn follow_link(app: &AppHandle, link: &str) {
    let read = app.state::<Workspaces>().current().and_then(|workspace| Ok(workspace.workstation.read_link(link)?));
    match read {
        Ok(LinkFill { alert: Some(alert), .. }) => windows::open_alert(app, alert),
        Ok(fill) => windows::open_fill(app, fill),
        Err(refusal) => {
            let refusal = IpcError::from(refusal);
            notices::put(app, "link", NoticeKind::Link, refusal.message, refusal.hint);
            windows::show_main(app);
        }
    }
}

fn tell_no_practice(app: &AppHandle, refusal: Refusal) {
    let refusal = IpcError::from(refusal);
    notices::put(app, "practice", NoticeKind::Storage, refusal.message, refusal.hint);
    windows::show_main(app);
}
