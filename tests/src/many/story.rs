//! One incident from its declaration to its review.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, TimeDelta, Utc};
use sitrep_core::event::{AlertTaken, CommandRun, EventBody, RunMove, RunbookBegun, UpdateHead, UpdateSent};
use sitrep_core::vocabulary::{
    ActionOutcome, ActionPriority, CommandOutcome, Detection, EntryKind, EventId, FindingAbout, HypothesisState, ImpactQuestion,
    IncidentId, Lowering, MitigationState, Role, RunEnd, RunStepState, Severity, SeverityCause, Status, UpdateField, UpdateFormat,
    UpdateKind,
};
use sitrep_store::{NewEvent, Store, StoreError};

use super::Told;
use super::dice::Dice;
use super::lines::{line, word};
use super::team::{ALERTS, MITIGATIONS, PEOPLE, SERVICES, STEPS};

/// An incident that is to be told.
pub(super) struct Story {
    /// Which of all it is.
    pub(super) number: usize,
    /// When it began (UTC).
    pub(super) at: DateTime<Utc>,
    /// How many entries people wrote in it.
    pub(super) entries: usize,
    /// Whether it is over.
    pub(super) is_over: bool,
}

/// One that is being told.
struct Teller<'a> {
    store: &'a mut Store,
    dice: &'a mut Dice,
    id: IncidentId,
    service: String,
    severity: Severity,
    /// Until when it is told.
    now: DateTime<Utc>,
}

impl Story {
    /// Writes it down.
    pub(super) fn tell(&self, store: &mut Store, dice: &mut Dice) -> Told {
        let service = SERVICES[dice.rank(SERVICES.len())].to_owned();
        let severity = severity(dice);
        let id = self.declare(store, dice, &service, severity)?;
        let mut teller = Teller { store, dice, id, service, severity, now: self.at + TimeDelta::minutes(3) };
        teller.assemble()?;
        teller.write(self.entries / 3)?;
        teller.communicate()?;
        teller.investigate()?;
        teller.write(self.entries / 3)?;
        teller.run_a_runbook()?;
        teller.mitigate()?;
        teller.write(self.entries - self.entries / 3 * 2)?;
        if self.is_over { teller.end() } else { Ok(()) }
    }

    fn declare(&self, store: &mut Store, dice: &mut Dice, service: &str, severity: Severity) -> Told<IncidentId> {
        let title = format!("{} {} at {service}", capital(&word(dice)), dice.pick(&["failing", "slow", "down", "stale", "timing out"]));
        let declared = EventBody::Declared {
            handle: format!("{}-{service}-{}", self.at.format("%Y-%m-%d"), self.number),
            title,
            severity,
            assessed: None,
            started_at: self.at - TimeDelta::minutes(i64::try_from(dice.below(30)).unwrap_or_default()),
            security: None,
            services: vec![service.to_owned()],
        };
        let by: &str = dice.pick::<&str>(&PEOPLE);
        Ok(store.declare(by, self.at, |_| Ok::<_, StoreError>(vec![declared.into()]))?.facts.incident.id)
    }
}

impl Teller<'_> {
    /// Records what happened within some minutes, by one person.
    fn record(&mut self, minutes: i64, news: Vec<NewEvent>) -> Told<Vec<EventId>> {
        self.now += TimeDelta::minutes(minutes);
        let by = *self.dice.pick(&PEOPLE);
        Ok(self.store.append(self.id, by, self.now, |_| Ok::<_, StoreError>(news))?.ids)
    }

    fn assemble(&mut self) -> Told {
        let by = [Detection::Alert, Detection::User, Detection::Monitoring][self.dice.below(3)];
        let to = Some((*self.dice.pick(&PEOPLE)).to_owned());
        let mut news: Vec<NewEvent> = vec![
            EventBody::Acknowledged.into(),
            EventBody::Detected { by }.into(),
            EventBody::RoleChanged { role: Role::IncidentCommander, from: None, to }.into(),
            EventBody::ImpactAnswered { question: ImpactQuestion::What, answer: line(self.dice) }.into(),
        ];
        if by == Detection::Alert {
            news.push(EventBody::AlertTaken(Box::new(self.alert())).into());
        }
        let minutes = i64::try_from(1 + self.dice.below(20)).unwrap_or(1);
        self.record(minutes, news).map(drop)
    }

    fn alert(&mut self) -> AlertTaken {
        let name = format!("{}{}", capital(&self.service.replace('-', "")), self.dice.pick(&ALERTS));
        AlertTaken {
            source: "Alertmanager".to_owned(),
            title: format!("{name} on {}", self.service),
            name: Some(name),
            summary: Some(line(self.dice)),
            service: Some(self.service.clone()),
            started_at: Some(self.now),
            fingerprint: Some(format!("{:016x}", self.dice.below(usize::MAX))),
            labels: BTreeMap::from([("region".to_owned(), (*self.dice.pick(&["eu-1", "us-2", "ap-3"])).to_owned())]),
            links: Vec::new(),
        }
    }

    /// People write entries, one about each minute.
    fn write(&mut self, entries: usize) -> Told {
        let begun = self.now;
        let mut news = Vec::with_capacity(entries);
        for number in 0..entries {
            let at = begun + TimeDelta::seconds(i64::try_from(number).unwrap_or_default() * 50);
            let entry = if self.dice.one_in(15) { EntryKind::Decision } else { EntryKind::Note };
            let body = EventBody::Entry { entry, text: line(self.dice), pictures: Vec::new(), attached: None, from: None };
            news.push(NewEvent { occurred_at: Some(at), amends: None, body });
        }
        let ids = self.record(i64::try_from(entries).unwrap_or_default(), news)?;
        let amended = ids.get(self.dice.below(ids.len())).copied().filter(|_| self.dice.one_in(2));
        let Some(amends) = amended else { return Ok(()) };
        let body = if self.dice.one_in(4) { EventBody::EntryRemoved } else { EventBody::EntryAmended { text: line(self.dice) } };
        self.record(1, vec![NewEvent { occurred_at: None, amends: Some(amends), body }]).map(drop)
    }

    fn communicate(&mut self) -> Told {
        for update in [UpdateKind::Initial, UpdateKind::Status] {
            let impact = line(self.dice);
            let words = format!("{} {}\nImpact: {impact}\nWe look at {}.", self.severity, self.service, word(self.dice));
            let fields = BTreeMap::from([(UpdateField::Impact, impact)]);
            let head = UpdateHead { update: Some(update), format: UpdateFormat::Slack, fields, ..UpdateHead::default() };
            self.record(9, vec![EventBody::UpdateSent(UpdateSent { head, text: format!("*{words}*"), html: None, words }).into()])?;
        }
        Ok(())
    }

    fn investigate(&mut self) -> Told {
        let statement = format!("the {} of {} is exhausted", word(self.dice), self.service);
        let news = vec![
            EventBody::FindingAdded { about: FindingAbout::NewError, text: line(self.dice), onset: Some(self.now) }.into(),
            EventBody::CommandRun(self.command()).into(),
            EventBody::HypothesisAdded { statement: statement.clone(), how_to_test: Some(line(self.dice)), who: None }.into(),
        ];
        let ids = self.record(8, news)?;
        let to = if self.dice.one_in(3) { HypothesisState::RuledOut } else { HypothesisState::Confirmed };
        let moved = EventBody::HypothesisMoved { statement, from: HypothesisState::Open, to, because: Some(line(self.dice)) };
        let status = EventBody::StatusChanged { from: Status::Investigating, to: Status::Identified, reason: Some(line(self.dice)) };
        let amends = ids.get(2).copied();
        self.record(7, vec![NewEvent { occurred_at: None, amends, body: moved }, status.into()])?;
        if self.dice.one_in(6) { self.raise() } else { Ok(()) }
    }

    fn raise(&mut self) -> Told {
        let Some(to) = self.severity.worse() else { return Ok(()) };
        let (from, reason) = (self.severity, Some(line(self.dice)));
        self.severity = to;
        let raised = EventBody::SeverityChanged { from, to, cause: SeverityCause::Assessment, reason, lowering: Lowering::default() };
        self.record(1, vec![raised.into()]).map(drop)
    }

    fn command(&mut self) -> CommandRun {
        CommandRun {
            command: format!("kubectl -n {} get pods", self.service),
            started_at: self.now,
            millis: 300,
            outcome: CommandOutcome::Exit(0),
            kept: vec![line(self.dice)],
        }
    }

    fn run_a_runbook(&mut self) -> Told {
        if !self.dice.one_in(3) {
            return Ok(());
        }
        let title = format!("{} {}", capital(&self.service), self.dice.pick(&["errors high", "slow", "disk full"]));
        let path = format!("runbooks/{}.md", title.to_lowercase().replace(' ', "-"));
        let text = self.store.keep_text(self.id, self.now, "runbook.md", &format!("# {title}\n\n{}\n", STEPS.join("\n")))?;
        let steps = STEPS.map(str::to_owned).to_vec();
        let ids =
            self.record(2, vec![EventBody::RunbookBegun(RunbookBegun { title: title.clone(), path, version: None, steps, text }).into()])?;
        let failed = self.dice.one_in(5);
        let step = |(number, step): (u32, &&str)| RunMove::Step {
            number,
            step: (*step).to_owned(),
            changes: number == 3,
            to: if failed && number == 3 { RunStepState::Failed } else { RunStepState::Done },
            note: None,
        };
        let ended = RunMove::Ended { how: RunEnd::Finished, note: None };
        let moves = (1..).zip(&STEPS).map(step).chain([ended]);
        let news = moves.map(|moved| NewEvent {
            occurred_at: None,
            amends: ids.first().copied(),
            body: EventBody::RunbookMoved { runbook: title.clone(), moved },
        });
        self.record(12, news.collect()).map(drop)
    }

    fn mitigate(&mut self) -> Told {
        let (catalogue, words) = *self.dice.pick(&MITIGATIONS);
        let action = format!("{words} {}", self.service);
        let (catalogue, service) = (Some(catalogue.to_owned()), Some(self.service.clone()));
        let added = EventBody::MitigationAdded { action: action.clone(), state: MitigationState::Started, catalogue, service };
        let status = EventBody::StatusChanged { from: Status::Identified, to: Status::Mitigating, reason: None };
        let ids = self.record(4, vec![added.into(), status.into()])?;
        let (from, to, helped) = (MitigationState::Started, MitigationState::Done, Some(!self.dice.one_in(4)));
        let moved = EventBody::MitigationMoved { action, from, to, effect: Some(line(self.dice)), helped };
        self.record(10, vec![NewEvent { occurred_at: None, amends: ids.first().copied(), body: moved }]).map(drop)
    }

    fn end(&mut self) -> Told {
        let monitoring = EventBody::StatusChanged { from: Status::Mitigating, to: Status::Monitoring, reason: None };
        self.record(5, vec![monitoring.into()])?;
        let resolved = EventBody::StatusChanged { from: Status::Monitoring, to: Status::Resolved, reason: Some(line(self.dice)) };
        self.record(20, vec![resolved.into()])?;
        if self.dice.one_in(50) {
            let reason = line(self.dice);
            return self.record(5, vec![EventBody::Withdrawn { reason, into: None }.into()]).map(drop);
        }
        let mut news: Vec<NewEvent> = Vec::new();
        for _ in 0..self.dice.below(4) {
            let due = (self.now + Days::new(14)).date_naive();
            let owner = Some((*self.dice.pick(&PEOPLE)).to_owned());
            news.push(
                EventBody::ActionAdded {
                    text: format!("Alert on the {}", line(self.dice)),
                    owner,
                    priority: ActionPriority::default(),
                    due: Some(due),
                    kind: None,
                    from: None,
                }
                .into(),
            );
        }
        let added = self.record(60, news)?;
        for id in added {
            if !self.dice.one_in(5) {
                let body = EventBody::ActionClosed { text: String::new(), outcome: ActionOutcome::Done };
                self.record(60, vec![NewEvent { occurred_at: None, amends: Some(id), body }])?;
            }
        }
        if self.dice.one_in(4) { Ok(()) } else { self.record(600, vec![EventBody::ReviewPublished.into()]).map(drop) }
    }
}

fn severity(dice: &mut Dice) -> Severity {
    match dice.below(100) {
        0..3 => Severity::P0,
        3..25 => Severity::P1,
        25..70 => Severity::P2,
        _ => Severity::P3,
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
