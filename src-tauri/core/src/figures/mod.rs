//! Figures: what many incidents together show.
//!
//! Start with [`figures`], which is made of a file a figure; what it needs of an incident is an [`IncidentRecord`]. Always true: an incident
//! that did not reach a milestone is counted apart, never as zero; each figure names the incidents behind it; what was due when follows
//! from the policy in force and the severity of that moment. Withdrawn incidents count for nothing, and practice has a folder of its
//! own, so that it is never among them. Not here: where records are kept, and which colours a page gives to a chart's classes.

pub mod chart;

mod all;
mod causes;
mod counts;
mod detection;
mod follow_through;
mod heading;
mod lengths;
mod night;
mod range;
mod record;
mod sample;
mod services;
mod tables;
mod time_in_severity;
mod times;
mod updates;

pub use all::{Figures, figures};
pub use causes::{CauseFigures, CauseRow};
pub use counts::{IncidentFigures, SeverityCount, SeverityRow, WeekRow};
pub use detection::{DetectionFigures, DetectionRow};
pub use follow_through::{ActionFigures, ActionRow, ReviewFigures};
pub use heading::FigureHeading;
pub use night::{NightFigures, NightRow};
pub use range::{FiguresRange, FiguresSpan, RangeError};
pub use record::{ActionEnd, Cause, IncidentRecord, RecordedAction, RecordedUpdate};
pub use services::{ServiceFigures, ServiceRow};
pub use tables::{FiguresTable, csv};
pub use times::{Milestone, TimeFigures, TimeRow};
pub use updates::{UpdateFigures, UpdateRow};
