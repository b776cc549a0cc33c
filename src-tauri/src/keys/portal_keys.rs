//! The keys where the desktop alone gives them, as on Wayland: offered to the person, asked for when they say so, and asked
//! for again at each later start.

use std::sync::{Mutex, MutexGuard, PoisonError, mpsc};
use std::time::Duration;

use sitrep_workstation::{Chord, Settings, ShortcutSteps};
use tauri::async_runtime::JoinHandle;
use tauri::{AppHandle, Manager};

use super::portal::{self, Event, Given, Trouble, Wanted};
use super::press::{self, KeyAct, Press};
use super::report;
use super::shapes::{AssignedKey, DesktopKeysView, HotkeyState};
use crate::notices;
use crate::page::{NoticeKind, Permit};
use crate::refusal::Refusal;
use crate::workspaces::Workspaces;

const QUICK: &str = "quick";
const DECLARE: &str = "declare";
const STILL: &str = "`sitrep quick` still opens quick entry.";
/// Longer than everything that asking waits for.
const ASKING: Duration = Duration::from_secs(90);
/// A portal that gives keys and ends at once must not keep a core busy, nor a person with its dialogues.
const BETWEEN_ASKING: Duration = Duration::from_secs(2);

/// How the desktop's keys stand.
#[derive(Default)]
pub struct DesktopKeys {
    now: Mutex<Now>,
}

#[derive(Default)]
struct Now {
    settings: Option<Settings>,
    state: PortalState,
    task: Option<JoinHandle<()>>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
enum PortalState {
    /// Nobody has answered yet.
    #[default]
    Unknown,
    /// The desktop gives keys when it is asked.
    Offered,
    /// It gave these.
    Given(Vec<Given>),
    /// It gave none.
    Without(Trouble),
}

/// Where an answer to the person goes, who asked.
type Answer = mpsc::Sender<Result<(), Trouble>>;

/// Takes up the chords of the settings: asks for them where that was agreed to before, and offers to ask otherwise.
pub fn apply(app: &AppHandle, settings: &Settings) {
    if lock(&app.state::<DesktopKeys>()).settings.as_ref().is_some_and(|before| wanted(before) == wanted(settings)) {
        return;
    }
    let agreed = app.state::<Workspaces>().real().is_ok_and(|workspace| workspace.workstation.has_portal_keys().unwrap_or(false));
    begin(app, settings.clone(), agreed, None);
}

/// Asks the desktop for the keys, and waits for what it and the person say.
pub fn ask(app: &AppHandle) -> Result<(), Refusal> {
    let settings = app.state::<Workspaces>().real()?.workstation.settings()?;
    let (tell, told) = mpsc::channel();
    begin(app, settings, true, Some(tell));
    Ok(told.recv_timeout(ASKING).unwrap_or(Err(Trouble::Silent))?)
}

/// How the keys stand, in the words of the page.
pub fn hotkey_state(app: &AppHandle) -> HotkeyState {
    let keys = app.state::<DesktopKeys>();
    let now = lock(&keys);
    let chord = now.settings.as_ref().map(|settings| settings.quick_entry_hotkey.clone()).unwrap_or_default();
    let assigned = now.state.assigned();
    HotkeyState {
        works: assigned.iter().any(|key| key.what == label(QUICK)),
        problem: now.state.problem(),
        suggestions: vec![],
        desktop: Some(DesktopKeysView { can_ask: now.state.can_ask(), assigned, steps: ShortcutSteps::here(&chord) }),
        chord,
    }
}

impl PortalState {
    fn can_ask(&self) -> bool {
        match self {
            Self::Unknown | Self::Given(_) | Self::Without(Trouble::Absent) => false,
            Self::Offered | Self::Without(_) => true,
        }
    }

    fn assigned(&self) -> Vec<AssignedKey> {
        let Self::Given(given) = self else { return vec![] };
        let assigned = given.iter().filter(|key| !key.trigger.is_empty());
        assigned.map(|key| AssignedKey { what: label(&key.id).to_owned(), keys: key.trigger.clone() }).collect()
    }

    fn problem(&self) -> Option<String> {
        match self {
            Self::Unknown => None,
            Self::Offered => Some("This desktop gives programs keys only when it is asked.".to_owned()),
            Self::Given(_) if self.assigned().iter().any(|key| key.what == label(QUICK)) => None,
            Self::Given(_) => Some("This desktop has assigned no key to quick entry yet. Assign one in its own settings.".to_owned()),
            Self::Without(Trouble::Absent) => Some("This desktop gives programs no keys that work everywhere.".to_owned()),
            Self::Without(trouble) => Some(format!("This desktop did not give the keys: {trouble}.")),
        }
    }

    fn notice(&self) -> Option<NoticeKind> {
        match self {
            Self::Unknown | Self::Given(_) => None,
            Self::Without(Trouble::Absent) => Some(NoticeKind::KeySteps),
            Self::Offered | Self::Without(_) => Some(NoticeKind::KeyOffer),
        }
    }
}

fn begin(app: &AppHandle, settings: Settings, ask: bool, answer: Option<Answer>) {
    let keys = app.state::<DesktopKeys>();
    let mut now = lock(&keys);
    if let Some(before) = now.task.take() {
        before.abort();
    }
    now.task = Some(tauri::async_runtime::spawn(keep(app.clone(), wanted(&settings), ask, answer)));
    now.settings = Some(settings);
}

fn wanted(settings: &Settings) -> Vec<Wanted> {
    let trigger = |chord: &str| Chord::read(chord).map(|chord| chord.for_portal());
    vec![
        Wanted { id: QUICK, what: "Log an entry in Sitrep", trigger: trigger(&settings.quick_entry_hotkey) },
        Wanted { id: DECLARE, what: "Declare an incident in Sitrep", trigger: trigger(&settings.declare_hotkey) },
    ]
}

/// Holds the keys, or offers to ask for them, and begins anew whenever a portal comes.
async fn keep(app: AppHandle, wanted: Vec<Wanted>, mut ask: bool, mut answer: Option<Answer>) {
    loop {
        let trouble = if ask { hold(&app, &wanted, answer.take()).await } else { offer(&app).await };
        // What a person turned down is asked for again only by a person.
        ask &= trouble != Some(Trouble::Refused);
        if trouble == Some(Trouble::Ended) {
            tokio::time::sleep(BETWEEN_ASKING).await;
        }
        if portal::wait_until_there(trouble != Some(Trouble::Ended)).await.is_err() {
            return;
        }
    }
}

async fn offer(app: &AppHandle) -> Option<Trouble> {
    let trouble = portal::is_there().await.err();
    set(app, trouble.clone().map_or(PortalState::Offered, PortalState::Without)).await;
    trouble
}

/// Asks, and passes on what is pressed for as long as the keys are held; gives the reason why they are not any more.
async fn hold(app: &AppHandle, wanted: &[Wanted], answer: Option<Answer>) -> Option<Trouble> {
    let bound = match portal::bind(wanted).await {
        Ok(bound) => bound,
        Err(trouble) => {
            say(app, PortalState::Without(trouble.clone()), Err(trouble.clone()), answer).await;
            return Some(trouble);
        }
    };
    let given = PortalState::Given(bound.given.clone());
    let trouble = bound.serve(|| say(app, given, Ok(()), answer), |event| on_event(app, event)).await;
    set(app, PortalState::Without(trouble.clone())).await;
    Some(trouble)
}

/// Says what came of asking: to later starts, in the window, and to whoever asked.
async fn say(app: &AppHandle, state: PortalState, outcome: Result<(), Trouble>, answer: Option<Answer>) {
    remember(app, &outcome).await;
    set(app, state).await;
    if let Some(answer) = answer {
        // Whoever waited too long has been told so.
        let _ = answer.send(outcome);
    }
}

/// Only an answer changes what is remembered: a portal that is away today may give the keys again tomorrow.
async fn remember(app: &AppHandle, outcome: &Result<(), Trouble>) {
    let given = match outcome {
        Ok(()) => true,
        Err(Trouble::Refused) => false,
        Err(_) => return,
    };
    let app = app.clone();
    let kept = tauri::async_runtime::spawn_blocking(move || {
        app.state::<Workspaces>().real().map(|workspace| workspace.workstation.keep_portal_keys(given))
    });
    // What was not kept is asked for once more after the next start.
    drop(kept.await);
}

fn on_event(app: &AppHandle, event: Event) {
    match event {
        Event::Pressed(id, token) => {
            let act = if id == DECLARE { KeyAct::Declare } else { KeyAct::Quick };
            press::tell(app, Press { act, permit: token.map_or(Permit::Asked, Permit::Token) });
        }
        Event::Changed(given) => {
            let app = app.clone();
            tauri::async_runtime::spawn(async move { set(&app, PortalState::Given(given)).await });
        }
    }
}

/// Notes how the keys stand and tells it, in the window and in the report.
async fn set(app: &AppHandle, state: PortalState) {
    let app = app.clone();
    let told = tauri::async_runtime::spawn_blocking(move || {
        lock(&app.state::<DesktopKeys>()).state = state.clone();
        tell(&app, &state);
        report::keep(&app, &hotkey_state(&app));
    });
    drop(told.await);
}

fn tell(app: &AppHandle, state: &PortalState) {
    let kind = state.notice();
    for other in [NoticeKind::KeyOffer, NoticeKind::KeySteps].into_iter().filter(|other| Some(*other) != kind) {
        notices::clear(app, other);
    }
    if let (Some(kind), Some(problem)) = (kind, state.problem()) {
        notices::put(app, "", kind, problem, STILL);
    }
}

fn label(id: &str) -> &'static str {
    if id == DECLARE { "Declare" } else { "Quick entry" }
}

fn lock(keys: &DesktopKeys) -> MutexGuard<'_, Now> {
    keys.now.lock().unwrap_or_else(PoisonError::into_inner)
}
