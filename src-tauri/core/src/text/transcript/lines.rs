//! Messages that a line begins, and those after it that belong to them.

use chrono::{NaiveTime, TimeDelta, Timelike};

use super::formats::{Is, Style};
use super::reading::{Mark, Message, Order, Reading};
use super::recognise::{self, Begin, Known, day_line, is_name, is_of_the_window};
use super::skeleton::Line;
use super::{words, zones};
use crate::text::is_blank;

/// How a person who pastes their own chat is called in it.
const ONESELF: [&str; 2] = ["me", "you"];

/// A message that is answered is cut short.
const LONGEST_REPLY: usize = 300;

/// The lines of a text; a dash alone and the time under it are one.
pub(super) fn split(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let first = rest.find('\n').unwrap_or(rest.len());
        let is_dash = matches!(rest[..first].trim(), "—" | "–") && first < rest.len();
        let end = if is_dash { rest[first + 1..].find('\n').map_or(rest.len(), |second| first + 1 + second) } else { first };
        lines.push(Line::of(&rest[..end]));
        rest = rest.get(end + 1..).unwrap_or_default();
    }
    lines
}

/// Reads a text whose messages begin with a head that the table of formats knows.
pub(super) fn read(lines: &[Line<'_>]) -> Option<Reading> {
    let format = recognise::format(lines)?;
    let order = if format.style() == Style::Notes { Order::Put } else { Order::Written };
    let mut taker = Taker { format, reading: Reading::of(format.label(), order), after_blank: true, in_list: false, alone: false };
    for (number, line) in lines.iter().enumerate() {
        taker.take(line, &lines[number + 1..]);
    }
    Some(taker.finish())
}

struct Taker {
    format: &'static Known,
    reading: Reading,
    after_blank: bool,
    /// Whether the last message is an item of a list.
    in_list: bool,
    /// Whether the last head stood alone.
    alone: bool,
}

impl Taker {
    fn take(&mut self, line: &Line<'_>, following: &[Line<'_>]) {
        let text = line.text;
        if let Some(begin) = self.format.begin(line) {
            self.begin(line, begin);
        } else if line.is_blank {
            // A line that shows nothing parts two others, and says nothing itself.
            self.reading.add_line("");
        } else if self.format.style() == Style::Chat && is_of_the_window(text) {
            self.reading.dropped.push(text.trim().to_owned());
        } else if let Some((day, doubtful)) = day_line(text).filter(|(_, bare)| self.is_day(*bare, following)) {
            self.reading.push(Mark::Day(day, doubtful));
            self.reading.days.push(text.trim().to_owned());
        } else {
            self.words(text);
        }
        self.after_blank = line.is_blank;
    }

    /// A line that is only `Friday` is what somebody said, unless nobody would have said anything else above it, and a message follows.
    fn is_day(&mut self, bare: bool, following: &[Line<'_>]) -> bool {
        let first = !self.reading.has_messages;
        let next = following.iter().find(|line| !line.is_blank);
        let may_follow = first || (self.alone && self.reading.open().contains(char::is_alphanumeric));
        !bare || (may_follow && next.is_some_and(|line| self.format.begin(line).is_some() || recognise::is_name(line.text.trim())))
    }

    fn words(&mut self, text: &str) {
        let is_notes = self.format.style() == Style::Notes;
        let no_messages = !self.reading.has_messages;
        if let Some(zone) = zones::of_line(text).filter(|_| no_messages || is_notes) {
            self.reading.zone.get_or_insert(zone);
        }
        let is_heading = text.starts_with('#');
        let leaves_the_list = self.in_list && self.after_blank && !text.starts_with([' ', '\t']);
        if is_notes && !no_messages && (is_heading || leaves_the_list) {
            self.in_list = false;
            self.reading.push(Mark::Aside(text.to_owned()));
        } else {
            self.reading.add_line(text);
        }
    }

    fn begin(&mut self, line: &Line<'_>, begin: Begin<'_>) {
        let (head, text) = line.text.split_at(begin.text_at);
        let without = |head: String, part: Option<&str>| part.map_or_else(|| head.clone(), |part| head.replacen(part, "", 1));
        let until = begin.until.map(|until| format!("{} ", until.trim())).unwrap_or_default();
        let head = without(without(head.to_owned(), begin.lead), begin.until);
        let lead = begin.lead.map(|lead| format!("{} ", lead.trim_end_matches([' ', '|', '\t']))).unwrap_or_default();
        let mut message = Message::of(begin.time.stamp.clone(), format!("{lead}{until}{text}"), head.clone());
        message.capitals.clone_from(&begin.time.capitals);
        self.name(&mut message, &begin);
        if self.format.label() == "Discord" {
            self.take_reply(&mut message);
        }
        self.alone = !matches!(begin.is, Is::Line | Is::System);
        self.in_list = self.format.style() == Style::Notes && is_item(&head);
        self.reading.push(Mark::Message(message));
    }

    fn name(&mut self, message: &mut Message, begin: &Begin<'_>) {
        match begin.is {
            Is::UnderAuthor => self.name_above(message, |_, _| true),
            Is::NameAbove | Is::SameAuthor => {
                self.name_above(message, |is_apart, name| is_apart || is_capitalised(name));
                if message.author.is_none() {
                    message.author = self.reading.messages().next_back().and_then(|last| last.author.clone());
                    message.author_guessed = begin.is == Is::NameAbove;
                }
            }
            Is::AuthorAndWords => split_author(message),
            Is::Line | Is::Alone | Is::System => message.author = begin.author.map(str::to_owned),
        }
    }

    /// The name on the line above, which was taken for words.
    fn name_above(&mut self, message: &mut Message, fits: fn(bool, &str) -> bool) {
        let is_first = !self.reading.has_messages;
        let words = self.reading.open();
        let Some(from) = words.trim_end().rfind('\n').or(is_first.then_some(0)) else { return };
        let name = words[from..].trim().to_owned();
        let leaves_words = is_first || !is_blank(&words[..from]);
        if !is_name(&name) || !leaves_words || !fits(words[..from].ends_with('\n') || is_first, &name) {
            return;
        }
        words.truncate(from);
        message.head = format!("{name}\n{}", message.head);
        message.author = Some(name);
    }

    /// What a message answers to stands above its head, from the name of who said it on.
    fn take_reply(&mut self, message: &mut Message) {
        let words = self.reading.open();
        let Some(at) = words.rfind("\n@").filter(|at| !is_blank(&words[..*at])) else { return };
        let quoted = words[at..].trim().replace('\n', " ");
        if quoted.chars().count() <= LONGEST_REPLY && words[at + 1..].trim_end().lines().count() == 2 {
            words.truncate(at);
            message.text = format!("(to {quoted}) {}", message.text).trim().to_owned();
        }
    }

    fn finish(mut self) -> Reading {
        let style = self.format.style();
        if style == Style::Chat {
            complete_halves(&mut self.reading);
        }
        for mark in &mut self.reading.marks {
            match mark {
                Mark::Message(message) => finish_message(message, style),
                Mark::Aside(words) if style == Style::Notes => *words = words::unmarked(words, ""),
                Mark::Aside(_) | Mark::Day(..) => {}
            }
        }
        self.reading
    }
}

/// A chat that says `2:14 PM` once says `2:17` of what follows at once.
fn complete_halves(reading: &mut Reading) {
    if !reading.messages().any(|message| message.stamp.says_half) {
        return;
    }
    let mut before: Option<NaiveTime> = None;
    for mark in &mut reading.marks {
        let Mark::Message(message) = mark else { continue };
        let stamp = &mut message.stamp;
        if let Some(last) = before.filter(|last| !stamp.says_half && stamp.time.hour() <= 12 && *last > stamp.time) {
            let later = stamp.time.overflowing_add_signed(TimeDelta::hours(12)).0;
            if later >= last {
                (stamp.time, stamp.doubt) = (later, Some("afternoon guessed: it follows the message above"));
            }
        }
        before = Some(stamp.time);
    }
}

fn finish_message(message: &mut Message, style: Style) {
    let text = message.text.trim();
    message.text = match style {
        Style::Chat => words::named(text),
        Style::Program => text.to_owned(),
        Style::Notes => words::unmarked(&words::named(text.trim_end_matches(" |")), &message.head),
    };
    let is_oneself = |author: &String| ONESELF.contains(&author.to_lowercase().as_str());
    if message.author.as_ref().is_some_and(is_oneself) {
        let author = message.author.take().unwrap_or_default();
        if !message.head.contains(&author) {
            message.head = format!("{author} {}", message.head);
        }
    }
}

/// Whether a head has the mark of a list, or its number.
fn is_item(head: &str) -> bool {
    let head = head.trim_start();
    let bare = head.trim_start_matches(|c: char| c.is_ascii_digit());
    head.starts_with(['-', '*', '\u{2022}', '+', '|']) || (bare.len() < head.len() && bare.starts_with(['.', ')']))
}

fn is_capitalised(name: &str) -> bool {
    name.split_whitespace().all(|word| word.chars().next().is_some_and(|c| !c.is_lowercase()))
}

/// `Ana Ruiz rolled back orders`: the name is the words that begin with a capital letter, at most two.
fn split_author(message: &mut Message) {
    let text = message.text.trim_start();
    let capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let name: Vec<&str> = text.split_whitespace().take(2).take_while(capital).collect();
    let end = name.iter().fold(0, |end, word| end + text[end..].find(word).map_or(0, |at| at + word.len()));
    if end == 0 {
        return;
    }
    let (author, words) = text.split_at(end);
    let (author, words) = (author.to_owned(), words.trim_start().to_owned());
    message.head = format!("{}{author} ", message.head);
    (message.author, message.author_guessed, message.text) = (Some(author), true, words);
}
