//! What the rules know besides what to mark: what to offer for a name, and whom to thank.

use std::ops::Range;

use super::rule::Written;
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

    /// The words, where the sentence tells such a thing.
    pub(super) fn for_sentence(&self, sentence: &str) -> Option<&str> {
        self.pattern.regex()?.is_match(sentence).then_some(self.words.as_str())
    }
}

impl Gratitude {
    pub(super) fn of(text: ThanksText) -> Self {
        let except = text.except.iter().map(|except| Written::later(except)).collect();
        Self { pattern: Written::later(&text.pattern), except, for_what: text.for_what }
    }

    /// What the person is thanked for, where they say such a thing.
    pub(super) fn for_words(&self, words: &str) -> Option<&str> {
        self.is_in(words).then_some(self.for_what.as_str())
    }

    fn is_in(&self, words: &str) -> bool {
        let places = |written: &Written| -> Vec<Range<usize>> {
            written.regex().into_iter().flat_map(|pattern| pattern.find_iter(words)).map(|place| place.range()).collect()
        };
        let let_through: Vec<Range<usize>> = self.except.iter().flat_map(places).collect();
        places(&self.pattern).iter().any(|place| !let_through.iter().any(|out| out.start <= place.start && place.end <= out.end))
    }
}
