//! What the rules know besides what to mark: what to offer for a name, and whom to thank.

use std::ops::Range;

use super::rule::Written;
use super::scan::Guard;
use crate::team::{OfferText, ThanksText};

/// Words for a person, where a sentence tells what they did.
#[derive(Debug)]
pub(super) struct Offer {
    pattern: Written,
    words: String,
}

/// A reason to thank somebody.
#[derive(Debug)]
pub(super) struct Gratitude {
    pattern: Written,
    except: Vec<Written>,
    for_what: String,
}

impl Offer {
    pub(super) fn of(text: OfferText) -> Self {
        Self { pattern: Written::later(&text.pattern), words: text.words }
    }
}

impl Gratitude {
    pub(super) fn of(text: ThanksText) -> Self {
        let except = text.except.iter().map(|except| Written::later(except)).collect();
        Self { pattern: Written::later(&text.pattern), except, for_what: text.for_what }
    }

    fn is_in(&self, words: &str) -> bool {
        let places = |written: &Written| -> Vec<Range<usize>> {
            written.regex().into_iter().flat_map(|pattern| pattern.find_iter(words)).map(|place| place.range()).collect()
        };
        let let_through: Vec<Range<usize>> = self.except.iter().flat_map(places).collect();
        places(&self.pattern).iter().any(|place| !let_through.iter().any(|out| out.start <= place.start && place.end <= out.end))
    }
}

impl Guard {
    /// What to offer for a person's name by what their sentence tells: `the reviewer`.
    #[must_use]
    pub fn offer_for(&self, sentence: &str) -> Option<&str> {
        self.offers
            .iter()
            .find(|offer| offer.pattern.regex().is_some_and(|pattern| pattern.is_match(sentence)))
            .map(|offer| offer.words.as_str())
    }

    /// What somebody is to be thanked for who wrote these words: `told of a mistake`; each reason once.
    pub fn thanked_for<'a>(&'a self, words: &'a str) -> impl Iterator<Item = &'a str> {
        self.thanks.iter().filter(|thanks| thanks.is_in(words)).map(|thanks| thanks.for_what.as_str())
    }
}
