//! A time as people type it, word by word.
//!
//! Start with [`read`], which says what was written, then [`place_past`] and [`place_ahead`], which find its instant. Always true: each
//! word is understood or the whole is refused, and letters that may be several zones are refused by name. Not here: what a caller takes
//! for a time that is too far off.

mod day;
mod length;
mod place;
mod read;
mod time_of_day;
mod words;

pub(in crate::text) use day::{TypedDay, date_ahead, past_day, read_month};
pub use length::parse_length;
pub(in crate::text) use place::{CLOCK_SLACK, on_day, place_ahead, place_past};
pub(in crate::text) use read::{ReadError, Typed, TypedAt, read};
