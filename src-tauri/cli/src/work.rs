//! `sitrep hypothesis` and `sitrep mitigation`.

use serde_json::{Value, json};
use sitrep_core::hypothesis::{Hypothesis, HypothesisState};
use sitrep_core::mitigation::{Mitigation, MitigationState};
use sitrep_workstation::{Error, Workstation};

use crate::args::{HypothesisVerb, MitigationVerb, Moved, Which};
use crate::output::{Refusal, answer};

/// Does what is asked with hypotheses and answers with the list as it is then.
pub fn hypothesis(room: &Workstation, json: bool, act: HypothesisVerb) -> Result<(), Refusal> {
    let moved = |moved: Moved, to| {
        let handle = handle(room, &moved.which)?;
        room.move_hypothesis(&handle, &moved.part.join(" "), to, moved.because.as_deref(), None)?;
        Ok::<_, Error>(handle)
    };
    let handle = match act {
        HypothesisVerb::Add { statement, which } => {
            let handle = handle(room, &which)?;
            room.add_hypothesis(&handle, &statement.join(" "), None)?;
            handle
        }
        HypothesisVerb::List(which) => handle(room, &which)?,
        HypothesisVerb::Testing(one) => moved(one, HypothesisState::Testing)?,
        HypothesisVerb::RuledOut(one) => moved(one, HypothesisState::RuledOut)?,
        HypothesisVerb::Confirmed(one) => moved(one, HypothesisState::Confirmed)?,
    };
    let all = room.hypotheses(&handle)?;
    let shape =
        |one: &Hypothesis| json!({ "id": one.id, "statement": one.statement, "state": one.state, "because": one.because, "by": one.by });
    let line = |one: &Hypothesis| (one.state.label(), one.statement.clone(), one.because.clone());
    told(
        json,
        all.iter().map(shape).collect(),
        all.iter().map(line),
        "No hypothesis yet. Write one down: sitrep hypothesis add WHAT MAY BE THE CAUSE",
    )
}

/// Does what is asked with mitigations and answers with the list as it is then.
pub fn mitigation(room: &Workstation, json: bool, act: MitigationVerb) -> Result<(), Refusal> {
    let moved = |moved: Moved, to| {
        let handle = handle(room, &moved.which)?;
        room.move_mitigation(&handle, &moved.part.join(" "), to, moved.because.as_deref(), None)?;
        Ok::<_, Error>(handle)
    };
    let handle = match act {
        MitigationVerb::Add { action, proposed, which } => {
            let handle = handle(room, &which)?;
            let state = if proposed { MitigationState::Proposed } else { MitigationState::Started };
            room.add_mitigation(&handle, &action.join(" "), state, None)?;
            handle
        }
        MitigationVerb::List(which) => handle(room, &which)?,
        MitigationVerb::Start(one) => moved(one, MitigationState::Started)?,
        MitigationVerb::Done(one) => moved(one, MitigationState::Done)?,
        MitigationVerb::RollBack(one) => moved(one, MitigationState::RolledBack)?,
    };
    let all = room.mitigations(&handle)?;
    let shape = |one: &Mitigation| json!({ "id": one.id, "action": one.action, "state": one.state, "effect": one.effect, "by": one.by });
    let line = |one: &Mitigation| (one.state.label(), one.action.clone(), one.effect.clone());
    told(json, all.iter().map(shape).collect(), all.iter().map(line), "No mitigation yet. Start one: sitrep mitigation add WHAT YOU DO")
}

fn handle(room: &Workstation, which: &Which) -> Result<String, Error> {
    Ok(room.find_any(which.incident.as_deref())?.summary.handle)
}

fn told(
    json: bool,
    shapes: Vec<Value>,
    lines: impl Iterator<Item = (&'static str, String, Option<String>)>,
    none: &str,
) -> Result<(), Refusal> {
    let line = |(number, (state, words, seen)): (usize, (&str, String, Option<String>))| {
        let seen = seen.map(|seen| format!(" ({seen})")).unwrap_or_default();
        format!("{:>2}  {state:<11}  {words}{seen}", number + 1)
    };
    let empty = shapes.is_empty();
    answer(json, &shapes, || if empty { none.to_owned() } else { lines.enumerate().map(line).collect::<Vec<_>>().join("\n") })
}
