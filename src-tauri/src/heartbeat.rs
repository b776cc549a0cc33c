//! What happens each second: clocks, reminders, the tray; and at once when data changed.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use sitrep_workstation::Error;
use tauri::{AppHandle, Manager};
use tokio::sync::Notify;
use tokio::sync::mpsc::{Receiver, channel};
use tokio::time::{Instant, sleep, timeout_at};

use crate::desktop::wake;
use crate::notices;
use crate::notifications::reminders;
use crate::page::{NoticeKind, events, windows};
use crate::refusal::{IpcError, Refusal};
use crate::tray::{self, TraySummary, icon};
use crate::workspaces::{OnChange, Workspace, WorkspaceKind, Workspaces};

/// A gap between two beats that is longer than this was a sleep, or the time before the app was started.
const SLEEP: Duration = Duration::from_secs(120);
/// How many beats pass before a closed data folder is tried again, and an unwatched one read again.
const RETRY_BEATS: u64 = 5;
/// One write is told several times, the first time before it is on disk and can be read; so each is looked for more than once.
const LOOKS: [Duration; 3] = [Duration::from_millis(10), Duration::from_millis(40), Duration::from_millis(150)];

/// The two ends of the wire by which workspaces tell the heartbeat that their data changed.
pub struct Wire {
    /// Given to the workspaces; never waits.
    pub on_change: OnChange,
    woken: Receiver<()>,
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

/// Whether anything is waited for in any workspace, as of the last look; asked by threads that must not wait for the disk.
#[derive(Default)]
pub struct Live(AtomicBool);

impl Live {
    /// Whether somebody still has to be reminded of something.
    pub fn waits_for_something(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    fn note(&self, live: bool) {
        self.0.store(live, Ordering::Relaxed);
    }
}

/// Looks before there is a window: one that is closed as soon as it opens must not end the app while something is active.
pub fn look_first(app: &AppHandle) {
    let waits = app.state::<Workspaces>().real().and_then(|workspace| Ok(workspace.workstation.waits_for_something()?));
    app.state::<Live>().note(waits.is_ok_and(|waits| waits));
}

/// Told when a data folder that was closed is open.
pub type OnReopen = fn(&AppHandle);

/// Beats on a thread of its own, because it reads the disk.
pub fn start(app: AppHandle, wire: Wire, on_reopen: OnReopen) -> std::io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let beat = move || runtime.block_on(Heart::new(app, on_reopen).run(wire.woken));
    std::thread::Builder::new().name("heartbeat".to_owned()).spawn(beat).map(|_| ())
}

struct Heart {
    app: AppHandle,
    on_reopen: OnReopen,
    /// How many incidents are active in the workspace on show, counted again after each change.
    active: usize,
    /// The workspace on show at the last change.
    shown: Option<WorkspaceKind>,
    /// A write was told and nothing new was found yet.
    look_again: bool,
    title: String,
    last: SystemTime,
    beats: u64,
}

impl Heart {
    fn new(app: AppHandle, on_reopen: OnReopen) -> Self {
        Self { app, on_reopen, active: 0, shown: None, look_again: false, title: String::new(), last: UNIX_EPOCH, beats: 0 }
    }

    async fn run(&mut self, mut woken: Receiver<()>) {
        let mut next_beat = Instant::now();
        let awake = Arc::new(Notify::new());
        let bell = Arc::clone(&awake);
        tokio::spawn(wake::watch(move || bell.notify_one()));
        loop {
            tokio::select! {
                told = timeout_at(next_beat, woken.recv()) => match told {
                    Ok(Some(())) => self.look(&mut woken).await,
                    Ok(None) => return,
                    Err(_) => {}
                },
                () = awake.notified() => next_beat = Instant::now(),
            }
            // Somebody who types without a pause, and so saves drafts, must not stop the clocks.
            if Instant::now() >= next_beat {
                self.beat();
                next_beat = Instant::now() + until_next_second(SystemTime::now());
            }
        }
    }

    /// Somebody wrote. What is not to be read by the last look, because the disk is slow, is looked for at the next beat.
    async fn look(&mut self, woken: &mut Receiver<()>) {
        self.look_again = true;
        for wait in LOOKS {
            sleep(wait).await;
            while woken.try_recv().is_ok() {}
            if self.on_news() {
                self.look_again = false;
                return;
            }
        }
    }

    /// Tells the windows what was recorded since the last look, by this or another process, and says whether there was any.
    fn on_news(&mut self) -> bool {
        let news = self.is_news();
        if news {
            self.on_change();
        }
        news
    }

    /// Reads and shows anew.
    fn on_change(&mut self) {
        self.read_active();
        events::changed(&self.app, &windows::ALL, &());
        reminders::withdraw_met(&self.app);
        self.show_clocks();
    }

    /// Whether anything was recorded in any workspace, or another workspace is on show. Drafts and shown reminders change the file, too.
    fn is_news(&mut self) -> bool {
        let (recorded, shown) = {
            let workspaces = self.app.state::<Workspaces>();
            let recorded = workspaces.all().iter().filter(|workspace| workspace.workstation.refresh()).count() > 0;
            (recorded, workspaces.current().ok().map(|workspace| workspace.kind))
        };
        let switched = self.shown != shown;
        self.shown = shown;
        recorded || switched
    }

    fn beat(&mut self) {
        let after_sleep = self.note_time(SystemTime::now());
        self.beats += 1;
        if self.beats.is_multiple_of(RETRY_BEATS) {
            self.retry();
        }
        if std::mem::take(&mut self.look_again) {
            self.on_news();
        }
        for workspace in self.app.state::<Workspaces>().all() {
            self.remind(&workspace, after_sleep);
        }
        self.show_clocks();
    }

    /// Whether the computer slept since the last beat. A clock that was set back is no sleep, and no reason to fall silent.
    fn note_time(&mut self, now: SystemTime) -> bool {
        let gap = now.duration_since(self.last).unwrap_or_default();
        self.last = now;
        gap > SLEEP
    }

    /// A closed data folder may be usable by now, and one that cannot be watched is read again.
    fn retry(&mut self) {
        let (reopened, unwatched) = {
            let workspaces = self.app.state::<Workspaces>();
            (workspaces.reopen(), workspaces.all().iter().any(|workspace| !workspace.is_watched()))
        };
        if reopened {
            notices::retain(&self.app, NoticeKind::Storage, |subject| subject != "closed");
            (self.on_reopen)(&self.app);
            self.on_change();
        } else if unwatched {
            self.on_news();
        }
    }

    fn remind(&self, workspace: &Arc<Workspace>, after_sleep: bool) {
        let subject = format!("reminders {:?}", workspace.kind);
        match workspace.workstation.claim_due_reminders() {
            Ok(due) => {
                notices::retain(&self.app, NoticeKind::Storage, |present| present != subject);
                reminders::deliver(&self.app, workspace, due, after_sleep);
            }
            Err(error) => tell_storage(&self.app, &subject, error),
        }
    }

    /// The other incidents are looked after all the same.
    fn tell_unreadable(&self, workspace: &Workspace) {
        let subject = format!("unreadable {:?}", workspace.kind);
        match workspace.workstation.unreadable().as_slice() {
            [] => notices::retain(&self.app, NoticeKind::Storage, |present| present != subject),
            handles => {
                let title = format!("Nobody is reminded of {}: it cannot be read.", handles.join(", "));
                let detail = "A newer Sitrep may have written to it. Nothing was lost: quit, and start the newer one.";
                if notices::put(&self.app, &subject, NoticeKind::Storage, title, detail) {
                    windows::raise_main(&self.app);
                }
            }
        }
    }

    fn read_active(&mut self) {
        let mut live = Some(false);
        for workspace in self.app.state::<Workspaces>().all() {
            match workspace.workstation.count_active() {
                Ok(count) => {
                    // The workspace on show comes last.
                    self.active = count;
                    live = live.zip(workspace.workstation.waits_for_something().ok()).map(|(live, waits)| live || waits);
                    self.tell_unreadable(&workspace);
                }
                Err(error) => {
                    live = None;
                    tell_storage(&self.app, &format!("reminders {:?}", workspace.kind), error);
                }
            }
        }
        // What cannot be read now may well wait for somebody.
        if let Some(live) = live {
            self.app.state::<Live>().note(live);
        }
    }

    /// Only a window that somebody sees shows every clock; title and tray have room for a few.
    fn show_clocks(&mut self) {
        let Ok(workspace) = self.app.state::<Workspaces>().current() else { return };
        let watching = windows::visible(&self.app);
        let most = if watching.is_empty() { tray::SHOWN_AT_MOST } else { usize::MAX };
        let Ok(clocks) = workspace.workstation.clocks_of_first(most) else { return };
        events::clocks(&self.app, &watching, &clocks);
        let summary = TraySummary::new(&clocks, self.active, workspace.kind == WorkspaceKind::Practice);
        let title = summary.window_title();
        if title != self.title {
            windows::set_main_title(&self.app, &title);
            self.title = title;
        }
        icon::update(&self.app, &summary);
    }
}

fn tell_storage(app: &AppHandle, subject: &str, error: Error) {
    let error = IpcError::from(Refusal::from(error));
    // While nobody can be reminded, somebody has to know it.
    if notices::put(app, subject, NoticeKind::Storage, error.message, error.hint) {
        windows::raise_main(app);
    }
}

/// Clocks turn over with the second. Never nothing, or a clock that stands still would keep a core busy.
fn until_next_second(now: SystemTime) -> Duration {
    let into = now.duration_since(UNIX_EPOCH).map_or(0, |since| since.subsec_millis());
    Duration::from_millis(u64::from(1000 - into.min(950)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beats_fall_on_the_second() {
        let at = |millis| UNIX_EPOCH + Duration::from_millis(millis);
        assert_eq!(until_next_second(at(5_000)), Duration::from_millis(1000));
        assert_eq!(until_next_second(at(5_700)), Duration::from_millis(300));
        assert_eq!(until_next_second(at(5_999)), Duration::from_millis(50));
    }
}
