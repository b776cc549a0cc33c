//! Which role stands for a person.

use crate::incident::RoleHeld;
use crate::vocabulary::Role;

/// Who held no role is one of those.
const SOMEBODY: &str = "an engineer";

/// The roles of an incident, as they were held.
#[derive(Debug, Clone, Copy)]
pub(super) struct Roles<'a> {
    pub(super) held: &'a [RoleHeld],
}

impl Roles<'_> {
    /// `the Technical Lead`, by the role that the person held last; `an engineer` for who held none.
    pub(super) fn of(&self, name: &str) -> String {
        let last = self.held.iter().rev().find(|held| is_same(&held.person, name));
        last.map_or_else(|| SOMEBODY.to_owned(), |held| in_prose(held.role))
    }
}

fn in_prose(role: Role) -> String {
    format!("the {}", role.label())
}

/// `@raj` is raj, Raj, and Raj Patel; `@raj.patel` is Raj Patel and Raj.
fn is_same(person: &str, name: &str) -> bool {
    let letters = |text: &str| text.trim_start_matches('@').to_lowercase();
    let parts = |text: &str| letters(text).split([' ', '.', '_', '-']).map(str::to_owned).collect::<Vec<_>>();
    let (person, name) = (parts(person), parts(name));
    let (short, long) = if person.len() <= name.len() { (&person, &name) } else { (&name, &person) };
    long.starts_with(short) || long.ends_with(short)
}
