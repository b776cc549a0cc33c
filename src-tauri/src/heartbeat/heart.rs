//! What happens each second, and at once when data changed.

use std::pin::pin;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use sitrep_workstation::screens::Clocks;
use sitrep_workstation::{Error, News};
use tauri::{AppHandle, Manager};
use tokio::sync::Notify;
use tokio::sync::mpsc::Receiver;
use tokio::time::{Instant, sleep, timeout_at};

use super::live::Live;
use super::seconds::until_next_second;
use super::troubles;
use crate::desktop::wake;
use crate::notices;
use crate::notifications::reminders;
use crate::page::{Changed, DrawnClocks, Newest, NoticeKind, SeenWindows, Sight, events, seen, windows};
use crate::tray::{self, TraySummary, icon};
use crate::workspaces::{Workspace, WorkspaceKind, Workspaces};

/// A gap between two beats that is longer than this was a sleep, or the time before the app was started.
const SLEEP: Duration = Duration::from_secs(120);
/// A clock that went back by more than this was set; what it made due may be due no more.
const SET_BACK: Duration = Duration::from_secs(1);
/// How many beats pass before a closed data folder is tried again, and an unwatched one read again.
const RETRY_BEATS: u64 = 5;
/// One write is told several times, the first time before it is on disk and can be read; so each is looked for more than once.
const LOOKS: [Duration; 3] = [Duration::from_millis(10), Duration::from_millis(40), Duration::from_millis(150)];

/// Told when a data folder that was closed is open.
pub type OnReopen = fn(&AppHandle);

/// The heart and what it remembers from beat to beat.
pub struct Heart {
    app: AppHandle,
    on_reopen: OnReopen,
    /// How many incidents are active in the workspace on show, counted again after each change.
    active: usize,
    /// The workspace on show at the last change.
    shown: Option<WorkspaceKind>,
    /// A write was told and nothing new was found yet.
    look_again: bool,
    drawing: Newest,
    last: SystemTime,
    beats: u64,
}

impl Heart {
    /// One that has not looked yet.
    pub fn new(app: AppHandle, on_reopen: OnReopen) -> Self {
        Self { app, on_reopen, active: 0, shown: None, look_again: false, drawing: Newest::default(), last: UNIX_EPOCH, beats: 0 }
    }

    /// Beats until nobody can tell of changes any more.
    pub async fn run(&mut self, woken: &mut Receiver<()>) {
        let mut next_beat = Instant::now();
        let awake = Notify::new();
        let mut wakes = pin!(wake::watch(|| awake.notify_one()));
        loop {
            tokio::select! {
                told = timeout_at(next_beat, woken.recv()) => match told {
                    Ok(Some(())) => self.look(woken).await,
                    Ok(None) => return,
                    Err(_) => {}
                },
                () = awake.notified() => next_beat = Instant::now(),
                () = &mut wakes => {}
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

    /// Shows and tells what was recorded since the last look, by this or another process, and says whether there was any.
    fn on_news(&mut self) -> bool {
        let (recorded, changed) = self.news();
        if recorded {
            self.on_change(&changed);
        }
        recorded
    }

    /// Reads and shows anew.
    fn on_change(&mut self, changed: &Changed) {
        self.read_active();
        seen::tell_changed(&self.app, changed);
        reminders::withdraw_untrue(&self.app);
        self.show_clocks();
    }

    /// Whether anything was recorded in any workspace, or another one is on show; and what of it the pages show. Drafts and shown
    /// reminders change the file, too, and are no news.
    fn news(&mut self) -> (bool, Changed) {
        let (mut recorded, mut changed) = (false, Changed::default());
        let workspaces = self.app.state::<Workspaces>();
        let shown = workspaces.current().ok().map(|workspace| workspace.kind);
        for workspace in workspaces.all() {
            let news = workspace.workstation.refresh();
            recorded |= news != News::None;
            if shown == Some(workspace.kind) {
                changed = news.into();
            }
        }
        if std::mem::replace(&mut self.shown, shown) != shown {
            return (true, Changed::everything());
        }
        (recorded, changed)
    }

    fn beat(&mut self) {
        let now = SystemTime::now();
        let was_set_back = now + SET_BACK < self.last;
        let after_sleep = self.note_time(now);
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
        if was_set_back {
            reminders::withdraw_untrue(&self.app);
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
            self.on_change(&Changed::everything());
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
            Err(error) => troubles::tell_storage(&self.app, &subject, error),
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
                    troubles::tell_unreadable(&self.app, &workspace);
                    troubles::tell_data(&self.app, &workspace);
                }
                Err(error) => {
                    live = None;
                    troubles::tell_storage(&self.app, &format!("reminders {:?}", workspace.kind), error);
                }
            }
        }
        // What cannot be read now may well wait for somebody.
        if let Some(live) = live {
            self.app.state::<Live>().note(live);
        }
    }

    /// Title and tray show a few, and the page is told only while somebody sees it; no other clock is computed. Drawing is left to the
    /// windows' thread, which may be busy or hang: reminders must not wait for it.
    fn show_clocks(&self) {
        let Ok(workspace) = self.app.state::<Workspaces>().current() else { return };
        let Ok(shown) = summary_of(&workspace, self.active) else { return };
        let title = shown.window_title();
        let summary = self.beside_practice(shown);
        let drawn = self.drawn_clocks(&workspace);
        self.drawing.put(&self.app, move |app| {
            if let Some(clocks) = drawn {
                events::clocks(app, &[windows::MAIN], &clocks);
            }
            windows::set_main_title(app, &title);
            icon::update(app, &summary);
        });
    }

    /// Somebody who practises still sees what is real, first.
    fn beside_practice(&self, shown: TraySummary) -> TraySummary {
        let real = self.app.state::<Workspaces>().get(WorkspaceKind::Real).filter(|_| shown.practice);
        let real = real.and_then(|real| summary_of(&real, real.workstation.count_active().ok()?).ok());
        match real {
            Some(real) => real.before(shown),
            None => shown,
        }
    }

    /// Those that the main window draws, if somebody sees it.
    fn drawn_clocks(&self, workspace: &Workspace) -> Option<Clocks> {
        let is_seen = self.app.state::<SeenWindows>().sight(windows::MAIN) == Sight::Seen;
        is_seen.then(|| self.app.state::<DrawnClocks>().read(&workspace.workstation).ok()).flatten()
    }
}

fn summary_of(workspace: &Workspace, active: usize) -> Result<TraySummary, Error> {
    Ok(TraySummary::new(&workspace.workstation.clocks_of_live(tray::SHOWN_AT_MOST)?, active, workspace.kind))
}
