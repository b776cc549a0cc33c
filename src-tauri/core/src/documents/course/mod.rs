//! The course of an incident: severities, statuses, updates, mitigations, hypotheses and commands on one axis of time.
//!
//! Start with [`IncidentCourse::of`], from which [`svg`] draws, [`table`] tells the same in rows, and [`facts_beside`] the figures. Always
//! true: instants are UTC; the table holds all that the picture shows; no colour says what no word says. Not here: where it is shown,
//! and which colours a page gives to the picture's classes.

mod beside;
mod gather;
mod lane;
mod model;
mod picture;
mod table;
mod window;
mod words;
mod works;

pub use beside::{FactBeside, facts_beside};
pub use model::{
    BandKind, CourseCommand, CourseEnd, CourseUpdate, CourseWork, Entered, IncidentCourse, SentLane, SeverityBand, StatusEntry, Window,
    WorkMove, WorkOutcome, WorkStage,
};
pub use picture::{Look, svg};
pub use table::{CourseRow, table};
pub use words::sentences;
