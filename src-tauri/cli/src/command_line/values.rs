//! Values that are one of a few words.

use std::error::Error;
use std::str::FromStr;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use sitrep_core::vocabulary::{Detection, UpdateFormat};

/// Words that are shown in the help and read by the type itself.
pub fn one_of<T>(words: impl IntoIterator<Item = &'static str>) -> impl TypedValueParser<Value = T>
where
    T: FromStr<Err: Error + Send + Sync + 'static> + Clone + Send + Sync + 'static,
{
    PossibleValuesParser::new(words).try_map(|word| word.parse::<T>())
}

/// The ways to detect an incident.
pub fn detection() -> impl TypedValueParser<Value = Detection> {
    one_of(Detection::ALL.map(Detection::word))
}

/// The forms that a message can have.
pub fn update_format() -> impl TypedValueParser<Value = UpdateFormat> {
    one_of(UpdateFormat::ALL.map(UpdateFormat::word))
}
