//! Whatever happens in whatever order, Sitrep never says that nothing is due while a duty of the procedure is open. What is owed is
//! written down here once more, from the procedure's own tables, and knows nothing of how Sitrep finds it.

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

mod support;

use std::collections::BTreeSet;

use proptest::prelude::*;
use sitrep_core::event::EventBody;
use sitrep_core::procedure::{NextAction, NextStep, becomes_security, deadlines, next_step};
use sitrep_core::team::Policy;
use sitrep_core::vocabulary::{
    ActionPriority, Audience, DeadlineKind, ImpactQuestion, InvestigationStep, Lowering, Role, SecurityReason, Severity, SeverityCause,
    Status, StepState, UpdateKind, VerificationCheck,
};
use support::{Story, at, sent};

/// What somebody does.
#[derive(Debug, Clone)]
enum Act {
    Severity(Severity, Lowering),
    Status(Status),
    Check(usize, bool),
    Notify(usize, bool),
    Send(UpdateKind),
    TakeBack,
    Schedule,
    Complete,
    Action(bool),
    /// Words are written that may tell of a security matter.
    Wonder(usize),
    /// Somebody says that it is one.
    Breach,
    Wait(i64),
    /// Somebody says that it stayed quiet.
    StayedQuiet,
    /// What the next step says, so often in a row.
    Follow(usize),
}

fn act() -> impl Strategy<Value = Act> {
    let severity = prop::sample::select(Severity::ALL.to_vec());
    let lowering = prop::sample::select(vec![Lowering::GotBetter, Lowering::NeverWas]);
    let kinds = vec![UpdateKind::Initial, UpdateKind::Status, UpdateKind::Resolution, UpdateKind::Customer];
    prop_oneof![
        2 => (severity, lowering).prop_map(|(to, lowering)| Act::Severity(to, lowering)),
        2 => prop::sample::select(Status::ALL.to_vec()).prop_map(Act::Status),
        1 => (0..4_usize, any::<bool>()).prop_map(|(which, done)| Act::Check(which, done)),
        1 => (0..6_usize, any::<bool>()).prop_map(|(which, done)| Act::Notify(which, done)),
        1 => prop::sample::select(kinds).prop_map(Act::Send),
        1 => Just(Act::TakeBack),
        1 => Just(Act::Schedule),
        1 => Just(Act::Complete),
        1 => any::<bool>().prop_map(Act::Action),
        1 => (0..WORDS.len()).prop_map(Act::Wonder),
        1 => Just(Act::Breach),
        1 => (1_i64..40).prop_map(Act::Wait),
        1 => (60_i64..300).prop_map(Act::Wait),
        1 => (1_000_i64..4_000).prop_map(Act::Wait),
        1 => Just(Act::StayedQuiet),
        4 => (1..40_usize).prop_map(Act::Follow),
    ]
}

const WORDS: [&str; 3] = ["leak", "odd logins", "stolen laptop"];

const TOLD: [&str; 8] = [
    "On-call engineer",
    "Engineering manager",
    "VP Engineering",
    "Customer support lead",
    "Communications",
    "Relevant team lead",
    "Assigned engineer (via ticket)",
    "Nobody",
];

/// Seed, Step 3: Assemble the Response Team.
fn whom_to_tell(severity: Severity) -> &'static [usize] {
    match severity {
        Severity::P0 => &[0, 1, 2, 3, 4],
        Severity::P1 => &[0, 1, 3],
        Severity::P2 => &[0, 5],
        Severity::P3 => &[6],
    }
}

/// Seed, Step 5: Verify the Fix.
fn quiet_minutes(severity: Severity) -> i64 {
    match severity {
        Severity::P0 | Severity::P1 => 15,
        Severity::P2 => 30,
        Severity::P3 => 0,
    }
}

/// How long it is watched for recurrence, as the built-in policy has it.
fn watch_minutes(severity: Severity) -> i64 {
    match severity {
        Severity::P0 | Severity::P1 => 24 * 60,
        Severity::P2 => 4 * 60,
        Severity::P3 => 0,
    }
}

/// What the procedure owes by now, kept beside the story and not read from it.
#[derive(Debug, Clone)]
struct Oracle {
    severity: Severity,
    /// The worst that it got better from.
    recovered_from: Option<Severity>,
    /// What it was since: a 'never was' strikes out of these.
    run: Vec<Severity>,
    status: Status,
    fixed_at: Option<i64>,
    checks: BTreeSet<usize>,
    told: BTreeSet<usize>,
    /// What was sent, in order: which, whether it told of the end that stands, and its place in the story.
    sent: Vec<(UpdateKind, bool, usize)>,
    complete: bool,
    completed_at: i64,
    resolved_at: i64,
    stayed_quiet: bool,
    unowned: usize,
    /// What may tell of a security matter, and nobody has said yet.
    wondered: BTreeSet<usize>,
    /// Until when its severity may stand as it is without a decision, at the latest; none where it escalates no further.
    to_be_decided_by: Option<i64>,
}

/// Seed, Escalation Rules.
fn escalates_after(severity: Severity) -> Option<i64> {
    match severity {
        Severity::P1 => Some(2 * 60),
        Severity::P2 => Some(4 * 60),
        Severity::P0 | Severity::P3 => None,
    }
}

impl Oracle {
    fn declared(severity: Severity) -> Self {
        Self {
            severity,
            recovered_from: None,
            run: vec![severity],
            status: Status::Investigating,
            fixed_at: None,
            checks: BTreeSet::new(),
            told: BTreeSet::new(),
            sent: Vec::new(),
            complete: false,
            completed_at: 0,
            resolved_at: 0,
            stayed_quiet: false,
            unowned: 0,
            wondered: BTreeSet::new(),
            to_be_decided_by: escalates_after(severity),
        }
    }

    fn set_severity(&mut self, to: Severity, lowering: Lowering, minute: i64) {
        if self.severity.is_worse_than(to) {
            match lowering {
                Lowering::GotBetter => {
                    self.recovered_from = self.run.iter().copied().chain(self.recovered_from).min();
                    self.run.clear();
                }
                Lowering::NeverWas => self.run.retain(|severity| !severity.is_worse_than(to)),
            }
        }
        self.run.push(to);
        self.severity = to;
        self.to_be_decided_by = escalates_after(to).map(|after| minute + after);
    }

    fn set_status(&mut self, to: Status, minute: i64) {
        if self.status == Status::Resolved && to != Status::Resolved {
            self.complete = false;
            self.stayed_quiet = false;
            self.checks.clear();
            self.sent.iter_mut().for_each(|(_, of_the_end, _)| *of_the_end = false);
            self.to_be_decided_by = escalates_after(self.severity).map(|after| minute + after);
        }
        match to {
            Status::Investigating | Status::Identified | Status::Mitigating => self.fixed_at = None,
            Status::Monitoring => {
                self.fixed_at = Some(minute);
                self.checks.clear();
            }
            Status::Resolved => self.resolved_at = minute,
        }
        self.status = to;
    }

    /// The severities that count: as it is, and the worst that it really was.
    fn counted(&self) -> [Severity; 2] {
        let worst = self.run.iter().copied().chain(self.recovered_from).min().unwrap_or(self.severity);
        [self.severity, worst]
    }

    fn everybody_told(&self) -> bool {
        self.counted().into_iter().flat_map(whom_to_tell).all(|who| self.told.contains(who))
    }

    fn is_verified(&self, minute: i64) -> bool {
        let quiet = self.counted().map(quiet_minutes).into_iter().max().unwrap_or_default();
        self.checks.len() == 4 && self.fixed_at.is_some_and(|fixed| minute - fixed >= quiet)
    }

    /// Whether the watch is over and nobody has said yet what came of it, in the week after.
    fn watch_asks(&self, minute: i64) -> bool {
        let watch = self.counted().map(watch_minutes).into_iter().max().unwrap_or_default();
        let over = self.resolved_at + watch;
        let reviewed_after = self.complete && self.completed_at >= over;
        watch > 0 && !self.stayed_quiet && !reviewed_after && (over..over + 7 * 24 * 60).contains(&minute)
    }

    /// What is still owed once it is resolved.
    fn owed_after(&self, minute: i64) -> Vec<&'static str> {
        let asks_for_review = self.counted().into_iter().any(|severity| severity != Severity::P3);
        let customers_know = self.sent.iter().any(|(kind, ..)| *kind == UpdateKind::Customer);
        let of_the_end = |which| self.sent.iter().any(|(kind, of_the_end, _)| *kind == which && *of_the_end);
        [
            (!self.everybody_told(), "people to tell"),
            (!of_the_end(UpdateKind::Resolution), "the all-clear"),
            (customers_know && !of_the_end(UpdateKind::Customer), "the all-clear to customers"),
            (asks_for_review && !self.complete, "the review"),
            (self.watch_asks(minute), "whether it stayed quiet"),
            (self.unowned > 0, "an owner of an action item"),
            (!self.wondered.is_empty(), "whether it is a security matter"),
        ]
        .into_iter()
        .filter_map(|(open, what)| open.then_some(what))
        .collect()
    }
}

struct Room {
    story: Story,
    oracle: Oracle,
    minute: i64,
    policy: Policy,
}

impl Room {
    fn declared(severity: Severity) -> Self {
        let policy = support::policy().expect("the built-in policy reads");
        Self { story: Story::declared(severity), oracle: Oracle::declared(severity), minute: 1, policy }
    }

    fn then(&mut self, body: EventBody) {
        self.story = std::mem::take(&mut self.story).then(self.minute, body);
    }

    fn next(&self) -> NextStep {
        next_step(&self.story.fold().expect("it is declared"), &self.policy, at(self.minute))
    }

    fn perform(&mut self, act: &Act) {
        match *act {
            Act::Severity(to, lowering) => self.severity(to, lowering),
            Act::Status(to) => self.status(to),
            Act::Check(which, done) => self.check(which, done),
            Act::Notify(which, done) => self.notify(which, done),
            Act::Send(kind) => self.send(kind),
            Act::TakeBack => self.take_back(),
            Act::Schedule => self.schedule(),
            Act::Complete => self.complete(),
            Act::Action(owned) => self.action(owned),
            Act::Wonder(which) => self.wonder(which),
            Act::Breach => self.breach(),
            Act::StayedQuiet => self.stayed_quiet(),
            Act::Wait(minutes) => self.minute += minutes,
            Act::Follow(steps) => (0..steps).for_each(|_| self.follow()),
        }
        self.minute += 1;
    }

    fn severity(&mut self, to: Severity, lowering: Lowering) {
        let from = self.oracle.severity;
        if from != to {
            self.then(EventBody::SeverityChanged { from, to, cause: SeverityCause::Assessment, reason: Some("seen".into()), lowering });
            self.oracle.set_severity(to, lowering, self.minute);
        }
    }

    fn status(&mut self, to: Status) {
        let from = self.oracle.status;
        if from != to {
            self.then(EventBody::StatusChanged { from, to, reason: Some("said".into()) });
            self.oracle.set_status(to, self.minute);
        }
    }

    fn check(&mut self, which: usize, done: bool) {
        self.then(EventBody::VerificationChecked { check: VerificationCheck::TICKED[which], done });
        if done {
            self.oracle.checks.insert(which)
        } else {
            self.oracle.checks.remove(&which)
        };
    }

    fn notify(&mut self, which: usize, done: bool) {
        self.then(EventBody::Notified { who: TOLD[which].into(), done });
        if done {
            self.oracle.told.insert(which)
        } else {
            self.oracle.told.remove(&which)
        };
    }

    fn send(&mut self, kind: UpdateKind) {
        // A resolution notice is offered once it is over.
        let over = self.oracle.status == Status::Resolved;
        if kind == UpdateKind::Resolution && !over {
            return;
        }
        self.oracle.sent.push((kind, over, self.story.events.len()));
        self.then(sent(kind));
    }

    fn take_back(&mut self) {
        if let Some((.., place)) = self.oracle.sent.pop() {
            self.story = std::mem::take(&mut self.story).amending(self.minute, place, EventBody::UpdateTakenBack);
        }
    }

    fn schedule(&mut self) {
        self.then(EventBody::ReviewScheduled { at: at(self.minute + 1440), with: vec![] });
    }

    fn complete(&mut self) {
        if self.oracle.status == Status::Resolved {
            self.then(EventBody::ReviewPublished);
            self.oracle.complete = true;
            self.oracle.completed_at = self.minute;
        }
    }

    fn stayed_quiet(&mut self) {
        if self.oracle.status == Status::Resolved {
            self.then(EventBody::StayedQuiet);
            self.oracle.stayed_quiet = true;
        }
    }

    fn action(&mut self, owned: bool) {
        let due = chrono::NaiveDate::from_ymd_opt(2027, 6, 1).unwrap_or_default();
        let owner = owned.then(|| "@ana".to_owned());
        self.then(EventBody::ActionAdded {
            text: "Backfill".into(),
            owner,
            priority: ActionPriority::High,
            due: Some(due),
            kind: None,
            from: None,
        });
        self.oracle.unowned += usize::from(!owned);
    }

    fn wonder(&mut self, which: usize) {
        let incident = self.story.fold().expect("it is declared");
        if incident.security.is_none() && !incident.security_asked.is_denied(WORDS[which]) {
            self.then(EventBody::SecurityAsked { words: WORDS[which].into(), of: WORDS[which].into() });
            self.oracle.wondered.insert(which);
        }
    }

    fn breach(&mut self) {
        let incident = self.story.fold().expect("it is declared");
        if incident.security.is_none() && incident.is_active() {
            for body in becomes_security(&incident, SecurityReason::Stated) {
                self.then(body);
            }
            self.oracle.wondered.clear();
            if self.oracle.severity != Severity::P0 {
                self.oracle.set_severity(Severity::P0, Lowering::default(), self.minute);
            }
        }
    }

    fn deny_security(&mut self) {
        let incident = self.story.fold().expect("it is declared");
        let words = incident.security_words().expect("it is asked");
        self.then(EventBody::SecurityDenied { words: Some(words.clone()), reason: None });
        self.oracle.wondered.retain(|which| WORDS[*which] != words);
    }

    fn follow(&mut self) {
        let incident = self.story.fold().expect("it is declared");
        let step = self.next();
        match step.action {
            NextAction::AnswerImpact { question } => self.then(EventBody::ImpactAnswered { question, answer: "known".into() }),
            NextAction::AnswerSecurity => self.deny_security(),
            NextAction::ReasonSeverity => self.then(EventBody::SeverityReasoned { severity: incident.severity, reasoning: "so".into() }),
            NextAction::OpenChannel => self.then(EventBody::ChannelOpened),
            NextAction::Notify => (0..TOLD.len() - 1).for_each(|who| self.notify(who, true)),
            NextAction::AssignRole { role } => self.then(EventBody::RoleChanged { role, from: None, to: Some("@ana".into()) }),
            NextAction::WriteUpdate { update } => self.send(update),
            NextAction::DecideEscalation => self.severity(incident.severity.worse().unwrap_or(Severity::P0), Lowering::default()),
            NextAction::CloseTimebox { .. } => {}
            NextAction::SetStatus { to } => self.status(to),
            NextAction::Investigate { step } => self.investigate(step),
            NextAction::Mitigate => self.status(Status::Monitoring),
            NextAction::Verify => (0..4).for_each(|which| self.check(which, true)),
            NextAction::Resolve => self.status(Status::Resolved),
            NextAction::ScheduleReview => self.schedule(),
            NextAction::Review if step.text.starts_with("Give an owner") => self.give_owners(),
            NextAction::Review => self.complete(),
            NextAction::StayedQuiet => self.stayed_quiet(),
            NextAction::Log => self.story = std::mem::take(&mut self.story).note(self.minute, "seen"),
        }
        self.minute += 1;
    }

    fn investigate(&mut self, step: InvestigationStep) {
        self.then(EventBody::StepMoved { step, to: StepState::Done, reason: None });
    }

    fn give_owners(&mut self) {
        let owned = |body: &EventBody| matches!(body, EventBody::ActionAdded { owner: None, .. });
        let places: Vec<usize> = (0..self.story.events.len()).filter(|place| owned(&self.story.events[*place].body)).collect();
        for place in places {
            let body = EventBody::ActionAssigned { text: "Backfill".into(), owner: Some("@ben".into()) };
            self.story = std::mem::take(&mut self.story).amending(self.minute, place, body);
        }
        self.oracle.unowned = 0;
    }

    /// What must hold at every moment.
    fn holds(&self) -> Result<(), TestCaseError> {
        let incident = self.story.fold().expect("it is declared");
        let (step, oracle) = (self.next(), &self.oracle);
        let over = oracle.status == Status::Resolved;
        if step.text == "Nothing due" {
            prop_assert!(over, "nothing is due while it goes on: {oracle:?}");
            prop_assert_eq!(oracle.owed_after(self.minute), Vec::<&str>::new(), "{:?}", oracle);
        }
        if !over && step.reason.contains("Nothing due") {
            let assembled = incident.impact.len() == ImpactQuestion::ALL.len() && incident.channel_opened && oracle.everybody_told();
            let roles = oracle.counted().into_iter().all(|severity| severity > Severity::P1) || incident.roles.len() == Role::ALL.len();
            prop_assert!(assembled && roles && oracle.checks.len() == 4, "{oracle:?}");
            prop_assert!(incident.last_update_to(Audience::Internal).is_some());
        }
        if !over && oracle.to_be_decided_by.is_some_and(|by| self.minute >= by) {
            let goes_first = matches!(step.action, NextAction::WriteUpdate { .. } | NextAction::DecideEscalation);
            prop_assert!(goes_first, "nobody is asked whether it escalates: {oracle:?} at {}: {step:?}", self.minute);
        }
        prop_assert!(incident.security.is_none() || incident.severity == Severity::P0, "a security matter is a P0: {oracle:?}");
        if step.action == NextAction::Resolve {
            prop_assert!(oracle.is_verified(self.minute), "it is not verified: {oracle:?} at {}", self.minute);
        }
        prop_assert_eq!(incident.is_verified(&self.policy, at(self.minute)), oracle.is_verified(self.minute), "{:?}", oracle);
        let review_is_owed = over && oracle.owed_after(self.minute).contains(&"the review");
        let review = deadlines(&incident, &self.policy, at(self.minute)).into_iter().find(|one| one.kind == DeadlineKind::Review);
        prop_assert_eq!(review.is_some_and(|review| review.is_open()), review_is_owed, "{:?}", oracle);
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn nothing_is_due_only_when_no_duty_is_open(
        severity in prop::sample::select(Severity::ALL.to_vec()),
        acts in prop::collection::vec(act(), 1..25),
    ) {
        let mut room = Room::declared(severity);
        room.holds()?;
        for act in &acts {
            room.perform(act);
            room.holds()?;
        }
    }
}

#[test]
fn following_the_next_step_comes_to_an_end_from_every_severity() {
    for severity in Severity::ALL {
        let mut room = Room::declared(severity);
        (0..120).for_each(|_| room.follow());
        assert_eq!((severity, room.next().text.as_str()), (severity, "Nothing due"));
        assert_eq!(room.oracle.owed_after(room.minute), Vec::<&str>::new());
    }
}
