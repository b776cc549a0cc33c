//! Incidents whose course is drawn: the one of the design, a short one, a long one, one that came back, and any.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use proptest::sample::Index;
use sitrep_core::documents::course::IncidentCourse;
use sitrep_core::event::{CommandRun, EventBody};
use sitrep_core::team::Policy;
use sitrep_core::vocabulary::{CommandOutcome, HypothesisState, Lowering, MitigationState, Severity, SeverityCause, Status, UpdateKind};

use crate::support::{self, Story, at, sent};

pub fn course(story: &Story, now: DateTime<Utc>) -> IncidentCourse {
    let incident = story.fold().expect("it is declared");
    IncidentCourse::of(&incident, &story.events, &Policy::built_in().expect("the built-in policy reads"), now)
}

pub fn severity(from: Severity, to: Severity) -> EventBody {
    EventBody::SeverityChanged { from, to, cause: SeverityCause::Assessment, reason: None, lowering: Lowering::GotBetter }
}

pub fn mitigation(action: &str, state: MitigationState) -> EventBody {
    EventBody::MitigationAdded { action: action.into(), state, catalogue: None, service: None }
}

pub fn mitigated(action: &str, to: MitigationState, helped: Option<bool>, effect: Option<&str>) -> EventBody {
    EventBody::MitigationMoved { action: action.into(), from: MitigationState::Started, to, effect: effect.map(str::to_owned), helped }
}

pub fn hypothesis(statement: &str) -> EventBody {
    EventBody::HypothesisAdded { statement: statement.into(), how_to_test: None, who: None }
}

pub fn decided(statement: &str, to: HypothesisState, because: Option<&str>) -> EventBody {
    EventBody::HypothesisMoved { statement: statement.into(), from: HypothesisState::Open, to, because: because.map(str::to_owned) }
}

pub fn ran(command: &str) -> EventBody {
    EventBody::CommandRun(CommandRun {
        command: command.into(),
        started_at: at(0),
        millis: 3_249,
        outcome: CommandOutcome::Exit(0),
        kept: vec![],
    })
}

/// Declared at 14:00, with the start ten minutes before; one update five minutes late, resolved after 82 minutes.
pub fn of_the_design() -> Story {
    Story::declared(Severity::P1)
        .then(5, sent(UpdateKind::Initial))
        .then(7, hypothesis("The provider is down"))
        .then(9, hypothesis("v313 capped the connection pool at 20"))
        .amending(10, 2, decided("The provider is down", HypothesisState::Testing, None))
        .amending(15, 2, decided("The provider is down", HypothesisState::RuledOut, Some("their status page is green")))
        .amending(16, 3, decided("v313 capped the pool", HypothesisState::Testing, None))
        .then(18, sent(UpdateKind::Status))
        .recorded(20, 20, None, ran("kubectl -n payments get pods"))
        .recorded(21, 21, None, ran("kubectl -n payments logs deploy/payments-api --since=20m"))
        .amending(24, 3, decided("v313 capped the pool", HypothesisState::Confirmed, Some("20 of 20 in use on each pod")))
        .status(24, Status::Investigating, Status::Identified)
        .then(25, sent(UpdateKind::Customer))
        .then(30, mitigation("Roll back payments-api to v312", MitigationState::Proposed))
        .then(31, mitigation("Raise the pool's cap on the running pods", MitigationState::Started))
        .amending(35, 14, mitigated("Raise the cap", MitigationState::Done, Some(false), Some("still 502s")))
        .amending(36, 13, mitigated("Roll back", MitigationState::Started, None, None))
        .status(36, Status::Identified, Status::Mitigating)
        .recorded(37, 37, None, ran("kubectl rollout undo deployment/payments-api"))
        .amending(38, 13, mitigated("Roll back", MitigationState::Done, None, None))
        .then(53, sent(UpdateKind::Status))
        .amending(57, 13, mitigated("Roll back", MitigationState::Done, Some(true), Some("5xx back to 0.1 %")))
        .status(58, Status::Mitigating, Status::Monitoring)
        .then(58, severity(Severity::P1, Severity::P2))
        .then(74, severity(Severity::P2, Severity::P3))
        .then(75, sent(UpdateKind::Status))
        .status(86, Status::Monitoring, Status::Resolved)
        .then(86, sent(UpdateKind::Resolution))
        .then(88, sent(UpdateKind::Customer))
}

/// Five days, up and down, reopened once, with hundreds of commands.
pub fn of_five_days() -> Story {
    let day = 24 * 60;
    let story = Story::declared(Severity::P3)
        .then(60, sent(UpdateKind::Initial))
        .then(20 * 60, severity(Severity::P3, Severity::P2))
        .status(day, Status::Investigating, Status::Identified)
        .then(day + 30, severity(Severity::P2, Severity::P1))
        .then(day + 300, severity(Severity::P1, Severity::P2))
        .then(2 * day, mitigation("Fail over the primary database to the replica in eu-2", MitigationState::Started))
        .amending(2 * day + 400, 6, mitigated("Fail over", MitigationState::Done, Some(true), None))
        .status(2 * day + 400, Status::Identified, Status::Monitoring)
        .status(3 * day, Status::Monitoring, Status::Resolved)
        .status(3 * day + 600, Status::Resolved, Status::Investigating)
        .status(5 * day, Status::Investigating, Status::Resolved);
    let ran = (0..300).map(|number| number * 20 + 7).fold(story, |story, minute| story.then(minute, ran("make probe")));
    (1..40).fold(ran, |story, number| story.then(number * 170, sent(UpdateKind::Status)))
}

/// Forty seconds, counted from the start.
pub fn of_forty_seconds() -> Story {
    let mut story = Story::declared(Severity::P2).status(0, Status::Investigating, Status::Resolved);
    if let (Some(first), Some(last)) = (story.events.first().cloned(), story.events.last_mut()) {
        last.occurred_at = first.occurred_at + TimeDelta::seconds(30);
        last.recorded_at = last.occurred_at;
    }
    if let Some(EventBody::Declared { started_at, .. }) = story.events.first_mut().map(|first| &mut first.body) {
        *started_at = at(0) - TimeDelta::seconds(10);
    }
    story
}

/// Words that try to be something else.
pub fn hostile() -> impl Strategy<Value = String> {
    let known = [
        "</title><script>alert(1)</script>",
        "\" onload=\"alert(1)",
        "&amp; &lt;b&gt; ]]> <![CDATA[",
        "\u{202e}drawkcab\u{0}\u{1b}[31m",
        "ページが遅い 🚒 مدفوعات",
        "W".repeat(400).as_str(),
        "\u{ffff}\u{fffe}\u{feff}",
        "",
    ]
    .map(str::to_owned);
    prop_oneof![prop::sample::select(known.to_vec()), ".{0,60}"]
}

fn body() -> impl Strategy<Value = EventBody> {
    let status = prop::sample::select(Status::ALL.to_vec());
    let level = prop::sample::select(Severity::ALL.to_vec());
    let lowering = prop::sample::select(vec![Lowering::GotBetter, Lowering::NeverWas]);
    let update = prop::sample::select(UpdateKind::ALL.to_vec());
    let state = prop::sample::select(vec![MitigationState::Proposed, MitigationState::Started]);
    prop_oneof![
        3 => status.prop_map(|to| EventBody::StatusChanged { from: Status::Investigating, to, reason: None }),
        3 => (level, lowering).prop_map(|(to, lowering)| EventBody::SeverityChanged {
            from: Severity::P1,
            to,
            cause: SeverityCause::Assessment,
            reason: None,
            lowering
        }),
        5 => update.prop_map(support::sent),
        2 => hostile().prop_map(|words| hypothesis(&words)),
        2 => (hostile(), state).prop_map(|(words, state)| mitigation(&words, state)),
        3 => hostile().prop_map(|words| ran(&words)),
        1 => Just(EventBody::Withdrawn { reason: "a drill".into(), into: None }),
        1 => Just(EventBody::BroughtBack),
    ]
}

fn amending() -> impl Strategy<Value = EventBody> {
    let hypothesis = vec![HypothesisState::Open, HypothesisState::Testing, HypothesisState::RuledOut, HypothesisState::Confirmed];
    let mitigation = vec![MitigationState::Started, MitigationState::Done, MitigationState::RolledBack, MitigationState::Withdrawn];
    prop_oneof![
        prop::sample::select(hypothesis).prop_map(|to| decided("it", to, None)),
        (prop::sample::select(mitigation), any::<Option<bool>>()).prop_map(|(to, helped)| mitigated("it", to, helped, None)),
        Just(EventBody::UpdateTakenBack),
    ]
}

/// A story that may hold anything in any order, and when it is looked at, which may be before its end.
pub fn any_story() -> impl Strategy<Value = (Story, DateTime<Utc>)> {
    let level = prop::sample::select(Severity::ALL.to_vec());
    let step = prop_oneof![8 => 0_i64..40, 1 => 0_i64..5_000, 1 => 0_i64..2_000_000];
    let act =
        prop_oneof![4 => body().prop_map(|body| (None, body)), 2 => (any::<Index>(), amending()).prop_map(|(of, body)| (Some(of), body))];
    let acts = prop::collection::vec((step, -90_i64..60, act), 0..60);
    (level, hostile(), acts, -100_i64..10_000).prop_map(|(level, title, acts, later)| {
        let mut story = Story::declared(level);
        if let Some(EventBody::Declared { title: kept, .. }) = story.events.first_mut().map(|first| &mut first.body) {
            *kept = title;
        }
        let (story, last) = acts.into_iter().fold((story, 0), tell);
        (story, at(last + later))
    })
}

fn tell((story, minute): (Story, i64), (pause, earlier, (of, body)): (i64, i64, (Option<Index>, EventBody))) -> (Story, i64) {
    let now = minute + pause;
    let amends = of.map(|of| of.get(&story.events).id);
    let happened = if earlier > 0 { now - earlier } else { now };
    (story.recorded(happened, now, amends, body), now)
}
