//! Values that are one of a few words.

use std::error::Error;
use std::ffi::OsStr;
use std::marker::PhantomData;
use std::str::FromStr;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Arg, Command};
use sitrep_core::vocabulary::{Detection, UpdateFormat};

/// Words that are shown in the help and read by the type itself, which may know more of them than the help lists.
pub fn one_of<T>(words: impl IntoIterator<Item = &'static str>) -> impl TypedValueParser<Value = T>
where
    T: FromStr<Err: Error + Send + Sync + 'static> + Clone + Send + Sync + 'static,
{
    OneOf { listed: PossibleValuesParser::new(words), read: PhantomData }
}

#[derive(Clone)]
struct OneOf<T> {
    listed: PossibleValuesParser,
    read: PhantomData<T>,
}

impl<T> TypedValueParser for OneOf<T>
where
    T: FromStr<Err: Error + Send + Sync + 'static> + Clone + Send + Sync + 'static,
{
    type Value = T;

    fn parse_ref(&self, command: &Command, argument: Option<&Arg>, value: &OsStr) -> Result<T, clap::Error> {
        match value.to_str().and_then(|word| word.parse().ok()) {
            Some(read) => Ok(read),
            // It names the words, and the nearest.
            None => self.listed.clone().try_map(|word| word.parse::<T>()).parse_ref(command, argument, value),
        }
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        self.listed.possible_values()
    }
}

/// The ways to detect an incident.
pub fn detection() -> impl TypedValueParser<Value = Detection> {
    one_of(Detection::ALL.map(Detection::word))
}

/// The forms that a message can have.
pub fn update_format() -> impl TypedValueParser<Value = UpdateFormat> {
    one_of(UpdateFormat::ALL.map(UpdateFormat::word))
}
