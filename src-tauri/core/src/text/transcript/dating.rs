//! From what lines say of their times to instants.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::calendar::{Calendar, GuessedDay, unknown_zone};
use super::near::Near;
use super::reading::{Mark, Message, Order, Reading};
use super::said::{SaidZone, Stamp, around};
use super::stamp::Day;
use crate::text::Zone;

/// An incident is declared some time after it began to show.
const BEFORE_IT_BEGAN: TimeDelta = TimeDelta::hours(6);

/// In another year, a date that is so near to its neighbours was meant to be of it.
const NEIGHBOURS: TimeDelta = TimeDelta::days(31);

/// When a message was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Dated {
    pub(super) at: DateTime<Utc>,
    /// What about it was guessed, or is doubtful.
    pub(super) doubts: Vec<String>,
}

/// The instant of each message, in the order of the text.
pub(super) fn date_messages(reading: &Reading, near: Near, zone: Zone) -> Vec<Option<Dated>> {
    let calendar = Calendar::of(&reading.marks, near, zone, reading.zone.as_ref());
    let mut dater = Dater { calendar, order: reading.order, near_first: None };
    dater.near_first = dater.first_with_a_year(&reading.marks);
    let mut found = dater.forwards(&reading.marks, dater.anchor(&reading.marks));
    dater.backwards(&reading.marks, &mut found);
    let messages: Vec<&Message> = reading.messages().collect();
    note_years(&messages, &mut found);
    found
}

struct Dater {
    calendar: Calendar,
    order: Order,
    /// The first instant whose year is said.
    near_first: Option<DateTime<Utc>>,
}

/// Where the dating of a text stands.
#[derive(Default)]
struct Course {
    day: Option<GuessedDay>,
    /// The last time of day, in the zone of its line.
    time: Option<NaiveTime>,
    at: Option<DateTime<Utc>>,
    /// The zone that the last line named by its letters.
    zone: Option<Zone>,
}

impl Dater {
    /// By how much lines may be out of order and of the same day still: those of several machines by a little.
    fn slack(&self) -> TimeDelta {
        match self.order {
            Order::Written => TimeDelta::minutes(1),
            Order::Put => TimeDelta::hours(2),
        }
    }

    fn first_with_a_year(&self, marks: &[Mark]) -> Option<DateTime<Utc>> {
        let is_exact = |stamp: &&Stamp| matches!(stamp.day, Day::Exact(_) | Day::Numeric(_));
        let stamp = marks.iter().filter_map(Mark::message).map(|message| &message.stamp).find(is_exact)?;
        self.calendar.instant(self.calendar.date(stamp, None)?.0, stamp)
    }

    /// The day of the first message, where no line of a text says one: the first near the incident, if all of it is past then.
    fn anchor(&self, marks: &[Mark]) -> Option<NaiveDate> {
        let began = self.calendar.near.began?;
        if marks.iter().filter_map(Mark::day).any(|day| day != Day::Unsaid) {
            return None;
        }
        let first = &marks.iter().find_map(Mark::message)?.stamp;
        let from = began - BEFORE_IT_BEGAN;
        let days = around(self.calendar.zone_of(first).date_of(from));
        let fits = |day: &NaiveDate| self.calendar.instant(*day, first).is_some_and(|at| at >= from);
        let day = days.filter(fits).min()?;
        let found = self.forwards(marks, Some(day));
        found.iter().flatten().all(|dated| dated.at <= self.calendar.near.now).then_some(day)
    }

    /// Each message with a date, and those after one.
    fn forwards(&self, marks: &[Mark], anchor: Option<NaiveDate>) -> Vec<Option<Dated>> {
        let guess = |day| (day, Some("day guessed: near the incident".to_owned()));
        let mut course = Course { day: anchor.map(guess), ..Course::default() };
        let mut found = Vec::new();
        for mark in marks {
            match mark {
                Mark::Day(day, doubtful) => self.turn(&mut course, *day, *doubtful),
                Mark::Message(message) => found.push(self.message(&mut course, message)),
                Mark::Aside(_) => {}
            }
        }
        found
    }

    fn turn(&self, course: &mut Course, day: Day, doubtful: bool) {
        let said = self.calendar.date(&Stamp::of(day, NaiveTime::MIN), course.at.or(self.near_first));
        let doubt = doubtful.then(|| "day guessed: from a line that may be words".to_owned());
        course.day = said.map(|(date, guess)| (date, guess.or(doubt)));
        course.time = None;
    }

    fn message(&self, course: &mut Course, message: &Message) -> Option<Dated> {
        let (stamp, zone_doubt) = self.with_zone(course, message);
        course.day = match stamp.day {
            Day::Unsaid => self.following_day(course, &stamp),
            _ => self.calendar.date(&stamp, course.at.or(self.near_first)),
        };
        course.time = Some(stamp.time);
        let (day, guess) = course.day.clone()?;
        let (at, clocks) = self.calendar.instant_after(day, &stamp, course.at)?;
        course.at = Some(at);
        let doubts = [guess, zone_doubt, clocks.map(str::to_owned), stamp.doubt.map(str::to_owned), author_doubt(message)];
        Some(Dated { at, doubts: doubts.into_iter().flatten().collect() })
    }

    /// A line without a zone between lines that name one is in it, too.
    fn with_zone(&self, course: &mut Course, message: &Message) -> (Stamp, Option<String>) {
        let mut stamp = message.stamp.clone();
        let doubt = match (&stamp.zone, course.zone) {
            (SaidZone::Named(zone), _) => {
                course.zone = Some(*zone);
                None
            }
            (SaidZone::Unknown(letters), _) => Some(unknown_zone(letters)),
            (SaidZone::Unsaid, Some(zone)) if self.order == Order::Put => {
                stamp.zone = SaidZone::Named(zone);
                Some("zone guessed: that of the line above".to_owned())
            }
            (SaidZone::Unsaid, _) => self.calendar.zone_doubt.clone(),
            (SaidZone::Offset(_), _) => None,
        };
        (stamp, doubt)
    }

    /// The day of a time that says none: that of the line above, or the next where it went past midnight.
    fn following_day(&self, course: &Course, stamp: &Stamp) -> Option<GuessedDay> {
        let (day, guess) = course.day.clone()?;
        let back = course.time.map_or(TimeDelta::zero(), |before| before - stamp.time);
        let is_same = self.calendar.instant_after(day, stamp, course.at).zip(course.at).is_some_and(|((at, _), before)| at >= before);
        if back <= TimeDelta::zero() || is_same {
            return Some((day, guess));
        }
        if back <= self.slack() {
            let out_of_order = (self.order == Order::Put).then(|| "day guessed: earlier than the line above".to_owned());
            return Some((day, guess.or(out_of_order)));
        }
        let next = day.checked_add_days(Days::new(1)).filter(|next| self.is_past(*next, stamp));
        Some(next.map_or((day, guess), |next| (next, Some("day guessed: past midnight".to_owned()))))
    }

    fn is_past(&self, day: NaiveDate, stamp: &Stamp) -> bool {
        self.calendar.instant(day, stamp).is_some_and(|at| at <= self.calendar.near.now)
    }

    /// The messages before the first date, the last of them first: each the latest that is not after the one that follows it.
    fn backwards(&self, marks: &[Mark], found: &mut [Option<Dated>]) {
        let messages: Vec<&Message> = marks.iter().filter_map(Mark::message).collect();
        let undated = found.iter().take_while(|dated| dated.is_none()).count();
        let now = self.calendar.near.now;
        let first = found.get(undated).and_then(Option::as_ref).map(|dated| dated.at + self.slack());
        let mut bound = first.map_or(now, |first| first.min(now));
        let beside = if first.is_some() { "its neighbours" } else { "now" };
        for (message, dated) in messages.iter().zip(found.iter_mut()).take(undated).rev() {
            let (stamp, zone_doubt) = self.with_zone(&mut Course::default(), message);
            let Some(at) = self.latest(&stamp, bound) else { continue };
            let doubts = [Some(format!("day guessed: near {beside}")), zone_doubt, author_doubt(message)];
            *dated = Some(Dated { at, doubts: doubts.into_iter().flatten().collect() });
            bound = bound.min(at + self.slack());
        }
    }

    fn latest(&self, stamp: &Stamp, bound: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let day = self.calendar.zone_of(stamp).date_of(bound);
        let at = self.calendar.instant(day, stamp)?;
        if at <= bound { Some(at) } else { self.calendar.instant(day.checked_sub_days(Days::new(1))?, stamp) }
    }
}

fn author_doubt(message: &Message) -> Option<String> {
    message.author_guessed.then(|| "author guessed".to_owned())
}

/// Where one date is of another year than those beside it, which agree.
fn note_years(messages: &[&Message], found: &mut [Option<Dated>]) {
    let exact: Vec<(usize, DateTime<Utc>)> = messages
        .iter()
        .zip(found.iter())
        .enumerate()
        .filter(|(_, (message, _))| matches!(message.stamp.day, Day::Exact(_) | Day::Numeric(_)))
        .filter_map(|(number, (_, dated))| Some((number, dated.as_ref()?.at)))
        .collect();
    for at in 0..exact.len() {
        let Some(year) = year_of_neighbours(&exact, at) else { continue };
        if let Some(dated) = found.get_mut(exact[at].0).and_then(Option::as_mut) {
            dated.doubts.push(format!("year differs from its neighbours: {year}?"));
        }
    }
}

fn year_of_neighbours(exact: &[(usize, DateTime<Utc>)], at: usize) -> Option<i32> {
    let own = exact.get(at)?.1;
    let beside: Vec<DateTime<Utc>> = match (at.checked_sub(1).and_then(|before| exact.get(before)), exact.get(at + 1)) {
        (Some(before), Some(after)) => vec![before.1, after.1],
        (None, Some(after)) => vec![after.1, exact.get(at + 2)?.1],
        (Some(before), None) => vec![before.1, exact.get(at.checked_sub(2)?)?.1],
        (None, None) => return None,
    };
    let year = beside.first()?.year();
    let moved = own.with_year(year).filter(|_| year != own.year() && beside.iter().all(|other| other.year() == year))?;
    beside.iter().all(|other| (moved - *other).abs() <= NEIGHBOURS && (own - *other).abs() > NEIGHBOURS).then_some(year)
}
