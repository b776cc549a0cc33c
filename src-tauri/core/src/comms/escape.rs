//! One escaper per form: what a person typed shows as typed and never formats, pings or links.

use crate::update::UpdateFormat;

/// Words after `@` that Slack turns into a ping of everybody.
const PINGS: [&str; 4] = ["here", "channel", "everyone", "group"];
const ZERO_WIDTH_SPACE: char = '\u{200b}';

/// `text` for the given form.
pub(super) fn escape(text: &str, format: UpdateFormat) -> String {
    let clean: String = text.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    match format {
        UpdateFormat::Plain => clean,
        UpdateFormat::Slack => slack(&clean),
        UpdateFormat::Markdown => markdown(&clean),
    }
}

/// The message box takes formatting marks as typed marks only at the edge of a word, so a zero-width space takes them off it.
fn slack(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '@' if PINGS.iter().any(|ping| starts_with_word(rest, ping)) => out.extend(['@', ZERO_WIDTH_SPACE]),
            '<' if rest.starts_with(['!', '@', '#']) => out.extend(['<', ZERO_WIDTH_SPACE]),
            '*' | '~' | '`' => out.extend([ZERO_WIDTH_SPACE, c, ZERO_WIDTH_SPACE]),
            _ => out.push(c),
        }
    }
    out
}

fn starts_with_word(text: &str, word: &str) -> bool {
    let Some(head) = text.get(..word.len()) else { return false };
    head.eq_ignore_ascii_case(word) && !text[word.len()..].starts_with(|c: char| c.is_alphanumeric())
}

fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '#' | '!' | '&') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_pinged_by_accident() {
        let out = escape("told @here and <!channel>, not @heredoc", UpdateFormat::Slack);
        assert!(!out.contains("@here ") && !out.contains("<!channel>"), "{out}");
        assert!(out.contains("@heredoc"), "{out}");
    }

    #[test]
    fn markdown_marks_are_shown_and_not_obeyed() {
        assert_eq!(escape("a*b*_c_ [x](y)", UpdateFormat::Markdown), r"a\*b\*\_c\_ \[x\](y)");
    }

    #[test]
    fn plain_text_is_left_as_it_is_but_for_control_characters() {
        assert_eq!(escape("a\u{7}*b*\nc", UpdateFormat::Plain), "a*b*\nc");
    }
}
