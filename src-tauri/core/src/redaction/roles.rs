//! What a person becomes: the role that they held last.

use std::collections::BTreeMap;

use super::names::is_same;
use crate::incident::Incident;
use crate::vocabulary::Role;

/// Who held which role, the last first.
pub(super) struct Roles<'a> {
    held: Vec<(Role, &'a str)>,
}

impl<'a> Roles<'a> {
    pub(super) fn of(incident: &'a Incident) -> Self {
        let now = incident.roles.iter().map(|(role, person)| (*role, person.as_str()));
        let before = incident.role_history.iter().rev().map(|held| (held.role, held.person.as_str()));
        Self { held: now.chain(before).collect() }
    }

    /// The words for each person, in their order. Two of one role are told apart.
    pub(super) fn words_for(&self, people: &[Vec<String>]) -> Vec<String> {
        let mut words = vec![String::new(); people.len()];
        let mut counts: BTreeMap<Option<Role>, usize> = BTreeMap::new();
        for at in self.in_order(people) {
            let role = self.role_of(&people[at]);
            let count = counts.entry(role).or_default();
            *count += 1;
            words[at] = said(role, *count);
        }
        words
    }

    /// Who holds a role now comes before who held it, and both before all others.
    fn in_order(&self, people: &[Vec<String>]) -> Vec<usize> {
        let place = |at: &usize| self.held.iter().position(|(_, person)| people[*at].iter().any(|name| is_same(name, person)));
        let mut order: Vec<usize> = (0..people.len()).collect();
        order.sort_by_key(|at| place(at).unwrap_or(usize::MAX));
        order
    }

    fn role_of(&self, names: &[String]) -> Option<Role> {
        self.held.iter().find(|(_, person)| names.iter().any(|name| is_same(name, person))).map(|(role, _)| *role)
    }
}

fn said(role: Option<Role>, count: usize) -> String {
    const ORDINALS: [&str; 9] = ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    let what = role.map_or("responder", Role::label);
    match (role, count) {
        (Some(_), 1) => format!("the {what}"),
        (None, 1) => format!("a {what}"),
        (_, count) => match ORDINALS.get(count - 2) {
            Some(&"eighth") => format!("an eighth {what}"),
            Some(ordinal) => format!("a {ordinal} {what}"),
            None => format!("{what} {count}"),
        },
    }
}
