//! What the guard is told of an update besides its words.

/// What an update may say.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    /// Whether customers read it.
    pub for_customers: bool,
    /// The people who are known, as `@ana`.
    pub people: &'a [String],
    /// What the incident is called within the team, as `2026-11-27-payments`.
    pub handle: Option<&'a str>,
    /// Whether the update may claim that the incident is resolved.
    pub verified: bool,
    /// The clock time of the next update, as `15:12`; none when none is owed.
    pub next_update: Option<&'a str>,
}
