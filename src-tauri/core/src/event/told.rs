//! Telling what was recorded before a clock was set by the clock as it stands now.

use chrono::{DateTime, Datelike, TimeDelta, Utc};

use super::body::EventBody;
use super::envelope::Event;
use crate::text::shift_key;
use crate::vocabulary::DeadlineKind;

/// By how much a time is to be moved that was recorded before the first of these jumps of a clock, between the first and the second, and so
/// on, the last being after all of them.
///
/// A jump back moves what came before it. A jump forward counts as time that passed, as it may have, so that it delays nothing; once the
/// clock goes back over it, or forward to where it has been, no time passed in either.
#[must_use]
pub fn shifts(jumps: &[TimeDelta]) -> Vec<TimeDelta> {
    let sums = jumps.iter().scan(0_i64, |sum, by| {
        *sum = sum.saturating_add(by.num_milliseconds());
        Some(*sum)
    });
    let ahead: Vec<i64> = [0].into_iter().chain(sums).collect();
    let now = ahead.last().copied().unwrap_or_default();
    let mut lowest_since = now;
    let mut shifts: Vec<TimeDelta> = ahead
        .iter()
        .rev()
        .map(|then| {
            lowest_since = lowest_since.min(*then);
            let passed = now.saturating_sub(lowest_since.max(0)).max(0);
            in_millis(now.saturating_sub(*then).saturating_sub(passed))
        })
        .collect();
    shifts.reverse();
    shifts
}

/// Jumps that add up to more than a calendar has come from nobody's clock; they move nothing.
fn in_millis(millis: i64) -> TimeDelta {
    TimeDelta::try_milliseconds(millis).unwrap_or_default()
}

/// A time moved; one that no form can write any more stays where it is.
fn moved(at: DateTime<Utc>, by: TimeDelta) -> DateTime<Utc> {
    at.checked_add_signed(by).filter(|moved| (0..=9999).contains(&moved.year())).unwrap_or(at)
}

impl Event {
    /// The event as it reads by a clock that was set since: its times, and those in it that were told by that clock.
    #[must_use]
    pub fn shifted(self, by: TimeDelta) -> Self {
        if by.is_zero() {
            return self;
        }
        Self { occurred_at: moved(self.occurred_at, by), recorded_at: moved(self.recorded_at, by), body: self.body.shifted(by), ..self }
    }
}

impl EventBody {
    /// What others fixed stays: the day of an action item, the time of a review, and when a repository says that a change was made.
    fn shifted(mut self, by: TimeDelta) -> Self {
        for at in self.own_times() {
            *at = moved(*at, by);
        }
        if let Self::Snoozed { key, deadline, .. } = &mut self
            && *deadline != DeadlineKind::ActionItem
        {
            *key = shift_key(key, by);
        }
        self
    }

    fn own_times(&mut self) -> Vec<&mut DateTime<Utc>> {
        match self {
            Self::Declared { started_at, .. } => vec![started_at],
            Self::StartChanged { from, to } => vec![from, to],
            Self::Snoozed { until, .. } => until.iter_mut().collect(),
            Self::TimeboxSet { until, .. } => vec![until],
            Self::FindingAdded { onset, .. } => onset.iter_mut().collect(),
            Self::ChangeNoted { at, repository: None, .. } => vec![at],
            Self::CommandRun(run) => vec![&mut run.started_at],
            // Their sender's clock is not this one.
            Self::AlertTaken(_) | Self::AlertRecovered { .. } => vec![],
            Self::ChangeNoted { .. }
            | Self::ClockSet { .. }
            | Self::Entry { .. }
            | Self::EntryAmended { .. }
            | Self::EntryRemoved
            | Self::EntryRestored
            | Self::TitleChanged { .. }
            | Self::StatusChanged { .. }
            | Self::SeverityChanged { .. }
            | Self::SeverityReasoned { .. }
            | Self::SecurityAsked { .. }
            | Self::SecurityFound { .. }
            | Self::SecurityDenied { .. }
            | Self::RoleChanged { .. }
            | Self::ImpactAnswered { .. }
            | Self::DebuggingExplained { .. }
            | Self::Detected { .. }
            | Self::ChannelNamed { .. }
            | Self::TicketNoted { .. }
            | Self::Notified { .. }
            | Self::Acknowledged
            | Self::ChannelOpened
            | Self::UpdateSent(_)
            | Self::UpdateTakenBack
            | Self::EscalationStopped { .. }
            | Self::EscalationResumed
            | Self::TimeboxClosed
            | Self::VerificationChecked { .. }
            | Self::CheckEvidenceAdded { .. }
            | Self::StayedQuiet
            | Self::RunbookBegun(_)
            | Self::RunbookMoved { .. }
            | Self::DeployQuestionAnswered { .. }
            | Self::ReviewScheduled { .. }
            | Self::ReviewEdited(_)
            | Self::ReviewAsked
            | Self::ReviewPublished
            | Self::ReviewCompleted { .. }
            | Self::ReviewReopened { .. }
            | Self::Withdrawn { .. }
            | Self::BroughtBack
            | Self::Backfilled { .. }
            | Self::ActionAdded { .. }
            | Self::ActionAssigned { .. }
            | Self::ActionChanged { .. }
            | Self::ActionClosed { .. }
            | Self::FindingRemoved
            | Self::ChangeMarked { .. }
            | Self::StepMoved { .. }
            | Self::HypothesisAdded { .. }
            | Self::HypothesisAssigned { .. }
            | Self::EvidenceAdded { .. }
            | Self::HypothesisMoved { .. }
            | Self::MitigationAdded { .. }
            | Self::MitigationMoved { .. }
            | Self::ChecklistTicked { .. }
            | Self::PolicyChanged { .. }
            | Self::FromNewer { .. } => vec![],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(jumps: &[i64]) -> Vec<i64> {
        let jumps: Vec<TimeDelta> = jumps.iter().map(|hours| TimeDelta::hours(*hours)).collect();
        shifts(&jumps).iter().map(TimeDelta::num_hours).collect()
    }

    #[test]
    fn what_came_before_a_clock_was_set_back_moves_with_it() {
        assert_eq!(told(&[]), [0]);
        assert_eq!(told(&[-1]), [-1, 0]);
        assert_eq!(told(&[-1, -2]), [-3, -2, 0]);
    }

    #[test]
    fn a_clock_that_went_forward_may_have_been_late() {
        assert_eq!(told(&[1]), [0, 0]);
        assert_eq!(told(&[1, 2]), [0, 0, 0]);
    }

    #[test]
    fn jumps_that_no_clock_makes_move_nothing_out_of_the_calendar() {
        let most = TimeDelta::try_milliseconds(i64::MAX).unwrap_or_default();
        assert_eq!(shifts(&[most, most, -most, -most, -most, -most]).len(), 7);
        let at = DateTime::UNIX_EPOCH;
        for by in [most, -most, TimeDelta::days(366 * 9_000)] {
            assert_eq!(moved(at, by), at, "{by}");
        }
    }

    #[test]
    fn what_a_clock_did_and_undid_took_no_time() {
        assert_eq!(told(&[24, -24]), [0, -24, 0], "a day ahead, and set right");
        assert_eq!(told(&[-1, 1]), [0, 1, 0], "an hour back, and set right");
        assert_eq!(told(&[24, -25]), [-1, -25, 0]);
        assert_eq!(told(&[24, -23]), [0, -23, 0], "an hour may have passed");
        assert_eq!(told(&[-1, 3]), [0, 1, 0]);
    }
}
