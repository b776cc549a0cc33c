//! What kinds of words a redaction replaces.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What kind of words it is, in the order in which they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RedactionKind {
    /// A person, who becomes a role.
    Person,
    /// The name of a computer.
    Host,
    /// The address of one in a network.
    Address,
    /// A mail address.
    Mail,
    /// A telephone number.
    Telephone,
    /// The number of a card.
    Card,
    /// A customer.
    Customer,
    /// It opens a door: a key, a password.
    Secret,
    /// A ticket in a tracker.
    Ticket,
    /// A channel of the chat.
    Channel,
    /// The incident's handle, where its words come from a title that changes.
    Handle,
    /// Words that a person named.
    Word,
    /// What the team calls its own, such as a service or a commit; it is left unless a person takes it.
    Own,
}

impl RedactionKind {
    /// The words of what stands in the place of others, which are no name where they stand for themselves.
    pub(super) const MASKS: [&str; 12] =
        ["host", "address", "mail", "mail address", "telephone", "number", "card", "customer", "secret", "ticket", "channel", "incident"];

    /// What stands in its place, with a number behind: `host 1`.
    #[must_use]
    pub fn mask(self) -> &'static str {
        match self {
            Self::Person => "responder",
            Self::Host => "host",
            Self::Address => "address",
            Self::Mail => "mail address",
            Self::Telephone => "telephone number",
            Self::Card => "card number",
            Self::Customer => "customer",
            Self::Secret => "secret",
            Self::Ticket => "ticket",
            Self::Channel => "channel",
            Self::Handle => "incident",
            Self::Word => "word",
            Self::Own => "internal name",
        }
    }

    /// The heading of its kind in a list.
    #[must_use]
    pub fn heading(self) -> &'static str {
        match self {
            Self::Person => "People become roles",
            Self::Host | Self::Address => "Hosts and addresses",
            Self::Mail | Self::Telephone | Self::Card => "Mail, telephone and card numbers",
            Self::Customer => "Customers",
            Self::Secret => "Secrets",
            Self::Ticket | Self::Channel | Self::Handle => "Tickets, channels and handles",
            Self::Word => "Your own words",
            Self::Own => "Services and other names",
        }
    }

    /// Whether it goes unless a person leaves it.
    #[must_use]
    pub fn goes(self) -> bool {
        self != Self::Own
    }

    /// Whether a person may leave it.
    #[must_use]
    pub fn may_stay(self) -> bool {
        self != Self::Secret
    }
}
