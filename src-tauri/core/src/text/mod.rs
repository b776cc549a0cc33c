//! Reading what people type and paste, and writing instants and lengths as they read them.
//!
//! Start with [`instant::parse_past`] and [`quick_entry::parse`]. Always true: instants are UTC, now and the zone on display are a parameter ([`WallClock`]), and what was
//! not understood is refused by name, never guessed at in silence. What is kept went through [`as_seen`], what is printed goes through
//! [`as_printed`], and a text of which nothing is seen [`is_blank`]. Not here: anything that knows an incident.

pub mod declaration;
pub mod duration;
pub mod handle;
pub mod instant;
pub mod postmortem;
pub mod quick_entry;
pub mod search;
pub mod transcript;

mod ahead;
mod capitalised;
mod copies;
mod csv;
mod deed;
mod direction;
mod divided_name;
mod due_date;
mod json_words;
mod key_stamp;
mod person_name;
mod place;
mod range_edge;
mod redacted;
mod seen;
mod seen_words;
mod thousands;
mod typed;
mod wall_clock;
mod why;
mod zone;
mod zone_letters;

pub use ahead::{AheadError, parse_ahead};
pub use capitalised::capitalised;
pub use copies::{JoinedCopies, join_copies, join_texts};
pub use csv::csv_row;
pub use declaration::{Declaration, DeclarationError, is_same_title};
pub use deed::{tells_of_a_deed, tells_the_same_deed};
pub use direction::{isolated, marks_direction};
pub(crate) use divided_name::divided_name;
pub use due_date::parse_due;
pub use duration::{clock_time, compact, countdown, date_and_time, every, in_hours, precise, prose, rough, stopwatch, within};
pub use instant::InstantError;
pub use json_words::map_words;
pub use key_stamp::{key_stamp, key_without_handle, shift_key};
pub use person_name::{at_name, named_person, names_nobody};
pub(crate) use place::{Place, fill, places};
pub use quick_entry::{Intent, QuickEntry, QuickEntryError};
pub use range_edge::{parse_range_end, parse_range_start};
pub use redacted::{REDACTED, Redactor};
pub use seen::{as_printed, as_seen, is_blank, one_line, tidy_line};
pub use seen_words::words_as_seen;
pub use thousands::thousands;
pub use transcript::{Near, Transcript, TranscriptEntry};
pub use wall_clock::WallClock;
pub use why::read_why;
pub use zone::{Here, Zone, ZoneError, offset as zone_offset};
