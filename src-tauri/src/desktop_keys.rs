//! The keys where the desktop alone gives them, as on Wayland: offered to the person, asked for when they say so, and asked
//! for again at each later start.

use std::sync::{Mutex, MutexGuard, PoisonError, mpsc};
use std::time::Duration;

use sitrep_workstation::{Chord, Settings, ShortcutSteps};
use tauri::async_runtime::JoinHandle;
use tauri::{AppHandle, Manager};

use crate::hotkey::{self, Act};
use crate::portal::{self, Event, Given, Trouble, Wanted};
use crate::refusal::Refusal;
use crate::rooms::Rooms;
use crate::views::{AssignedKey, DesktopKeysView, HotkeyState, NoticeKind};
use crate::{desktop_report, notices};

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
    standing: Standing,
    task: Option<JoinHandle<()>>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
enum Standing {
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
    let agreed = app.state::<Rooms>().real().is_ok_and(|room| room.workstation.has_portal_keys().unwrap_or(false));
    begin(app, settings.clone(), agreed, None);
}

/// Asks the desktop for the keys, and waits for what it and the person say.
pub fn ask(app: &AppHandle) -> Result<(), Refusal> {
    let settings = app.state::<Rooms>().real()?.workstation.settings()?;
    let (tell, told) = mpsc::channel();
    begin(app, settings, true, Some(tell));
    // The thread would otherwise keep the very task from running that it waits for.
    let answer = tokio::task::block_in_place(|| told.recv_timeout(ASKING));
    Ok(answer.unwrap_or(Err(Trouble::Silent))?)
}

/// How the keys stand, in the words of the page.
pub fn state(app: &AppHandle) -> HotkeyState {
    let keys = app.state::<DesktopKeys>();
    let now = lock(&keys);
    let chord = now.settings.as_ref().map(|settings| settings.quick_entry_hotkey.clone()).unwrap_or_default();
    let assigned = now.standing.assigned();
    HotkeyState {
        works: assigned.iter().any(|key| key.what == label(QUICK)),
        problem: now.standing.problem(),
        suggestions: vec![],
        desktop: Some(DesktopKeysView { can_ask: now.standing.can_ask(), assigned, steps: ShortcutSteps::here(&chord) }),
        chord,
    }
}

impl Standing {
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
    set(app, trouble.clone().map_or(Standing::Offered, Standing::Without)).await;
    trouble
}

/// Asks, and passes on what is pressed for as long as the keys are held; gives the reason why they are not any more.
async fn hold(app: &AppHandle, wanted: &[Wanted], answer: Option<Answer>) -> Option<Trouble> {
    let bound = match portal::bind(wanted).await {
        Ok(bound) => bound,
        Err(trouble) => {
            say(app, Standing::Without(trouble.clone()), Err(trouble.clone()), answer).await;
            return Some(trouble);
        }
    };
    let given = Standing::Given(bound.given.clone());
    let trouble = bound.serve(|| say(app, given, Ok(()), answer), |event| on_event(app, event)).await;
    set(app, Standing::Without(trouble.clone())).await;
    Some(trouble)
}

/// Says what came of asking: to later starts, in the window, and to whoever asked.
async fn say(app: &AppHandle, standing: Standing, outcome: Result<(), Trouble>, answer: Option<Answer>) {
    remember(app, &outcome).await;
    set(app, standing).await;
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
    let kept =
        tauri::async_runtime::spawn_blocking(move || app.state::<Rooms>().real().map(|room| room.workstation.keep_portal_keys(given)));
    // What was not kept is asked for once more after the next start.
    drop(kept.await);
}

fn on_event(app: &AppHandle, event: Event) {
    match event {
        Event::Pressed(id, token) => {
            let act = if id == DECLARE { Act::Declare } else { Act::Quick };
            hotkey::fire(app, act, token);
        }
        Event::Changed(given) => {
            let app = app.clone();
            tauri::async_runtime::spawn(async move { set(&app, Standing::Given(given)).await });
        }
    }
}

/// Notes how the keys stand and tells it, in the window and in the report.
async fn set(app: &AppHandle, standing: Standing) {
    let app = app.clone();
    let told = tauri::async_runtime::spawn_blocking(move || {
        lock(&app.state::<DesktopKeys>()).standing = standing.clone();
        tell(&app, &standing);
        desktop_report::hotkey(&app, &state(&app));
    });
    drop(told.await);
}

fn tell(app: &AppHandle, standing: &Standing) {
    let kind = standing.notice();
    for other in [NoticeKind::KeyOffer, NoticeKind::KeySteps].into_iter().filter(|other| Some(*other) != kind) {
        notices::clear(app, other);
    }
    if let (Some(kind), Some(problem)) = (kind, standing.problem()) {
        notices::put(app, "", kind, problem, STILL);
    }
}

fn label(id: &str) -> &'static str {
    if id == DECLARE { "Declare" } else { "Quick entry" }
}

fn lock(keys: &DesktopKeys) -> MutexGuard<'_, Now> {
    keys.now.lock().unwrap_or_else(PoisonError::into_inner)
}
