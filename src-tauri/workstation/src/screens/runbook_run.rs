//! A run of a runbook, step by step, its commands filled.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::Serialize;
use sitrep_core::filling::{Values, known_value};
use sitrep_core::incident::{RunStepMoved, RunbookRun};
use sitrep_core::team::Service;
use sitrep_core::text::clock_time;
use sitrep_core::vocabulary::{EventId, RunStepState};
use sitrep_runbooks::{AskedBy, Block, Command, Expected, FilledPart, Inline, Place, Risk, Runbook, Step, StepKind, fill, places};
use ts_rs::TS;

use super::service_help::ServiceHelp;
use super::touched_services::{touched_services, values_for};
use crate::acts::find_run;
use crate::data::Workstation;
use crate::refusals::Error;

/// A run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RunView {
    /// The event that began it.
    pub id: EventId,
    /// What the runbook is called.
    pub title: String,
    /// Its folder's name and its place in it.
    pub path: String,
    /// `version 7, begun 14:07 UTC @li`.
    pub about: String,
    /// When to use it.
    pub when_to_use: Vec<Block>,
    /// What must be there before step 1.
    pub prerequisites: Vec<PrerequisiteView>,
    /// Its steps.
    pub steps: Vec<RunStepView>,
    /// The first that is neither done nor left.
    pub current: Option<u32>,
    /// `2 of 4`, for the tab.
    pub progress: String,
    /// `finished 14:20 UTC`, if it ended.
    pub ended: Option<String>,
    /// Whether it ended well: then it may be stamped as verified.
    pub went_well: bool,
    /// Whom its escalation leads to: who owns and helps with the incident's services.
    pub helpers: Vec<ServiceHelp>,
}

/// A prerequisite.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PrerequisiteView {
    /// From 1.
    pub number: u32,
    /// Its words.
    pub words: Vec<Inline>,
    /// Whether it is ticked.
    pub done: bool,
}

/// A step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RunStepView {
    /// From 1.
    pub number: u32,
    /// What it is called.
    pub title: String,
    /// What it is for.
    pub kind: StepKind,
    /// Where it stands, once begun.
    pub state: Option<RunStepState>,
    /// `done 14:07 UTC @li`.
    pub stands: Option<String>,
    /// What was said of it.
    pub note: Option<String>,
    /// Why it is risky.
    pub risk: Option<Risk>,
    /// Its way back, shown before it.
    pub way_back: Vec<RunPart>,
    /// What is to be read and copied.
    pub parts: Vec<RunPart>,
    /// What should be seen.
    pub expected: Option<Expected>,
    /// The places of its commands that nothing fills, and those that a person filled for this run.
    pub asked: Vec<AskedPlace>,
    /// What it asks for out of its output.
    pub asks: Vec<AskedPlace>,
}

/// A part of a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "part", rename_all = "snake_case")]
pub enum RunPart {
    /// To be read.
    Words {
        /// The block.
        block: Block,
    },
    /// To be copied.
    Command {
        /// The command.
        command: RunCommand,
    },
}

/// A command: one way to do it, or several of which one is chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RunCommand {
    /// The ways.
    pub ways: Vec<RunWay>,
    /// The label of the one that was chosen, or of the only one; none while one is to be chosen.
    pub chosen: Option<String>,
}

/// One way to do it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RunWay {
    /// What it is called; empty for the only one.
    pub label: String,
    /// Its parts, the places among them.
    pub parts: Vec<FilledPart>,
    /// What is copied; none while a place is unfilled.
    pub text: Option<String>,
}

/// A place that is asked for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
pub struct AskedPlace {
    /// As it is kept.
    pub key: String,
    /// As the runbook writes it.
    pub name: String,
    /// What stands there.
    pub value: String,
    /// `read in step 1`, where it was read from an output.
    pub from: Option<String>,
}

/// What a run is drawn with.
struct Drawn<'a> {
    run: &'a RunbookRun,
    runbook: &'a Runbook,
    values: Values,
    service: Option<&'a Service>,
    helpers: Vec<ServiceHelp>,
    now: DateTime<Utc>,
}

impl Workstation {
    /// A run, step by step.
    ///
    /// # Errors
    /// [`Error::UnknownRun`] when there is none like it, or why it could not be read.
    pub fn runbook_run(&self, handle: &str, run: EventId) -> Result<RunView, Error> {
        let (incident, services, now) = (self.facts_of(handle)?, self.services(), self.now());
        let runbook = self.runbook_of(handle, run)?;
        let known = find_run(&incident, run)?;
        let (name, service) = touched_services(&incident, &services).into_iter().next().unwrap_or((None, None));
        let values = values_for(&incident, name, service, now);
        let helpers = self.service_help(handle)?;
        Ok(Drawn { run: known, runbook: &runbook, values, service, helpers, now }.view())
    }
}

/// `2 of 4`; of one that ended, how.
pub(crate) fn progress(run: &RunbookRun) -> String {
    match (&run.ended, run.current_step()) {
        (Some(ended), _) => ended.how.label().to_owned(),
        (None, Some(current)) => format!("{current} of {}", run.steps.len()),
        (None, None) => "no step left".to_owned(),
    }
}

impl Drawn<'_> {
    fn view(&self) -> RunView {
        let Self { run, runbook, now, .. } = self;
        let version = run.version.as_ref().map(|version| format!("version {version}, ")).unwrap_or_default();
        let ended = run.ended.as_ref().map(|ended| format!("{} {}", ended.how.label(), clock_time(ended.at, *now)));
        RunView {
            id: run.id,
            title: run.title.clone(),
            path: run.path.clone(),
            about: format!("{version}begun {} {}", clock_time(run.at, *now), run.by),
            when_to_use: runbook.at(&runbook.when_to_use).cloned().collect(),
            prerequisites: (1..).zip(&runbook.prerequisites).map(|(number, one)| self.prerequisite(number, &one.words)).collect(),
            steps: runbook.steps.iter().map(|step| self.step(step)).collect(),
            current: run.current_step(),
            progress: progress(run),
            ended,
            went_well: run.went_well(),
            helpers: self.helpers.clone(),
        }
    }

    fn prerequisite(&self, number: u32, words: &[Inline]) -> PrerequisiteView {
        PrerequisiteView { number, words: words.to_vec(), done: self.run.prerequisites.contains(&number) }
    }

    fn step(&self, step: &Step) -> RunStepView {
        let moved = (step.number as usize).checked_sub(1).and_then(|index| self.run.steps.get(index)).and_then(|kept| kept.moved.as_ref());
        RunStepView {
            number: step.number,
            title: step.title.clone(),
            kind: step.kind,
            state: moved.map(|moved| moved.to),
            stands: moved.map(|moved| self.stands(moved)),
            note: moved.and_then(|moved| moved.note.clone()),
            risk: step.risk.clone(),
            way_back: self.parts(step, self.runbook.at(&step.rollback).filter(|block| !is_lead(block))),
            parts: self
                .parts(step, self.runbook.at(&step.blocks).filter(|block| !says_by_itself(step, block)))
                .into_iter()
                .chain(self.in_words(step))
                .collect(),
            expected: step.expected.as_ref().map(|expected| Expected { text: self.filled_words(&expected.text), ..expected.clone() }),
            asked: self.asked(step),
            asks: step.asks.iter().filter(|asked| asked.by == AskedBy::Line).map(|asked| self.place(&asked.name)).collect(),
        }
    }

    fn stands(&self, moved: &RunStepMoved) -> String {
        format!("{} {} {}", moved.to.label(), clock_time(moved.at, self.now), moved.by)
    }

    fn parts<'b>(&self, step: &Step, blocks: impl Iterator<Item = &'b Block>) -> Vec<RunPart> {
        let part = |block: &Block| match block.command() {
            Some(command) => self.command(step, command),
            None => RunPart::Words { block: block.clone() },
        };
        blocks.map(part).collect()
    }

    fn in_words(&self, step: &Step) -> Vec<RunPart> {
        step.in_words.iter().map(|command| self.command(step, command)).collect()
    }

    fn command(&self, step: &Step, command: &Command) -> RunPart {
        let ways: Vec<RunWay> = command.alternatives.iter().map(|one| self.way(&one.label, &one.text, &command.language)).collect();
        let only = ways.first().filter(|_| ways.len() == 1).map(|way| way.label.clone());
        let picked = self.run.alternatives.get(&step.number).filter(|label| ways.iter().any(|way| way.label == **label)).cloned();
        RunPart::Command { command: RunCommand { chosen: only.or(picked), ways } }
    }

    fn way(&self, label: &str, text: &str, language: &str) -> RunWay {
        let parts = fill(text, language, &|place| self.value(place));
        let complete = parts.iter().all(|part| part.place.is_none() || part.filled);
        let copied = complete.then(|| parts.iter().map(|part| part.text.as_str()).collect());
        RunWay { label: label.to_owned(), parts, text: copied }
    }

    /// What was said in this run, else what the team's file and the incident know.
    fn value(&self, place: &Place) -> Option<String> {
        let said = self.run.values.get(&place.key).map(|value| value.value.clone());
        said.or_else(|| known_value(&place.key, &self.values, self.service))
    }

    /// Words with what is known in their places. They are read and not run, so nothing is quoted.
    fn filled_words(&self, text: &str) -> String {
        let mut words = String::new();
        let mut at = 0;
        for place in places(text, "text") {
            let (start, end) = (place.start as usize, place.end as usize);
            words.push_str(text.get(at..start).unwrap_or_default());
            let value = self.value(&place).filter(|value| !value.is_empty());
            words.push_str(value.as_deref().or(text.get(start..end)).unwrap_or_default());
            at = end;
        }
        words + text.get(at..).unwrap_or_default()
    }

    /// The places of a step that a person fills, each once, in the order in which they stand.
    fn asked(&self, step: &Step) -> Vec<AskedPlace> {
        let mut seen = BTreeSet::new();
        let back = self.runbook.at(&step.rollback).filter_map(Block::command);
        let all = self.runbook.commands(step).chain(back);
        let standing = all.flat_map(|command| command.alternatives.iter().flat_map(|one| places(&one.text, &command.language)));
        let asked = standing.filter(|place| {
            let known = known_value(&place.key, &self.values, self.service).is_some();
            (!known || self.run.values.contains_key(&place.key)) && seen.insert(place.key.clone())
        });
        asked.map(|place| self.place(&place.name)).collect()
    }

    fn place(&self, name: &str) -> AskedPlace {
        let key = sitrep_runbooks::place_key(name);
        let said = self.run.values.get(&key);
        AskedPlace {
            value: said.map(|said| said.value.clone()).unwrap_or_default(),
            from: said.and_then(|said| said.step).map(|step| format!("read in step {step}")),
            name: name.to_owned(),
            key,
        }
    }
}

/// What is expected and asked for is shown apart.
fn says_by_itself(step: &Step, block: &Block) -> bool {
    let lines = step.expected.iter().map(|expected| expected.line).chain(step.asks.iter().map(|asked| asked.line));
    let alone = |line: u32| block.lines.from == line && block.lines.to == line;
    block.command().is_none() && lines.into_iter().any(alone)
}

/// `Rollback:` above what it leads to.
fn is_lead(block: &Block) -> bool {
    let text = block.text();
    text.trim_end().ends_with(':') && text.split_whitespace().count() <= 3
}
