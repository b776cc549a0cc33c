//! From when to when a picture shows a course.

use chrono::{DateTime, TimeDelta, Utc};

use super::model::{CourseUpdate, IncidentCourse, Window};

/// From the beginning to the end, severities and statuses included. What happened shortly before or after widens it; what lies farther
/// away would only squeeze the rest.
pub(super) fn window(course: &IncidentCourse) -> Window {
    let spans = course.bands.iter().flat_map(|band| [band.from, band.to]);
    let core = spans.chain(course.statuses.iter().map(|entry| entry.at)).chain([course.window.from(), course.end.at()]);
    let core = around(core, course.window);
    let room = room_beside(core);
    let earliest = core.from().checked_sub_signed(room).unwrap_or(core.from());
    let latest = core.to().checked_add_signed(room).unwrap_or(core.to());
    around(marks(course).filter(|at| earliest <= *at && *at <= latest), core)
}

fn room_beside(core: Window) -> TimeDelta {
    ((core.to() - core.from()) / 4).max(TimeDelta::minutes(1))
}

fn around(instants: impl Iterator<Item = DateTime<Utc>>, window: Window) -> Window {
    let (from, to) = instants.fold((window.from(), window.to()), |(from, to), at| (from.min(at), to.max(at)));
    Window::new(from, to)
}

/// Each instant at which a lane has a mark.
fn marks(course: &IncidentCourse) -> impl Iterator<Item = DateTime<Utc>> {
    let updates = course.sent.iter().flat_map(|lane| &lane.updates).flat_map(ends);
    let works = course.mitigations.iter().chain(&course.hypotheses).flat_map(|work| &work.moves).map(|one| one.at);
    updates.chain(works).chain(course.commands.iter().map(|command| command.at))
}

fn ends(update: &CourseUpdate) -> Vec<DateTime<Utc>> {
    match update {
        CourseUpdate::InTime { at, .. } => vec![*at],
        CourseUpdate::Late { due_at, at, .. } => vec![*due_at, *at],
        CourseUpdate::Missed { due_at, until } => [Some(*due_at), *until].into_iter().flatten().collect(),
    }
}
