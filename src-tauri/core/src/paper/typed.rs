//! What a person typed, with what everybody takes for code and links in it.

use super::link::LinkTarget;
use super::words::{Look, Run, Words};
use crate::messages::{Verbatim, VerbatimKind, verbatim_parts};
use crate::text::as_seen;

impl Words {
    /// What a person typed: code between backticks is code, an address leads where it says, and nothing else is a mark. It is the same
    /// that a message takes for code and links.
    #[must_use]
    pub fn typed(text: &str) -> Self {
        let text = as_seen(text);
        let (mut words, mut from) = (Self::default(), 0);
        for part in verbatim_parts(&text) {
            words = words.plain_if_any(&text[from..part.range.start]).and_run(run(&text, &part));
            from = part.range.end;
        }
        words.plain_if_any(&text[from..])
    }

    fn plain_if_any(self, text: &str) -> Self {
        if text.is_empty() { self } else { self.plain(text) }
    }
}

fn run(text: &str, part: &Verbatim) -> Run {
    let whole = &text[part.range.clone()];
    match part.kind {
        VerbatimKind::Code => Run { text: whole.trim_matches('`').into(), look: Look::Code, link: None },
        VerbatimKind::Link | VerbatimKind::Name => Run { text: whole.into(), look: Look::Plain, link: LinkTarget::try_from(whole).ok() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_and_links_are_seen_and_nothing_else_is_a_mark() {
        let target = LinkTarget::try_from("https://e.example/a").expect("a page");
        let expected =
            Words::from("ran ").code("ps aux").plain(", see ").link("https://e.example/a", target).plain(". *No* [x](javascript:y)");

        assert_eq!(Words::typed("ran `ps aux`, see https://e.example/a. *No* [x](javascript:y)"), expected);
        assert_eq!(Words::typed(""), Words::default());
        assert_eq!(Words::typed("a ` b").text(), "a ` b");
    }
}
