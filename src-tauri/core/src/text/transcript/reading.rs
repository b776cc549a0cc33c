//! What a reader found, before it is dated.

use super::said::{SaidZone, Stamp};
use super::stamp::Day;

/// What a text was read as; the times are not instants yet.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) label: &'static str,
    /// How far lines may be out of order and of the same day still.
    pub(super) order: Order,
    pub(super) marks: Vec<Mark>,
    /// What stands before the first message.
    pub(super) before: String,
    /// The lines that date those after them.
    pub(super) days: Vec<String>,
    /// What nobody said: lines of a window, rules of a table.
    pub(super) dropped: Vec<String>,
    /// The zone that a heading or a sentence names for all.
    pub(super) zone: Option<SaidZone>,
    pub(super) has_messages: bool,
    /// The last mark that has words.
    last_with_words: Option<usize>,
}

/// In what order lines stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// As a program wrote them, one after the other.
    Written,
    /// As a person put them, who may name something late.
    Put,
}

/// What tells of time in a transcript, in its order.
#[derive(Debug)]
pub(super) enum Mark {
    /// A line that dates those after it, and whether that is doubtful.
    Day(Day, bool),
    /// A message.
    Message(Message),
    /// Words that belong to no time.
    Aside(String),
}

/// A message.
#[derive(Debug)]
pub(super) struct Message {
    pub(super) stamp: Stamp,
    pub(super) author: Option<String>,
    /// Whether where the name ends, or whose it is, was guessed.
    pub(super) author_guessed: bool,
    pub(super) text: String,
    pub(super) head: String,
    /// Capital letters behind the time which may be a zone.
    pub(super) capitals: Option<String>,
}

impl Message {
    /// A message without an author.
    pub(super) fn of(stamp: Stamp, text: String, head: String) -> Self {
        Self { stamp, author: None, author_guessed: false, text, head, capitals: None }
    }
}

impl Reading {
    pub(super) fn of(label: &'static str, order: Order) -> Self {
        Self {
            label,
            order,
            marks: Vec::new(),
            before: String::new(),
            days: Vec::new(),
            dropped: Vec::new(),
            zone: None,
            has_messages: false,
            last_with_words: None,
        }
    }

    /// What was read, if there is any message in it.
    pub(super) fn if_any(self) -> Option<Self> {
        self.has_messages.then_some(self)
    }

    pub(super) fn push(&mut self, mark: Mark) {
        if !matches!(mark, Mark::Day(..)) {
            self.last_with_words = Some(self.marks.len());
        }
        self.has_messages |= matches!(mark, Mark::Message(_));
        self.marks.push(mark);
    }

    pub(super) fn messages(&self) -> impl DoubleEndedIterator<Item = &Message> {
        self.marks.iter().filter_map(Mark::message)
    }

    /// The words that the next line belongs to: the last message's, or those of what stands between.
    pub(super) fn open(&mut self) -> &mut String {
        match self.last_with_words.and_then(|last| self.marks.get_mut(last)) {
            Some(Mark::Message(message)) => &mut message.text,
            Some(Mark::Aside(words)) => words,
            _ => &mut self.before,
        }
    }

    /// A line that begins nothing.
    pub(super) fn add_line(&mut self, line: &str) {
        let words = self.open();
        words.push('\n');
        words.push_str(line);
    }
}

impl Mark {
    pub(super) fn message(&self) -> Option<&Message> {
        match self {
            Self::Message(message) => Some(message),
            Self::Day(..) | Self::Aside(_) => None,
        }
    }

    pub(super) fn day(&self) -> Option<Day> {
        match self {
            Self::Day(day, _) => Some(*day),
            Self::Message(message) => Some(message.stamp.day),
            Self::Aside(_) => None,
        }
    }
}
