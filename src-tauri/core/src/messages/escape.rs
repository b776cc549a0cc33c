//! One escaper per form: what a person typed shows as typed and never formats, pings, links or opens a tag.

use crate::vocabulary::UpdateFormat;

/// Words after `@` that ping everybody.
const PINGS: [&str; 6] = ["here", "channel", "everyone", "group", "all", "team"];
const ZERO_WIDTH_SPACE: &str = "\u{200b}";

/// A character and what stands around it.
struct At<'a> {
    c: char,
    before: Option<char>,
    after: &'a str,
    /// Whether it opens a line, where marks mean more.
    opens: bool,
    text: &'a str,
    index: usize,
}

/// `text` for the given form, told piece by piece with the place of each in `text`. `opens_line` is whether it stands at the
/// beginning of a line, of a list's item included.
pub(super) fn escape_pieces(text: &str, format: UpdateFormat, opens_line: bool, mut tell: impl FnMut(usize, &str)) {
    let mut before = None;
    for (index, c) in text.char_indices() {
        let at = At { c, before, after: &text[index + c.len_utf8()..], opens: opens_line && index == 0, text, index };
        let (lead, trail) = around(&at, format, opens_line);
        tell(index, lead);
        match (format, c) {
            (UpdateFormat::Html | UpdateFormat::Teams, _) => tell(index, entity(c).unwrap_or(c.encode_utf8(&mut [0; 4]))),
            _ => tell(index, c.encode_utf8(&mut [0; 4])),
        }
        tell(index, trail);
        before = Some(c);
    }
}

/// `text` for the given form.
pub(crate) fn escape(text: &str, format: UpdateFormat, opens_line: bool) -> String {
    let mut out = String::with_capacity(text.len());
    escape_pieces(text, format, opens_line, |_, piece| out.push_str(piece));
    out
}

/// What goes before and after a character.
fn around(at: &At<'_>, format: UpdateFormat, opens_line: bool) -> (&'static str, &'static str) {
    match format {
        UpdateFormat::Plain => ("", if at.pings() { ZERO_WIDTH_SPACE } else { "" }),
        UpdateFormat::Slack => slack(at),
        UpdateFormat::StatusPage => status_page(at),
        UpdateFormat::Markdown => markdown(at, opens_line),
        UpdateFormat::Html | UpdateFormat::Teams => ("", if at.pings() { ZERO_WIDTH_SPACE } else { "" }),
    }
}

impl At<'_> {
    /// `@here`, and Slack's `<!here>`, `<@U1>`, `<#C1>`.
    fn pings(&self) -> bool {
        match self.c {
            '@' => PINGS.iter().any(|ping| starts_with_word(self.after, ping)),
            '<' => self.after.starts_with(['!', '@', '#']),
            _ => false,
        }
    }

    /// A mark of a chat's message box. A `_` between two letters is only a part of a word.
    fn formats(&self) -> bool {
        let within_a_word = self.before.is_some_and(char::is_alphanumeric) && self.after.starts_with(char::is_alphanumeric);
        matches!(self.c, '*' | '~' | '`') || (self.c == '_' && !within_a_word)
    }
}

/// The message box takes marks as marks at the edges of words, so a zero-width space takes them off the words.
fn slack(at: &At<'_>) -> (&'static str, &'static str) {
    match at.c {
        _ if at.pings() => ("", ZERO_WIDTH_SPACE),
        _ if at.formats() => (ZERO_WIDTH_SPACE, ZERO_WIDTH_SPACE),
        '<' if at.after.starts_with("http") || at.after.starts_with("mailto:") => ("", ZERO_WIDTH_SPACE),
        '>' if at.opens => (ZERO_WIDTH_SPACE, ""),
        _ => ("", ""),
    }
}

/// Status pages take text, HTML or Markdown, and do not say which; so that it is the same in all of them.
fn status_page(at: &At<'_>) -> (&'static str, &'static str) {
    match at.c {
        _ if at.pings() => ("", ZERO_WIDTH_SPACE),
        '<' | '&' => ("", ZERO_WIDTH_SPACE),
        _ if at.formats() => (ZERO_WIDTH_SPACE, ZERO_WIDTH_SPACE),
        ']' => ("", ZERO_WIDTH_SPACE),
        '#' | '>' | '+' | '-' if at.opens => (ZERO_WIDTH_SPACE, ""),
        _ => ("", ""),
    }
}

fn markdown(at: &At<'_>, opens_line: bool) -> (&'static str, &'static str) {
    const ESCAPE: (&str, &str) = ("\\", "");
    match at.c {
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '#' | '!' | '&' => ESCAPE,
        '-' | '+' | '=' | ':' if at.opens => ESCAPE,
        '.' | ')' if opens_line && is_number(&at.text[..at.index]) => ESCAPE,
        // A backslash is read away before names and addresses are looked for, so `@` takes a space of no width.
        '@' if at.after.starts_with(|next: char| !next.is_whitespace()) => ("", ZERO_WIDTH_SPACE),
        '/' if at.before == Some(':') => ESCAPE,
        '.' if ends_with_www(&at.text[..at.index]) => ESCAPE,
        _ => ("", ""),
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn ends_with_www(text: &str) -> bool {
    text.len() >= 3 && text.as_bytes()[text.len() - 3..].eq_ignore_ascii_case(b"www")
}

fn entity(c: char) -> Option<&'static str> {
    Some(match c {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        _ => return None,
    })
}

fn starts_with_word(text: &str, word: &str) -> bool {
    let Some(head) = text.get(..word.len()) else { return false };
    head.eq_ignore_ascii_case(word) && !text[word.len()..].starts_with(|c: char| c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_pinged_by_accident() {
        for format in UpdateFormat::ALL {
            let out = escape("told @here and <!channel>, not @heredoc", format, false);
            assert!(!out.contains("@here ") && !out.contains("<!channel>"), "{format}: {out}");
            assert!(format == UpdateFormat::Markdown || out.contains("@heredoc"), "{format}: {out}");
        }
    }

    #[test]
    fn markdown_marks_are_shown_and_not_obeyed() {
        let shown = |text| escape(text, UpdateFormat::Markdown, true);
        assert_eq!(shown("a*b*_c_ [x](y)"), r"a\*b\*\_c\_ \[x\](y)");
        assert_eq!(shown("1. no list"), r"1\. no list");
        assert_eq!(shown("- none either"), r"\- none either");
        assert_eq!(shown("see https://x.example and www.x.example"), r"see https:\//x.example and www\.x.example");
    }

    #[test]
    fn plain_text_is_left_as_it_is() {
        assert_eq!(escape("a *b* `c` <d> | 1. & @ana", UpdateFormat::Plain, true), "a *b* `c` <d> | 1. & @ana");
    }

    #[test]
    fn a_name_with_underscores_stays_whole_in_slack() {
        assert_eq!(escape("order_items_v2", UpdateFormat::Slack, false), "order_items_v2");
        assert!(!escape("_not slanted_", UpdateFormat::Slack, false).starts_with('_'));
    }

    #[test]
    fn tags_are_words() {
        assert_eq!(escape("<b> & \"x\"", UpdateFormat::Html, false), "&lt;b&gt; &amp; &quot;x&quot;");
    }
}
