//! The lines of the menu.

use sitrep_workstation::ReminderAction;

use crate::workspaces::WorkspaceKind;

/// A line of the menu: what it does, in whose data, for which incident, about which deadline or event. None of these holds a space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub act: LineAct,
    pub kind: WorkspaceKind,
    pub handle: String,
    pub key: String,
}

impl Line {
    /// A line about no deadline or event.
    pub fn of(act: LineAct, kind: WorkspaceKind, handle: &str) -> Self {
        Self { act, kind, handle: handle.to_owned(), key: String::new() }
    }

    /// By which the menu names it.
    pub fn id(&self) -> String {
        format!("{} {} {} {}", self.act.word(), self.kind.word(), self.handle, self.key)
    }

    /// Reads such a name.
    pub fn read(id: &str) -> Option<Self> {
        let mut parts = id.split(' ').map(str::to_owned);
        let act = LineAct::read(&parts.next()?)?;
        let kind = WorkspaceKind::read(&parts.next()?)?;
        Some(Self { act, kind, handle: parts.next()?, key: parts.next()? })
    }
}

/// What a line of the menu does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineAct {
    Open,
    Due,
    Copy,
    Log,
    Snooze,
    NotSent,
    Declare,
    Show,
    Quit,
    /// Answers what a reminder asks.
    Ask(ReminderAction),
}

impl LineAct {
    const PLAIN: [Self; 9] =
        [Self::Open, Self::Due, Self::Copy, Self::Log, Self::Snooze, Self::NotSent, Self::Declare, Self::Show, Self::Quit];

    fn all() -> impl Iterator<Item = Self> {
        Self::PLAIN.into_iter().chain(ReminderAction::ALL.map(Self::Ask))
    }

    fn word(self) -> String {
        let word = match self {
            Self::Open => "open",
            Self::Due => "due",
            Self::Copy => "copy",
            Self::Log => "log",
            Self::Snooze => "snooze",
            Self::NotSent => "not-sent",
            Self::Declare => "declare",
            Self::Show => "show",
            Self::Quit => "quit",
            Self::Ask(action) => return format!("ask-{}", action.id()),
        };
        word.to_owned()
    }

    fn read(word: &str) -> Option<Self> {
        Self::all().find(|act| act.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_names_its_act_and_incident() {
        for (act, kind) in LineAct::all().flat_map(|act| WorkspaceKind::ALL.map(|kind| (act, kind))) {
            let line = Line {
                act,
                kind,
                handle: "2026-11-23-payments".to_owned(),
                key: "2026-11-23-payments/update/20261123T143000000Z".to_owned(),
            };
            assert_eq!(Line::read(&line.id()), Some(line));
            assert_eq!(Line::read(&Line::of(act, kind, "").id()), Some(Line::of(act, kind, "")));
        }
        assert_eq!(Line::read("dance x y"), None);
    }
}
