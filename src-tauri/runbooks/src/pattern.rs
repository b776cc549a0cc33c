//! A fixed pattern. One that is wrong finds nothing, which the tests of whoever uses it notice.

use std::borrow::Cow;
use std::sync::OnceLock;

use regex::{CaptureMatches, Captures, Match, Regex, RegexBuilder};

/// What a pattern's automaton may take, in bytes. With less, the larger ones are thrown away and made again all the time.
const DFA_AT_MOST: usize = 16 << 20;

/// A pattern that is made ready at its first use.
pub struct Pattern {
    text: &'static str,
    ready: OnceLock<Option<Regex>>,
}

impl Pattern {
    pub const fn new(text: &'static str) -> Self {
        Self { text, ready: OnceLock::new() }
    }

    fn regex(&self) -> Option<&Regex> {
        self.ready.get_or_init(|| RegexBuilder::new(&in_ascii(self.text)).dfa_size_limit(DFA_AT_MOST).build().ok()).as_ref()
    }

    pub fn is_match(&self, text: &str) -> bool {
        self.regex().is_some_and(|regex| regex.is_match(text))
    }

    pub fn find<'t>(&self, text: &'t str) -> Option<Match<'t>> {
        self.regex()?.find(text)
    }

    pub fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        self.regex()?.captures(text)
    }

    pub fn captures_iter<'r, 't>(&'r self, text: &'t str) -> std::iter::Flatten<std::option::IntoIter<CaptureMatches<'r, 't>>> {
        self.regex().map(|regex| regex.captures_iter(text)).into_iter().flatten()
    }

    /// What is found, taken away.
    pub fn without<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.regex().map_or(Cow::Borrowed(text), |regex| regex.replace(text, ""))
    }
}

/// The pattern with words, digits and blanks of ASCII: their automata are a tenth as large, and the words that are looked for are English.
fn in_ascii(pattern: &str) -> String {
    let mut ascii = String::with_capacity(pattern.len() * 2);
    let (mut letters, mut in_class) = (pattern.chars(), false);
    while let Some(letter) = letters.next() {
        let escaped = if letter == '\\' { letters.next() } else { None };
        in_class = if escaped.is_none() { letter == '[' || (in_class && letter != ']') } else { in_class };
        match escaped {
            Some('b') => ascii.push_str(r"(?-u:\b)"),
            Some(class @ ('w' | 'd' | 's')) => {
                let name = match class {
                    'w' => "[:word:]",
                    'd' => "[:digit:]",
                    _ => "[:space:]",
                };
                ascii.push_str(&if in_class { name.to_owned() } else { format!("[{name}]") });
            }
            Some(other) => ascii.extend([letter, other]),
            None => ascii.push(letter),
        }
    }
    ascii
}
