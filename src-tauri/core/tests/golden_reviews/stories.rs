//! The incidents that are reviewed: short, long, reopened, up and down, written out, of security, merged away, brought in later, of practice, and hostile.

use chrono::NaiveDate;
use sitrep_core::event::{ActionChange, EventBody, ReviewEdit, WhyPlace, WhyWords};
use sitrep_core::vocabulary::{
    ActionKind, ActionOutcome, ActionPriority, AttachedText, AttachedTextId, EntryKind, EventId, ImpactQuestion, IncidentId, MomentMarker,
    ReviewField, Role, SecurityReason, Severity, Status, UpdateKind,
};
use uuid::Uuid;

use crate::courses::{of_five_days, of_forty_seconds, of_the_design, severity};
use crate::support::{Story, sent};

pub fn all() -> Vec<(&'static str, Story)> {
    vec![
        ("short", of_forty_seconds()),
        ("five-days-long", of_five_days()),
        ("reopened", reopened()),
        ("up-and-down", up_and_down()),
        ("written-out", written_out()),
        ("security", security()),
        ("merged-into-another", merged()),
        ("backfilled", backfilled()),
        ("practice", practised()),
        ("hostile", hostile()),
    ]
}

fn written(field: ReviewField, text: &str) -> EventBody {
    EventBody::ReviewEdited(ReviewEdit::Written { field, text: text.to_owned(), offer: None })
}

fn why(answer: &str, question: Option<&str>, under: Option<EventId>, after: Option<EventId>) -> EventBody {
    let why = WhyWords { question: question.map(str::to_owned), answer: answer.to_owned() };
    EventBody::ReviewEdited(ReviewEdit::WhyAdded { why, at: WhyPlace { under, after } })
}

fn marked(marker: MomentMarker, answer: &str) -> EventBody {
    EventBody::ReviewEdited(ReviewEdit::LineMarked { marker: Some(marker), answer: Some(answer.to_owned()) })
}

fn last(story: &Story) -> Option<EventId> {
    story.events.last().map(|event| event.id)
}

fn action(text: &str, owner: Option<&str>, priority: ActionPriority, day: u32, kind: Option<ActionKind>) -> EventBody {
    let due = NaiveDate::from_ymd_opt(2026, 12, day);
    EventBody::ActionAdded { text: text.into(), owner: owner.map(str::to_owned), priority, due, kind, from: None }
}

/// It came back after twenty minutes, and a second rollback ended it.
fn reopened() -> Story {
    Story::declared(Severity::P1)
        .then(1, EventBody::Acknowledged)
        .note(5, "Rolled back v313")
        .status(20, Status::Investigating, Status::Resolved)
        .then(20, sent(UpdateKind::Resolution))
        .then(40, EventBody::StatusChanged { from: Status::Resolved, to: Status::Investigating, reason: Some("502s are back".into()) })
        .note(55, "Rolled back the migration, too")
        .status(70, Status::Investigating, Status::Resolved)
        .then(90, written(ReviewField::RootCause, "The rollback left the migration in place."))
}

fn up_and_down() -> Story {
    Story::declared(Severity::P3)
        .then(10, severity(Severity::P3, Severity::P1))
        .then(30, severity(Severity::P1, Severity::P0))
        .then(50, severity(Severity::P0, Severity::P2))
        .then(80, severity(Severity::P2, Severity::P1))
        .then(100, severity(Severity::P1, Severity::P3))
        .status(120, Status::Investigating, Status::Monitoring)
        .status(150, Status::Monitoring, Status::Resolved)
}

/// Every part, a tree of whys with two branches, marked and starred lines, ideas, and action items in every state.
fn written_out() -> Story {
    let parts = [
        (ReviewField::Author, "@dana"),
        (ReviewField::Owner, "@kai"),
        (ReviewField::Summary, "Checkout failed for 86 minutes.\n\nA rollback ended it."),
        (ReviewField::UsersAffected, "one in three who paid"),
        (ReviewField::RevenueImpact, "about 40 orders"),
        (ReviewField::DataImpact, "none"),
        (ReviewField::RootCause, "v313 capped the connection pool at 20 per pod, and no test sends that many."),
        (ReviewField::Problem, "Checkout answered 502"),
        (ReviewField::WentWell, "- The rollback was one command\n- Customers heard of it first from us"),
        (ReviewField::CouldImprove, "- The cap was reviewed as a number\n  with no word of why"),
        (ReviewField::Lucky, "It was a Monday."),
        (ReviewField::Thanks, "Thanks to @li, who ruled the provider out in six minutes."),
        (ReviewField::ShortSummary, "On 23 November some payments failed for 86 minutes."),
    ];
    let story = parts.into_iter().fold(of_the_design(), |story, (field, text)| story.then(100, written(field, text)));
    let cause = story.events.get(3).map(|event| event.id);
    let story = story
        .amending(101, 3, marked(MomentMarker::Diagnosis, "20 of 20 connections in use on each pod"))
        .amending(101, 13, EventBody::ReviewEdited(ReviewEdit::LineStarred { starred: true }))
        .amending(101, 11, EventBody::ReviewEdited(ReviewEdit::LineChosen { chosen: false }));
    with_follow_up(with_whys(story, cause))
}

fn with_whys(story: Story, cause: Option<EventId>) -> Story {
    let story = story.then(102, why("Requests waited for a connection", Some("did checkout answer 502"), None, None));
    let first = last(&story);
    let story = story.then(103, why("The cap of 20 passed review", None, first, None));
    let review = last(&story);
    let story = story.then(104, why("The load test sends a tenth of the traffic", Some("did no test see it"), first, review));
    let test = last(&story);
    let linked = cause.map(|to| EventBody::ReviewEdited(ReviewEdit::WhyLinked { to, linked: true }));
    let story = linked.into_iter().fold(story, |story, body| story.recorded(105, 105, first, body));
    story.recorded(106, 106, test, EventBody::ReviewEdited(ReviewEdit::WhyRooted { root_cause: true }))
}

fn with_follow_up(story: Story) -> Story {
    let story = story
        .then(110, EventBody::ReviewEdited(ReviewEdit::IdeaAdded { text: "Give the load test an owner".into() }))
        .then(111, action("Alert when pool wait passes 200 ms", Some("@kai"), ActionPriority::High, 4, Some(ActionKind::Detect)));
    let alert = story.events.len() - 1;
    let story = story
        .amending(112, alert, EventBody::ActionChanged { text: "Alert".into(), change: ActionChange::Started { started: true } })
        .then(113, action("Say why beside each cap | or drop it", None, ActionPriority::Medium, 11, Some(ActionKind::Prevent)));
    let cap = story.events.len() - 1;
    let outcome = ActionOutcome::Dropped { reason: "a rule of the linter does it".into() };
    let story = story
        .amending(114, cap, EventBody::ActionClosed { text: "Say why".into(), outcome })
        .then(115, action("Send production's load in the test", Some("@li"), ActionPriority::Low, 18, None));
    let load = story.events.len() - 1;
    story.amending(116, load, EventBody::ActionClosed { text: "Send".into(), outcome: ActionOutcome::Done })
}

fn security() -> Story {
    Story::declared_with(Severity::P0, Some(SecurityReason::Stated))
        .then(2, EventBody::ImpactAnswered { question: ImpactQuestion::Who, answer: "all who signed in today".into() })
        .note(8, "Sessions of everybody were ended")
        .status(90, Status::Investigating, Status::Resolved)
        .then(120, written(ReviewField::DataImpact, "Tokens of 1,204 sessions were in a log; none was used."))
}

fn merged() -> Story {
    Story::declared(Severity::P2)
        .note(3, "Checkout is slow from Berlin, too")
        .then(6, EventBody::Withdrawn { reason: "the same as payments-failing".into(), into: Some(IncidentId(Uuid::from_u128(2000))) })
}

/// As a postmortem of 45 minutes is brought in five days later, by somebody who was not there.
fn backfilled() -> Story {
    let later = 5 * 24 * 60;
    let read = |story: Story, minute, body| story.recorded(minute, later, None, body);
    let line =
        |text: &str| EventBody::Entry { entry: EntryKind::Note, text: text.into(), pictures: Vec::new(), attached: None, from: None };
    let story = read(Story::declared(Severity::P1), 0, EventBody::Acknowledged);
    let story = read(story, -5, line("Alert fires: order error rate > 5%"));
    let story = read(story, 10, line("@li: Recent deploy at 13:45 identified as suspect"));
    let story = read(story, 20, line("Rollback deployed"));
    let story = read(story, later, written(ReviewField::RootCause, "A migration added a column and did not backfill it."));
    let story = read(story, 45, action("Add a test for null fields", Some("@alice"), ActionPriority::High, 1, None));
    let resolved = EventBody::StatusChanged { from: Status::Investigating, to: Status::Resolved, reason: None };
    let story = read(read(story, 45, resolved), later, EventBody::Backfilled { source: "orders.md".into() });
    let attached = AttachedText { id: AttachedTextId(Uuid::from_u128(3000)), name: "orders.md".into(), lines: 40 };
    let text = "The postmortem as it was written: orders.md".to_owned();
    let original = EventBody::Entry { entry: EntryKind::Note, text, pictures: Vec::new(), attached: Some(attached), from: None };
    let completed = EventBody::ReviewCompleted { written: "orders.md".into() };
    read(read(story, 45, original), 3 * 24 * 60, completed)
}

/// As the practice folder tells it, played to its end.
fn practised() -> Story {
    Story::declared(Severity::P1)
        .then(1, EventBody::ImpactAnswered { question: ImpactQuestion::Who, answer: "All users who pay by card".into() })
        .then(2, EventBody::RoleChanged { role: Role::IncidentCommander, from: None, to: Some("@ana".into()) })
        .then(3, sent(UpdateKind::Initial))
        .note(7, "502s on card payments only, all regions")
        .status(20, Status::Investigating, Status::Monitoring)
        .status(40, Status::Monitoring, Status::Resolved)
}

fn hostile() -> Story {
    let words = "</title><script>alert(1)</script> | **@here** `x` [a](javascript:1) \u{202e}drawkcab # no heading\n- no list\n```\n";
    Story::declared(Severity::P2)
        .note(1, words)
        .status(9, Status::Investigating, Status::Resolved)
        .then(10, written(ReviewField::Summary, words))
        .then(11, why(words, Some(words), None, None))
        .then(12, action(words, Some("@ana|bo"), ActionPriority::High, 4, None))
}
