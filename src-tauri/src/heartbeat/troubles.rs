//! What is said when nobody can be reminded.

use sitrep_workstation::{DataNotice, Error};
use tauri::AppHandle;

use crate::notices;
use crate::page::{NoticeKind, windows};
use crate::refusal::{IpcError, Refusal};
use crate::workspaces::Workspace;

/// Says that the data cannot be read or written.
pub fn tell_storage(app: &AppHandle, subject: &str, error: Error) {
    let error = IpcError::from(Refusal::from(error));
    // While nobody can be reminded, somebody has to know it.
    if notices::put(app, subject, NoticeKind::Storage, error.message, error.hint) {
        windows::raise_main(app);
    }
}

/// Says that the heartbeat died over a mistake and goes on.
pub fn tell_stumble(app: &AppHandle) {
    let detail = "That was a mistake of Sitrep's. Nothing was lost: look at what is due, a reminder may come late.";
    if notices::put(app, "", NoticeKind::Stumble, "The clocks and reminders stopped and were started again.", detail) {
        windows::raise_main(app);
    }
}

/// Says which incidents cannot be read; the others are looked after all the same.
pub fn tell_unreadable(app: &AppHandle, workspace: &Workspace) {
    let subject = format!("unreadable {:?}", workspace.kind);
    match workspace.workstation.unreadable().as_slice() {
        [] => notices::retain(app, NoticeKind::Storage, |present| present != subject),
        handles => {
            let title = format!("Nobody is reminded of {}: it cannot be read.", handles.join(", "));
            let detail = "A newer Sitrep may have written to it. Nothing was lost: quit, and start the newer one.";
            if notices::put(app, &subject, NoticeKind::Storage, title, detail) {
                windows::raise_main(app);
            }
        }
    }
}

/// Says what should be known of the data folder: that it can only be read, was begun anew, or is open to others.
pub fn tell_data(app: &AppHandle, workspace: &Workspace) {
    let subject = format!("{:?} ", workspace.kind);
    let standing: Vec<_> = workspace.workstation.data_notices().into_iter().filter_map(|notice| Some((advice(&notice)?, notice))).collect();
    for (advice, notice) in &standing {
        notices::put(app, &format!("{subject}{notice}"), NoticeKind::DataFolder, notice.to_string(), *advice);
    }
    let stands = |present: &str| standing.iter().any(|(_, notice)| present == format!("{subject}{notice}"));
    notices::retain(app, NoticeKind::DataFolder, |present| !present.starts_with(&subject) || stands(present));
}

/// What would help; none where only the doctor tells.
fn advice(notice: &DataNotice) -> Option<&'static str> {
    match notice {
        DataNotice::ReadOnly(_) => Some("Make the folder writable. What was recorded before is all here."),
        DataNotice::BegunAnew(_) => Some("`sitrep restore FILE` brings a backup back."),
        DataNotice::OpenToOthers(_) => Some("Only you should be let into it: `sitrep doctor` shows how."),
        DataNotice::SetAside(_) => None,
    }
}
