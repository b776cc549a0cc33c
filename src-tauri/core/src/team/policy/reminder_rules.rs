//! When reminders come: an early warning, one when it is due, then repeats that back off without going silent.

use std::fmt;
use std::str::FromStr;

use chrono::TimeDelta;
use serde::Deserialize;

use super::minutes::Minutes;
use crate::vocabulary::DeadlineKind;

const MINUTES_A_DAY: u32 = 24 * 60;

/// The reminders of every kind of deadline.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RemindersByKind {
    response: ReminderRule,
    impact_assessment: ReminderRule,
    update: ReminderRule,
    escalation: ReminderRule,
    verification: ReminderRule,
    recurrence: ReminderRule,
    review: ReminderRule,
    action_item: ReminderRule,
    timebox: ReminderRule,
}

impl RemindersByKind {
    pub(super) fn of(&self, kind: DeadlineKind) -> ReminderRule {
        match kind {
            DeadlineKind::Response => self.response,
            DeadlineKind::ImpactAssessment => self.impact_assessment,
            DeadlineKind::Update => self.update,
            DeadlineKind::Escalation => self.escalation,
            DeadlineKind::Verification => self.verification,
            DeadlineKind::Recurrence => self.recurrence,
            DeadlineKind::Review => self.review,
            DeadlineKind::ActionItem => self.action_item,
            DeadlineKind::Timebox => self.timebox,
        }
    }
}

/// The reminders of one kind of deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReminderRule {
    /// When the warning comes.
    pub warn_before: Lead,
    repeat_minutes: Minutes,
    slowest_repeat_minutes: Minutes,
}

impl ReminderRule {
    pub(super) fn check(&self, kind: DeadlineKind) -> Result<(), (&'static str, String)> {
        // What somebody can be late with is never said once and then forgotten.
        if self.is_said_once() && kind.can_be_late() {
            return Err(("repeat_minutes", "must be at least 1".to_owned()));
        }
        if self.slowest_repeat_minutes < self.repeat_minutes {
            return Err(("slowest_repeat_minutes", "must not be less than repeat_minutes".to_owned()));
        }
        Ok(())
    }

    /// The same for what can wait for working hours: once it is late, each wait is twice the one before, up to a day.
    #[must_use]
    pub fn thinned(self) -> Self {
        let slowest_repeat_minutes = self.slowest_repeat_minutes.max(Minutes(MINUTES_A_DAY));
        Self { slowest_repeat_minutes, ..self }
    }

    fn is_said_once(&self) -> bool {
        self.repeat_minutes.0 == 0
    }

    /// How many repeats have come when a deadline is late by `late`, and how late it is at the next one, if there is one.
    #[must_use]
    pub fn repeats(&self, late: TimeDelta) -> (u32, Option<TimeDelta>) {
        if self.is_said_once() { (0, None) } else { self.repeats_without_end(late) }
    }

    fn repeats_without_end(&self, late: TimeDelta) -> (u32, Option<TimeDelta>) {
        let slowest = TimeDelta::from(self.slowest_repeat_minutes);
        let (mut count, mut next, mut wait) = (0_u32, TimeDelta::from(self.repeat_minutes), TimeDelta::from(self.repeat_minutes));
        while next <= late && wait < slowest {
            count += 1;
            wait = (wait * 2).min(slowest);
            next += wait;
        }
        if next <= late {
            // From here on the wait stays the same.
            let more = 1 + (late - next).num_milliseconds() / slowest.num_milliseconds().max(1);
            count = count.saturating_add(u32::try_from(more).unwrap_or(u32::MAX));
            next += TimeDelta::milliseconds(slowest.num_milliseconds().saturating_mul(more));
        }
        (count, Some(next))
    }
}

/// How long before it is due a deadline warns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum Lead {
    /// Not at all.
    None,
    /// This long before.
    Before(TimeDelta),
    /// When this share of its time is left, in percent.
    Share(u8),
}

impl Lead {
    /// How long before the due time of a deadline that runs for `length` in all; never before it runs.
    #[must_use]
    pub fn of(self, length: TimeDelta) -> TimeDelta {
        let lead = match self {
            Self::None => TimeDelta::zero(),
            Self::Before(lead) => lead,
            Self::Share(percent) => length * i32::from(percent) / 100,
        };
        lead.min(length)
    }
}

/// A lead that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadableLead;

impl fmt::Display for UnreadableLead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("must read like \"5 min\", \"2 h\", \"25%\" or \"none\"")
    }
}

impl FromStr for Lead {
    type Err = UnreadableLead;

    fn from_str(text: &str) -> Result<Self, UnreadableLead> {
        let text = text.trim();
        if text == "none" {
            return Ok(Self::None);
        }
        let digits = text.find(|c: char| !c.is_ascii_digit()).ok_or(UnreadableLead)?;
        let (number, unit) = text.split_at(digits);
        let number: u16 = number.parse().map_err(|_| UnreadableLead)?;
        match (unit.trim(), u8::try_from(number)) {
            ("min", _) => Ok(Self::Before(TimeDelta::minutes(number.into()))),
            ("h", _) => Ok(Self::Before(TimeDelta::hours(number.into()))),
            ("%", Ok(percent)) if (1..=100).contains(&percent) => Ok(Self::Share(percent)),
            _ => Err(UnreadableLead),
        }
    }
}

impl TryFrom<String> for Lead {
    type Error = UnreadableLead;

    fn try_from(text: String) -> Result<Self, UnreadableLead> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(repeat: u32, slowest: u32) -> ReminderRule {
        ReminderRule { warn_before: Lead::None, repeat_minutes: Minutes(repeat), slowest_repeat_minutes: Minutes(slowest) }
    }

    #[test]
    fn repeats_back_off_and_never_end() {
        let rule = rule(5, 30);
        let comes: Vec<i64> = (0..=200)
            .filter(|minute| {
                rule.repeats(TimeDelta::minutes(*minute)).0 != rule.repeats(TimeDelta::minutes(*minute) - TimeDelta::milliseconds(1)).0
            })
            .collect();
        assert_eq!(comes, [5, 15, 35, 65, 95, 125, 155, 185]);
    }

    #[test]
    fn the_next_repeat_is_the_one_that_is_counted_next() {
        for rule in [rule(5, 30), rule(1440, 1440), rule(7, 50)] {
            let mut late = TimeDelta::zero();
            for count in 0..40 {
                let (counted, next) = rule.repeats(late);
                assert_eq!(counted, count);
                assert!(next.is_some_and(|next| next > late));
                late = next.unwrap_or(late);
            }
        }
    }

    #[test]
    fn what_is_said_once_is_not_said_again() {
        assert_eq!(rule(0, 0).repeats(TimeDelta::days(30)), (0, None));
        let refused = |kind| rule(0, 0).check(kind).is_err();
        assert_eq!(DeadlineKind::ALL.into_iter().filter(|kind| !refused(*kind)).collect::<Vec<_>>(), [DeadlineKind::Recurrence]);
    }

    #[test]
    fn leads_read_as_they_are_written() {
        for (text, lead) in [
            ("5 min", Lead::Before(TimeDelta::minutes(5))),
            ("2h", Lead::Before(TimeDelta::hours(2))),
            (" 25 % ", Lead::Share(25)),
            ("none", Lead::None),
        ] {
            assert_eq!(text.parse(), Ok(lead), "{text}");
        }
        for text in ["", "5", "soon", "0%", "101%", "-5 min", "5 d", "99999 min"] {
            assert!(text.parse::<Lead>().is_err(), "{text}");
        }
        assert_eq!(Lead::Share(25).of(TimeDelta::hours(2)), TimeDelta::minutes(30));
        assert_eq!(Lead::Before(TimeDelta::hours(2)).of(TimeDelta::hours(1)), TimeDelta::hours(1));
    }
}
