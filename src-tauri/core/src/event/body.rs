//! The kinds of event and what each carries.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::action_change::ActionChange;
use super::alert::AlertTaken;
use super::command_run::CommandRun;
use super::origin::Origin;
use super::policy_change::PolicyChange;
use super::review::ReviewEdit;
use super::runbook::{RunMove, RunbookBegun};
use super::update_sent::UpdateSent;
use crate::vocabulary::{
    ActionKind, ActionOutcome, ActionPriority, AttachedText, Audience, ChangeKind, ChecklistLine, DeadlineKind, DeployAnswer, Detection,
    EntryKind, EventId, EvidenceSide, FindingAbout, HypothesisState, ImpactQuestion, IncidentId, InvestigationStep, Lowering,
    MitigationState, Picture, Role, SecurityReason, Severity, SeverityCause, Status, StepState, VerificationCheck,
};

/// The kinds of event and what each carries. Changes carry old and new.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", rename_all = "snake_case")]
pub enum EventBody {
    /// The incident was declared.
    Declared {
        /// Its handle, unique on this device.
        handle: String,
        /// What is wrong, in a line.
        title: String,
        /// As declared, after the security rule.
        severity: Severity,
        /// What it was taken for by whoever declared it, where it is a security matter and somebody said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        assessed: Option<Severity>,
        /// When it began (UTC), which may be before the declaration.
        started_at: DateTime<Utc>,
        /// Set when it is a security matter.
        security: Option<SecurityReason>,
        /// The services it touches.
        services: Vec<String>,
    },
    /// It was no incident: declared by mistake. It is kept, and asks for nothing more.
    Withdrawn {
        /// Why.
        reason: String,
        /// The incident that it is a part of, where it was merged into one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        into: Option<IncidentId>,
    },
    /// The withdrawal is taken back.
    BroughtBack,
    /// It was over before Sitrep knew of it: it was read from what was written of it, and asks for nothing until it is reopened.
    Backfilled {
        /// The file, by its name.
        source: String,
    },
    /// A person wrote an entry.
    Entry {
        /// Note or decision.
        entry: EntryKind,
        /// The words; none where a picture says it all.
        text: String,
        /// The pictures that go with it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pictures: Vec<Picture>,
        /// The text that goes with it and is too long for an entry.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        attached: Option<AttachedText>,
        /// Where it was written first, where it came here from another incident.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Origin>,
    },
    /// An entry's text or time was edited; `amends` names the entry, `occurred_at` is the new time.
    EntryAmended {
        /// The new words.
        text: String,
    },
    /// An entry was undone; `amends` names it.
    EntryRemoved,
    /// An entry that was undone was brought back; `amends` names it.
    EntryRestored,
    /// The title was changed.
    TitleChanged {
        /// Before.
        from: String,
        /// After.
        to: String,
    },
    /// The start turned out to be another.
    StartChanged {
        /// Before (UTC).
        from: DateTime<Utc>,
        /// After (UTC).
        to: DateTime<Utc>,
    },
    /// The status was changed.
    StatusChanged {
        /// Before.
        from: Status,
        /// After.
        to: Status,
        /// Why, where a reason was owed.
        reason: Option<String>,
    },
    /// The severity was changed.
    SeverityChanged {
        /// Before.
        from: Severity,
        /// After.
        to: Severity,
        /// What made it change.
        cause: SeverityCause,
        /// The reason given.
        reason: Option<String>,
        /// Where it was lowered, which lowering it was; says nothing where it was raised.
        #[serde(default)]
        lowering: Lowering,
    },
    /// The severity was assessed and the reasoning written down (seed: Step 2).
    SeverityReasoned {
        /// The severity reasoned about.
        severity: Severity,
        /// Why this one.
        reasoning: String,
    },
    /// Words that may tell of a security matter were written, and a person is asked.
    SecurityAsked {
        /// As they were written.
        words: String,
        /// What they tell of: `data breach`.
        of: String,
    },
    /// It is a security matter.
    SecurityFound {
        /// Why.
        because: SecurityReason,
    },
    /// It is none: the answer to a question, or what was said before is taken back.
    SecurityDenied {
        /// The words that it was about, if it was about some.
        words: Option<String>,
        /// Why, where a reason was owed.
        reason: Option<String>,
    },
    /// A role went to somebody, or to nobody.
    RoleChanged {
        /// Which role.
        role: Role,
        /// Before, as `@name`.
        from: Option<String>,
        /// After, as `@name`.
        to: Option<String>,
    },
    /// It was said why the commander debugs.
    DebuggingExplained {
        /// Who commands, as `@name`.
        person: String,
        /// Why.
        reason: String,
    },
    /// An impact question was answered.
    ImpactAnswered {
        /// Which question.
        question: ImpactQuestion,
        /// The answer.
        answer: String,
    },
    /// How it was detected.
    Detected {
        /// By what.
        by: Detection,
    },
    /// Somebody on the notify list was notified, or the tick was taken back.
    Notified {
        /// Who, in the policy's words.
        who: String,
        /// Ticked or unticked.
        done: bool,
    },
    /// The first responder is on it.
    Acknowledged,
    /// The channel got another name, a link, or a bridge; or lost one.
    ChannelNamed {
        /// Its name, where it is another than the usual one.
        name: Option<String>,
        /// Where it opens.
        link: Option<String>,
        /// The call: a link, a number, a code.
        bridge: Option<String>,
    },
    /// The ticket, or who is assigned to it, was noted.
    TicketNoted {
        /// Its number or link.
        number: Option<String>,
        /// Who works on it, as `@name`.
        assignee: Option<String>,
    },
    /// The incident channel or bridge was opened.
    ChannelOpened,
    /// An update was copied, which counts as sent.
    UpdateSent(UpdateSent),
    /// 'Not sent': the update named by `amends` did not go out.
    UpdateTakenBack,
    /// A deadline's reminders are silent for a while; its due time stays.
    Snoozed {
        /// The deadline's key.
        #[serde(default)]
        key: String,
        /// The kind of deadline.
        deadline: DeadlineKind,
        /// For which audience, where that matters.
        audience: Option<Audience>,
        /// Silent until (UTC); none for good. In the past, it ends an earlier snooze.
        until: Option<DateTime<Utc>>,
        /// Why, where somebody said so.
        reason: Option<String>,
        /// It is 'not yet' to an escalation: the policy waits as well. Any other silence holds nothing up.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        not_yet: bool,
    },
    /// The policy does not raise the severity by itself, as long as it has the one it has.
    EscalationStopped {
        /// Why.
        reason: String,
    },
    /// The policy raises the severity by itself again.
    EscalationResumed,
    /// A person said 'back in ten minutes'; `amends` names the hypothesis, if it is for testing one.
    TimeboxSet {
        /// What for.
        text: String,
        /// When it ends (UTC).
        until: DateTime<Utc>,
    },
    /// The time-box named by `amends` was closed.
    TimeboxClosed,
    /// A verification check was ticked or unticked.
    VerificationChecked {
        /// Which check.
        check: VerificationCheck,
        /// Ticked or unticked.
        done: bool,
    },
    /// What was seen of a verification check, which ticks it.
    CheckEvidenceAdded {
        /// Which check.
        check: VerificationCheck,
        /// The words: a value, or what an entry says.
        text: String,
        /// The entry, finding or command that it was taken from.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<EventId>,
    },
    /// It stayed quiet after the end: what was watched for did not come back.
    StayedQuiet,
    /// The review got its time and who is asked to it; a later one moves it.
    ReviewScheduled {
        /// When it begins (UTC).
        at: DateTime<Utc>,
        /// Who is invited, as somebody named them; nobody yet is an empty list.
        #[serde(default)]
        with: Vec<String>,
    },
    /// Something was written on the review.
    ReviewEdited(ReviewEdit),
    /// The review is written, and others are asked to read it.
    ReviewAsked,
    /// The review was marked complete, as it was before one said where it is written.
    ReviewPublished,
    /// The review was marked complete.
    ReviewCompleted {
        /// Where it is written: a file, a link, a page's name.
        written: String,
    },
    /// A review that was complete is open again.
    ReviewReopened {
        /// Why.
        reason: String,
    },
    /// An action item was added.
    ActionAdded {
        /// What to do.
        text: String,
        /// Who does it, as `@name`.
        owner: Option<String>,
        /// How much it matters.
        priority: ActionPriority,
        /// By the end of which day; none where nobody says.
        due: Option<NaiveDate>,
        /// What it is for, once somebody said so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        kind: Option<ActionKind>,
        /// Where it was added first, where it came here from another incident.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Origin>,
    },
    /// The action item named by `amends` went to somebody, or to nobody.
    ActionAssigned {
        /// What to do.
        text: String,
        /// Who does it, as `@name`.
        owner: Option<String>,
    },
    /// Something changed of the action item named by `amends`.
    ActionChanged {
        /// What is to be done.
        text: String,
        /// What changed.
        change: ActionChange,
    },
    /// The action item named by `amends` ended.
    ActionClosed {
        /// What was to be done.
        text: String,
        /// How.
        #[serde(flatten)]
        outcome: ActionOutcome,
    },
    /// A dashboard or a log shows something.
    FindingAdded {
        /// What it is about.
        about: FindingAbout,
        /// The words.
        text: String,
        /// Since when it shows (UTC), if that can be seen.
        #[serde(default)]
        onset: Option<DateTime<Utc>>,
    },
    /// The finding named by `amends` was none.
    FindingRemoved,
    /// Something was changed before it began, or while it went on.
    ChangeNoted {
        /// What was changed.
        change: ChangeKind,
        /// What it is, in a line.
        summary: String,
        /// When it was made (UTC).
        at: DateTime<Utc>,
        /// The hash of its commit, or whatever names it elsewhere.
        #[serde(default)]
        reference: Option<String>,
        /// The repository it was found in.
        #[serde(default)]
        repository: Option<String>,
        /// Who made it, as its source names them.
        #[serde(default)]
        by: Option<String>,
        /// Whether it is suspected.
        #[serde(default)]
        suspect: bool,
    },
    /// The change named by `amends` became a suspect, or is none any more.
    ChangeMarked {
        /// What it is, in a line.
        summary: String,
        /// Whether it is suspected.
        suspect: bool,
    },
    /// A question about recent changes was answered.
    DeployQuestionAnswered {
        /// The id of the question in the catalogue.
        id: String,
        /// As it was asked.
        question: String,
        /// What was answered; a change that was made is a [`EventBody::ChangeNoted`] beside it.
        answer: DeployAnswer,
    },
    /// A step of the investigation was started, done, left out or taken up again by a person's word.
    StepMoved {
        /// Which.
        step: InvestigationStep,
        /// After.
        to: StepState,
        /// Why it is left out.
        #[serde(default)]
        reason: Option<String>,
    },
    /// Something that may be the cause was written down; `amends` names the change that is suspected, if one is.
    HypothesisAdded {
        /// What may be the cause.
        statement: String,
        /// How to find out.
        #[serde(default)]
        how_to_test: Option<String>,
        /// Who tests it, as `@name`.
        #[serde(default)]
        who: Option<String>,
    },
    /// Somebody else tests the hypothesis named by `amends`, or nobody.
    HypothesisAssigned {
        /// What may be the cause.
        statement: String,
        /// Who tests it, as `@name`.
        who: Option<String>,
    },
    /// Something speaks for or against the hypothesis named by `amends`.
    EvidenceAdded {
        /// What may be the cause.
        statement: String,
        /// For or against it.
        side: EvidenceSide,
        /// The words.
        text: String,
        /// The entry, finding or change that it was taken from.
        #[serde(default)]
        source: Option<EventId>,
    },
    /// The hypothesis named by `amends` was tested, ruled out, confirmed or opened again.
    HypothesisMoved {
        /// What may be the cause.
        statement: String,
        /// Before.
        from: HypothesisState,
        /// After.
        to: HypothesisState,
        /// The evidence, if given.
        because: Option<String>,
    },
    /// A mitigation was proposed or started.
    MitigationAdded {
        /// What is done.
        action: String,
        /// Proposed, or started at once.
        state: MitigationState,
        /// The id of the catalogue's action, such as `rollback`, if it is one of these.
        #[serde(default)]
        catalogue: Option<String>,
        /// The service it is done to.
        #[serde(default)]
        service: Option<String>,
    },
    /// The mitigation named by `amends` was started, done or undone, or its effect was seen.
    MitigationMoved {
        /// What is done.
        action: String,
        /// Before.
        from: MitigationState,
        /// After.
        to: MitigationState,
        /// What came of it, if seen; why, where it is undone.
        effect: Option<String>,
        /// Whether it helped, once somebody said so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        helped: Option<bool>,
    },
    /// A runbook was begun: a run, which this event's id names.
    RunbookBegun(RunbookBegun),
    /// Something happened in a run; `amends` names the event that began it.
    RunbookMoved {
        /// What the runbook is called.
        runbook: String,
        /// What happened.
        moved: RunMove,
    },
    /// An alert was declared as the incident, or added to it.
    AlertTaken(Box<AlertTaken>),
    /// An alert recovered, as its sender told; `amends` names the event that took it. It proves nothing.
    AlertRecovered {
        /// What the alert says.
        title: String,
        /// When (UTC), where the sender says so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<DateTime<Utc>>,
    },
    /// A command was run in a terminal and has ended; `occurred_at` is its start.
    CommandRun(CommandRun),
    /// A line of the checklist that no fact ticks was ticked by hand, or unticked.
    ChecklistTicked {
        /// Which.
        line: ChecklistLine,
        /// Ticked or unticked.
        done: bool,
    },
    /// The team's policy was changed while the incident was going on, in values that concern it.
    PolicyChanged {
        /// What changed.
        changes: Vec<PolicyChange>,
    },
    /// The clock of the device was set; what it recorded before is told by the clock as it stands since.
    ClockSet {
        /// By how many milliseconds: forward, or back where they are negative.
        millis: i64,
    },
    /// Something that this Sitrep does not know, recorded by a newer one. It is kept as it is, shown, and changes no fact.
    #[serde(skip)]
    FromNewer {
        /// The stored name of its kind.
        kind: String,
    },
}

impl EventBody {
    /// Where it was recorded first, where it came from another incident.
    #[must_use]
    pub fn origin(&self) -> Option<&Origin> {
        if let Self::Entry { from, .. } | Self::ActionAdded { from, .. } = self { from.as_ref() } else { None }
    }

    /// Whether it does not matter to the facts when it happened among other events: they count it, or know the last of its like.
    #[must_use]
    pub fn is_order_free(&self) -> bool {
        self.is_entry() || matches!(self, Self::CommandRun(_) | Self::FromNewer { .. })
    }

    /// Whether the event is only a line on the timeline and changes no other fact.
    #[must_use]
    pub fn is_entry(&self) -> bool {
        matches!(self, Self::Entry { .. } | Self::EntryAmended { .. } | Self::EntryRemoved | Self::EntryRestored)
    }
}
