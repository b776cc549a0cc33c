//! The watch over Alertmanagers: looks once a minute, and tells of what newly fires. It never declares.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use sitrep_workstation::AlertmanagerClient;
use sitrep_workstation::acts::{Look, WatchedAlerts};
use tauri::{AppHandle, Manager};

use crate::acts::{ADD, HUSH};
use crate::notices;
use crate::notifications::{About, Notification, Notifier};
use crate::page::NoticeKind;
use crate::workspaces::Workspaces;

/// Between two looks.
const EVERY: Duration = Duration::from_secs(60);
/// The word of the button that leads to a look at them.
const DECLARE: &str = "declare";

/// Asks the watch to look at once, as after an Alertmanager was named.
#[derive(Default)]
pub struct AlertWatch(Mutex<Option<Sender<()>>>);

impl AlertWatch {
    /// Has it look now.
    pub fn look_now(&self) {
        if let Some(asks) = &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            // A watch that has ended has nothing to look at.
            let _ = asks.send(());
        }
    }
}

/// Starts the watch, on a thread of its own since it waits for the network. Without a named Alertmanager it asks nobody.
pub fn start(app: &AppHandle) {
    let (asks, asked) = channel();
    *app.state::<AlertWatch>().0.lock().unwrap_or_else(PoisonError::into_inner) = Some(asks);
    let app = app.clone();
    let watch = move || watch(&app, &asked);
    // Without the thread nothing is watched, and each source's notice is missing: the settings say when it last answered.
    let _ = std::thread::Builder::new().name("alert watch".to_owned()).spawn(watch);
}

fn watch(app: &AppHandle, asked: &Receiver<()>) {
    let client = AlertmanagerClient::new();
    loop {
        look(app, &client);
        match asked.recv_timeout(EVERY) {
            Ok(()) | Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

fn look(app: &AppHandle, client: &AlertmanagerClient) {
    let Ok(workspace) = app.state::<Workspaces>().real() else { return };
    let looks = workspace.workstation.look_at_alerts(client).unwrap_or_default();
    notices::retain(app, NoticeKind::AlertSource, |source| looks.iter().any(|(name, look)| name == source && look.problem.is_some()));
    for (source, Look { new, problem }) in looks {
        if let Some(problem) = problem {
            let title = format!("'{source}' is not watched now.");
            notices::put(app, &source, NoticeKind::AlertSource, title, notices::sentence(&problem));
        }
        new.into_iter().for_each(|alerts| tell(app, alerts));
    }
}

fn tell(app: &AppHandle, alerts: WatchedAlerts) {
    let add = alerts.belongs_to.as_ref().map(|(_, incident)| (ADD.to_owned(), format!("Add to {incident}")));
    let actions = [(DECLARE.to_owned(), "Declare…".to_owned())].into_iter().chain(add).chain([(HUSH.to_owned(), "Hush 30 min".to_owned())]);
    let notification = Notification {
        thread: format!("alert:{}:{}", alerts.source, alerts.fingerprints.first().map(String::as_str).unwrap_or_default()),
        title: format!("Firing: {}", alerts.title),
        body: format!("{}\nFrom {}. Not declared.", alerts.body, alerts.source),
        critical: true,
        actions: actions.collect(),
        about: About::Alerts(alerts),
    };
    app.state::<Notifier>().show(notification, |_| {});
}
