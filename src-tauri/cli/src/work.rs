//! `sitrep hypothesis` and `sitrep mitigation`.

use serde_json::{Value, json};
use sitrep_core::incident::Hypothesis;
use sitrep_core::vocabulary::{EvidenceSide, HypothesisState, MitigationState};
use sitrep_workstation::investigation_views::{EvidenceInput, HypothesisInput, MitigationInput, MitigationView};
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
        HypothesisVerb::Add { statement, test, who, timebox, which } => {
            let handle = handle(room, &which)?;
            let input = HypothesisInput { statement: statement.join(" "), how_to_test: test, who, minutes: timebox };
            room.add_hypothesis(&handle, &input)?;
            handle
        }
        HypothesisVerb::Evidence(new) => {
            let handle = handle(room, &new.which)?;
            let id = room.meant_hypothesis(&handle, &new.hypothesis)?.id;
            let source = new.entry.map(|words| room.meant_entry(&handle, &words)).transpose()?;
            room.add_evidence(&handle, id, &EvidenceInput { side: new.side, text: new.text.join(" "), source })?;
            handle
        }
        HypothesisVerb::Assign(new) => {
            let handle = handle(room, &new.which)?;
            let id = room.meant_hypothesis(&handle, &new.hypothesis)?.id;
            room.assign_hypothesis(&handle, id, new.person.as_deref())?;
            handle
        }
        HypothesisVerb::List(which) => handle(room, &which)?,
        HypothesisVerb::Testing(one) => moved(one, HypothesisState::Testing)?,
        HypothesisVerb::RuledOut(one) => moved(one, HypothesisState::RuledOut)?,
        HypothesisVerb::Confirmed(one) => moved(one, HypothesisState::Confirmed)?,
    };
    let all = room.hypotheses(&handle)?;
    let evidence = |one: &Hypothesis, side: EvidenceSide| -> Vec<String> {
        one.evidence.iter().filter(|evidence| evidence.side == side).map(|evidence| evidence.text.clone()).collect()
    };
    let shape = |one: &Hypothesis| {
        json!({
            "id": one.id, "statement": one.statement, "state": one.state, "because": one.because, "by": one.by,
            "how_to_test": one.how_to_test, "who": one.who, "change": one.change,
            "evidence_for": evidence(one, EvidenceSide::For), "evidence_against": evidence(one, EvidenceSide::Against),
        })
    };
    let line = |one: &Hypothesis| {
        let told = one.evidence.iter().map(|evidence| format!("{} it: {}", evidence.side.label(), evidence.text));
        let notes: Vec<String> = one.who.iter().chain(&one.because).cloned().chain(told).collect();
        (one.state.label(), one.statement.clone(), (!notes.is_empty()).then(|| notes.join("; ")))
    };
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
        MitigationVerb::Add { action, proposed, catalogue, service, which } => {
            let handle = handle(room, &which)?;
            room.add_mitigation(&handle, &MitigationInput { action: action.join(" "), proposed, catalogue, service })?;
            handle
        }
        MitigationVerb::List(which) => handle(room, &which)?,
        MitigationVerb::Start(one) => moved(one, MitigationState::Started)?,
        MitigationVerb::Done(one) => moved(one, MitigationState::Done)?,
        MitigationVerb::RollBack(one) => moved(one, MitigationState::RolledBack)?,
        MitigationVerb::Withdraw(one) => moved(one, MitigationState::Withdrawn)?,
    };
    let all = room.mitigations(&handle)?.uses;
    let shape = |one: &MitigationView| {
        json!({
            "id": one.id, "action": one.action, "state": one.state, "effect": one.effect, "by": one.by,
            "catalogue": one.catalogue, "service": one.service,
        })
    };
    let line = |one: &MitigationView| (one.state.label(), one.action.clone(), one.effect.clone());
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
