//! The facts of an incident that was just declared.

use std::collections::{BTreeMap, BTreeSet};

use super::channel::Channel;
use super::entries::EntryFacts;
use super::facts::Incident;
use super::investigation::Investigation;
use super::review::Review;
use super::security_asked::SecurityAsked;
use super::severities::SeverityStretch;
use super::ticket::Ticket;
use super::worked::Worked;
use crate::event::{Event, EventBody, OrderEnd};
use crate::vocabulary::{SeverityCause, Status};

impl Incident {
    /// The facts as its declaration gives them; `None` for any other event.
    pub(super) fn declared(event: &Event) -> Option<Self> {
        let EventBody::Declared { handle, title, severity, assessed, started_at, security, services } = &event.body else {
            return None;
        };
        Some(Self {
            id: event.incident,
            handle: handle.clone(),
            declared_as: handle.clone(),
            title: title.clone(),
            severity: *severity,
            assessed_first: *assessed,
            severity_history: vec![SeverityStretch::begun(*severity, event.occurred_at)],
            severity_cause: if security.is_some() && assessed.is_none() { SeverityCause::Security } else { SeverityCause::Assessment },
            status: Status::Investigating,
            status_entered: BTreeMap::from([(Status::Investigating, *started_at)]),
            status_reasons: BTreeMap::new(),
            started_at: *started_at,
            declared_at: event.occurred_at,
            declared_by: event.author.clone(),
            security: security.clone(),
            security_asked: SecurityAsked::default(),
            services: services.clone(),
            roles: BTreeMap::new(),
            role_given: BTreeMap::new(),
            role_history: Vec::new(),
            impact: BTreeMap::new(),
            debugging_explained: None,
            channel: Channel::default(),
            ticket: Ticket::default(),
            detected: None,
            severity_reasoning: None,
            notified: BTreeSet::new(),
            notifications: BTreeMap::new(),
            acknowledged_at: None,
            acknowledged_first: None,
            channel_opened: false,
            entries: EntryFacts::default(),
            updates: Vec::new(),
            snoozes: BTreeMap::new(),
            escalation_hold: None,
            withdrawn: None,
            backfilled: false,
            read_from: None,
            timeboxes: Vec::new(),
            actions: Vec::new(),
            findings: Vec::new(),
            changes: Vec::new(),
            deploy_answers: BTreeMap::new(),
            investigation: Investigation::default(),
            hypotheses: Vec::new(),
            mitigations: Vec::new(),
            runbooks: Vec::new(),
            alerts: Vec::new(),
            moves: BTreeMap::new(),
            last_commands: BTreeMap::new(),
            checks: BTreeSet::new(),
            check_evidence: BTreeMap::new(),
            hand_ticks: BTreeSet::new(),
            resolved_at: None,
            stayed_quiet_at: None,
            review_scheduled: None,
            review: Review::default(),
            review_published_at: None,
            reopened_at: None,
            pauses: Vec::new(),
            worked: Worked::default(),
            order: OrderEnd::default(),
        })
    }
}
