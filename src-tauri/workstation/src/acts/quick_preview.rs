//! What Enter will do with a line of quick entry.

use chrono::TimeDelta;
use serde::Serialize;
use sitrep_core::documents::TimelineKind;
use sitrep_core::text::quick_entry::{self, VERBS};
use sitrep_core::text::{Intent, QuickEntry, WallClock, rough};
use ts_rs::TS;

use super::declare::DeclareInput;
use super::quick_target::{QuickAim, QuickTarget, quick_target};
use super::quick_words::{declaration_words, kind_of, what_it_does};
use crate::data::Workstation;
use crate::refusals::{Error, Help, Problem, ProblemField};

/// What Enter will do, shown while a quick entry is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuickPreview {
    /// `14:38 UTC`, in the zone on display.
    pub time: String,
    /// The same in the other of UTC and this computer's zone, where they differ: `15:38 +01:00`.
    pub elsewhere: Option<String>,
    /// `4 min ago`, `now`.
    pub ago: String,
    /// The token that gave the time, as typed, to be drawn in the accent colour.
    pub time_token: Option<String>,
    /// `Note`, `Decision`, `Status: Mitigating`, `Declare`.
    pub what: String,
    /// For its glyph.
    pub kind: TimelineKind,
    /// Where it goes.
    pub target: Option<QuickTarget>,
    /// What Enter is to carry for this line, so that it goes to that target whatever happens meanwhile.
    pub aim: QuickAim,
    /// Whether Enter would do something.
    pub ready: bool,
    /// Whether Enter would declare an incident.
    pub declares: bool,
    /// What is wrong, if something is.
    pub problem: Option<Problem>,
    /// One line to help: the verbs while a verb is typed, why it is P0.
    pub hint: Option<String>,
}

/// Why Enter would do nothing, and what that is about.
type Hindrance = (ProblemField, Error);

impl Workstation {
    /// What Enter will do with `line`, aimed as it is shown unless the line names another incident. `in_words` is how the door says
    /// what would help.
    ///
    /// # Errors
    /// [`Error::Store`] when the data cannot be read.
    pub fn preview_quick_entry(&self, line: &str, aim: &QuickAim, in_words: impl Fn(&Help) -> String) -> Result<QuickPreview, Error> {
        let mut preview = blank_preview(line, aim, self.wall_clock());
        if let Err((field, error)) = self.fill_preview(&mut preview, line, aim) {
            preview.ready = false;
            preview.problem = Some(Problem::new(field, &error, in_words));
        }
        Ok(preview)
    }

    fn fill_preview(&self, preview: &mut QuickPreview, line: &str, aim: &QuickAim) -> Result<(), Hindrance> {
        let clock = self.wall_clock();
        let entry = match quick_entry::parse(line, clock) {
            Ok(entry) => entry,
            Err(error) => {
                self.show_target(preview, aim, None)?;
                return Err((ProblemField::Line, error.into()));
            }
        };
        describe_entry(preview, &entry, clock);
        if preview.declares || aim.declares(&entry) {
            return preview_declaring(self, preview, &entry);
        }
        self.show_target(preview, aim, entry.target.as_deref())?;
        let moved = preview.target.as_ref().map(|target| self.name_what_moves(&entry.intent, &target.handle));
        if let Some(what) = moved.transpose().map_err(|error| (ProblemField::Line, error))?.flatten() {
            preview.what = what;
        }
        if let Intent::Log { text, .. } | Intent::Finding { text, .. } = &entry.intent {
            preview.hint = self.secret_hint(text).or_else(|| self.security_hint(text)).or(preview.hint.take());
        }
        preview.ready = entry.intent != Intent::Nothing && preview.target.is_some();
        Ok(())
    }

    fn show_target(&self, preview: &mut QuickPreview, aim: &QuickAim, named: Option<&str>) -> Result<(), Hindrance> {
        let hindrance = |error| (ProblemField::Target, error);
        let active = self.active_incidents().map_err(hindrance)?;
        let Some(aimed) = self.follow_aim(aim, named).map_err(hindrance)? else { return Ok(()) };
        let target = quick_target(&aimed.row, &active);
        if target.position == 0 {
            preview.hint = Some("It is over already.".to_owned());
        }
        preview.target = Some(target);
        // Whoever names one that is over means it; whoever was only aimed at it does not know.
        match named {
            Some(_) => preview.aim = QuickAim::at(&aimed.row),
            None => aimed.is_as_shown().map_err(hindrance)?,
        }
        Ok(())
    }

    /// Names the hypothesis or mitigation that a line is about, so that it is seen before Enter.
    fn name_what_moves(&self, intent: &Intent, handle: &str) -> Result<Option<String>, Error> {
        Ok(match intent {
            Intent::MoveHypothesis { to, part, .. } => Some(format!("{}: {}", to.heading(), self.find_hypothesis(handle, part)?.statement)),
            Intent::MoveMitigation { to, part, .. } => {
                Some(format!("Mitigation {}: {}", to.label(), self.find_mitigation(handle, part)?.action))
            }
            _ => None,
        })
    }
}

/// With no incident active, plain text is taken as a declaration; it only lacks its severity.
fn preview_declaring(room: &Workstation, preview: &mut QuickPreview, entry: &QuickEntry) -> Result<(), Hindrance> {
    let Some(words) = declaration_words(entry) else {
        return if entry.intent == Intent::Nothing { Ok(()) } else { Err((ProblemField::Target, Error::NoneActive)) };
    };
    preview.declares = true;
    preview.kind = TimelineKind::Declared;
    preview.what = "Declare".to_owned();
    let input = DeclareInput { line: words.to_owned(), ..DeclareInput::default() };
    let read = room.read_declaration(&input).map_err(|error| (ProblemField::Line, error.into()))?;
    preview.hint = room.security_hint(&read.title);
    let severity = read.severity().ok_or((ProblemField::Severity, Error::SeverityMissing))?;
    preview.what = format!("Declare {severity}");
    let already = room.declared_already(&read.title, Some(severity)).map_err(|error| (ProblemField::Line, error))?;
    if let Some(first) = already {
        return Err((ProblemField::Line, Error::DeclaredAlready(first)));
    }
    preview.ready = true;
    Ok(())
}

fn blank_preview(line: &str, aim: &QuickAim, clock: WallClock) -> QuickPreview {
    QuickPreview {
        time: clock.clock_time(clock.now),
        elsewhere: clock.elsewhere(clock.now),
        ago: "now".to_owned(),
        time_token: None,
        what: "Note".to_owned(),
        kind: TimelineKind::Note,
        target: None,
        aim: aim.clone(),
        ready: false,
        declares: false,
        problem: None,
        hint: verbs_for(line),
    }
}

fn describe_entry(preview: &mut QuickPreview, entry: &QuickEntry, clock: WallClock) {
    if let Some(at) = entry.at {
        let now = clock.now;
        (preview.time, preview.elsewhere) = (clock.clock_time(at), clock.elsewhere(at));
        preview.ago = if now - at < TimeDelta::minutes(1) { "now".to_owned() } else { format!("{} ago", rough(now - at)) };
    }
    preview.time_token.clone_from(&entry.time_token);
    if let (Some(verb), None) = (&entry.unknown_verb, &preview.hint) {
        preview.hint = Some(format!("There is no /{verb}, so this is recorded as words. Verbs: {}.", verb_names()));
    }
    preview.declares = matches!(entry.intent, Intent::Declare { .. });
    preview.what = what_it_does(&entry.intent);
    preview.kind = kind_of(&entry.intent);
}

fn verb_names() -> String {
    VERBS.iter().map(|(name, _)| format!("/{name}")).collect::<Vec<_>>().join(", ")
}

/// While only a verb is being typed, the verbs that it could become.
fn verbs_for(line: &str) -> Option<String> {
    let verb = line.trim_start().strip_prefix('/')?;
    let word = verb.split_whitespace().next().unwrap_or_default();
    let fitting: Vec<&str> = VERBS.iter().filter(|(name, _)| name.starts_with(word)).map(|(_, shape)| *shape).collect();
    (!fitting.is_empty()).then(|| fitting.join("   "))
}
