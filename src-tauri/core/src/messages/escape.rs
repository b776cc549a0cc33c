//! One escaper per form: what a person typed shows as typed and never formats, pings, links or opens a tag. Links and code stay to
//! the letter, and a guard stands only where something would happen: it is in the way of whoever copies the text.

use super::verbatim::{Verbatim, VerbatimKind, has_stray_backtick, names_outside, verbatim_parts};
use crate::vocabulary::UpdateFormat;

/// Words after `@` that ping everybody.
const PINGS: [&str; 6] = ["here", "channel", "everyone", "group", "all", "team"];
const ZERO_WIDTH_SPACE: &str = "\u{200b}";
/// The marks of a chat's message box.
const MARKS: [char; 4] = ['*', '~', '`', '_'];

/// What stands in the way of reading one span of a line by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LineMarks {
    /// Whether what looks like code is code.
    takes_code: bool,
    /// Whether a link stays one.
    takes_links: bool,
    /// Which of the marks would format something.
    live: [bool; MARKS.len()],
}

impl LineMarks {
    /// Every mark is text: what is code or a link says so by itself.
    const LITERAL: Self = Self { takes_code: false, takes_links: false, live: [true; MARKS.len()] };

    /// Of the spans of one line, each with whether it is strong: within the form's own marks each of a person's formats.
    pub(super) fn of<'a>(spans: impl Iterator<Item = (&'a str, bool)> + Clone) -> Self {
        let takes_code = !spans.clone().any(|(text, _)| has_stray_backtick(text));
        let words: String = spans.clone().map(|(text, _)| loose(text, takes_code)).collect();
        let in_strong = |mark: char| spans.clone().any(|(text, strong)| strong && text.contains(mark));
        Self { takes_code, takes_links: true, live: MARKS.map(|mark| formats(&words, mark) || in_strong(mark)) }
    }

    fn is_live(self, mark: char) -> bool {
        MARKS.iter().zip(self.live).any(|(known, live)| *known == mark && live)
    }

    fn takes(self, kind: VerbatimKind) -> bool {
        match kind {
            VerbatimKind::Code => self.takes_code,
            VerbatimKind::Link => self.takes_links,
            VerbatimKind::Name => true,
        }
    }

    fn verbatim(self, text: &str, format: UpdateFormat) -> Vec<Verbatim> {
        let parts = verbatim_parts(text).into_iter();
        let mut parts: Vec<Verbatim> = parts.filter(|part| self.takes(part.kind)).collect();
        // A backslash is read away before names are looked for, and what is not seen would go into files: as code a name pings nobody.
        if format == UpdateFormat::Markdown {
            parts.extend(names_outside(text, &parts));
            parts.sort_by_key(|part| part.range.start);
        }
        parts
    }
}

/// A text with a letter in place of what stays to the letter.
fn loose(text: &str, takes_code: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for part in verbatim_parts(text).into_iter().filter(|part| takes_code || part.kind == VerbatimKind::Link) {
        out.push_str(&text[from..part.range.start]);
        out.push('x');
        from = part.range.end;
    }
    out.push_str(&text[from..]);
    out
}

/// Whether a mark opens something in a text and closes it again.
fn formats(text: &str, mark: char) -> bool {
    let mut opened = false;
    let mut before = None;
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let after = rest.clone().next();
        if c == mark && opened && before.is_some_and(|before: char| !before.is_whitespace()) {
            return true;
        }
        opened = opened || (c == mark && after.is_some_and(|after| !after.is_whitespace()));
        before = Some(c);
    }
    false
}

/// A character and what stands around it.
struct At<'a> {
    c: char,
    before: Option<char>,
    after: &'a str,
    /// Whether it opens a line, where marks mean more.
    opens: bool,
    text: &'a str,
    index: usize,
    marks: LineMarks,
}

/// `text` for the given form, told piece by piece with the place of each in `text`. `opens_line` is whether it stands at the
/// beginning of a line, of a list's item included.
pub(super) fn escape_pieces(text: &str, format: UpdateFormat, opens_line: bool, marks: LineMarks, mut tell: impl FnMut(usize, &str)) {
    let verbatim = marks.verbatim(text, format);
    let mut parts = verbatim.iter().peekable();
    let mut before = None;
    for (index, c) in text.char_indices() {
        let at = At { c, before, after: &text[index + c.len_utf8()..], opens: opens_line && index == 0, text, index, marks };
        before = Some(c);
        parts.next_if(|part| part.range.end <= index);
        let part = parts.peek().filter(|part| part.range.contains(&index));
        let (lead, trail) = match part {
            Some(part) => edges(part, &at, format),
            None => around(&at, format, opens_line),
        };
        tell(index, lead);
        match format {
            UpdateFormat::Html | UpdateFormat::Teams => tell(index, entity(c).unwrap_or(c.encode_utf8(&mut [0; 4]))),
            _ => tell(index, c.encode_utf8(&mut [0; 4])),
        }
        tell(index, trail);
    }
}

/// One line of `text` for a page of Markdown, to the letter: nothing in it becomes code or a link, and a name pings nobody.
pub(crate) fn escape_literally(text: &str, opens_line: bool) -> String {
    let mut out = String::with_capacity(text.len());
    escape_pieces(text, UpdateFormat::Markdown, opens_line, LineMarks::LITERAL, |_, piece| out.push_str(piece));
    out
}

/// What goes before and after a character of what stays to the letter.
fn edges(part: &Verbatim, at: &At<'_>, format: UpdateFormat) -> (&'static str, &'static str) {
    let is_last = at.index + at.c.len_utf8() == part.range.end;
    match (format, part.kind) {
        // In angle brackets Markdown takes a link as it is, but for an entity.
        (UpdateFormat::Markdown, VerbatimKind::Link) if at.opens_whole_entity() => ("", "amp;"),
        (UpdateFormat::Markdown, VerbatimKind::Link) => {
            (if at.index == part.range.start { "<" } else { "" }, if is_last { ">" } else { "" })
        }
        (UpdateFormat::Markdown, VerbatimKind::Name) => {
            (if at.index == part.range.start { "`" } else { "" }, if is_last { "`" } else { "" })
        }
        // A page that takes HTML would open a tag, which is worse than a command that does not paste.
        (UpdateFormat::StatusPage, VerbatimKind::Code) if at.opens_tag() => ("", ZERO_WIDTH_SPACE),
        _ => ("", ""),
    }
}

/// What goes before and after any other character.
fn around(at: &At<'_>, format: UpdateFormat, opens_line: bool) -> (&'static str, &'static str) {
    match format {
        UpdateFormat::Slack => slack(at),
        UpdateFormat::StatusPage => status_page(at),
        UpdateFormat::Markdown => markdown(at, opens_line),
        UpdateFormat::Plain | UpdateFormat::Html | UpdateFormat::Teams => ("", if at.pings() { ZERO_WIDTH_SPACE } else { "" }),
    }
}

impl At<'_> {
    /// `@here`, and Slack's `<!here>`, `<@U1>`, `<#C1>`. In an address the name goes on before it.
    fn pings(&self) -> bool {
        match self.c {
            '@' => !self.goes_on() && PINGS.iter().any(|ping| starts_with_word(self.after, ping)),
            '<' => self.after.starts_with(['!', '@', '#']),
            _ => false,
        }
    }

    fn goes_on(&self) -> bool {
        self.before.is_some_and(char::is_alphanumeric)
    }

    /// A mark that formats something. A `_` between two letters is only a part of a word.
    fn formats(&self) -> bool {
        let within_a_word = self.goes_on() && self.after.starts_with(char::is_alphanumeric);
        self.marks.is_live(self.c) && !(self.c == '_' && within_a_word)
    }

    fn opens_tag(&self) -> bool {
        self.c == '<' && self.after.starts_with(|next: char| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?'))
    }

    /// `&lt;` and `&#60;` with their end.
    fn opens_whole_entity(&self) -> bool {
        let end = self.after.find(|next: char| !next.is_ascii_alphanumeric() && next != '#').unwrap_or(self.after.len());
        self.opens_entity() && self.after[end..].starts_with(';')
    }

    /// `&lt;`, `&#60;`, and `&copy` even without its end.
    fn opens_entity(&self) -> bool {
        self.c == '&' && self.after.starts_with(|next: char| next.is_ascii_alphabetic() || next == '#')
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
        _ if at.pings() || at.opens_tag() || at.opens_entity() => ("", ZERO_WIDTH_SPACE),
        _ if at.formats() => (ZERO_WIDTH_SPACE, ZERO_WIDTH_SPACE),
        ']' if at.after.starts_with(['(', '[', ':']) => ("", ZERO_WIDTH_SPACE),
        '#' | '>' | '+' | '-' | '*' if at.opens => (ZERO_WIDTH_SPACE, ""),
        _ => ("", ""),
    }
}

fn markdown(at: &At<'_>, opens_line: bool) -> (&'static str, &'static str) {
    const ESCAPE: (&str, &str) = ("\\", "");
    match at.c {
        // It ends a tag, of which there is none, or opens a line.
        '>' if at.marks == LineMarks::LITERAL && !at.opens => ("", ""),
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '#' | '!' | '&' => ESCAPE,
        '-' | '+' | '=' | ':' if at.opens => ESCAPE,
        '.' | ')' if opens_line && is_number(&at.text[..at.index]) => ESCAPE,
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

    /// A text for the given form.
    fn escape(text: &str, format: UpdateFormat, opens_line: bool) -> String {
        let mut out = String::with_capacity(text.len());
        let marks = LineMarks::of(std::iter::once((text, false)));
        escape_pieces(text, format, opens_line, marks, |_, piece| out.push_str(piece));
        out
    }

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
        assert_eq!(shown("see https://x.example and www.x.example"), r"see <https://x.example> and www\.x.example");
    }

    #[test]
    fn text_that_is_taken_to_the_letter_is_neither_code_nor_a_link() {
        let shown = |text| escape_literally(text, true);
        assert_eq!(shown("`ps` -> https://x.example > 5% <b>"), r"\`ps\` -> https:\//x.example > 5% \<b>");
        assert_eq!(shown("> told @ana"), r"\> told `@ana`");
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
    fn a_mark_that_formats_nothing_is_left_alone() {
        for text in ["rm *.log ~/tmp", "it's 5` long", "a && b <- c", "ops@team.example"] {
            for format in [UpdateFormat::Slack, UpdateFormat::StatusPage] {
                assert_eq!(escape(text, format, false), text, "{format}");
            }
        }
        assert_ne!(escape("no *b* here", UpdateFormat::Slack, false), "no *b* here");
    }

    #[test]
    fn what_stays_to_the_letter_gives_no_mark_a_partner() {
        for text in ["`a*b` and c*", "it's ` https://e.example/a*b c*"] {
            assert_eq!(escape(text, UpdateFormat::Slack, false), text);
        }
        let line = [("a ` b", false), ("`@here`", false)];
        let mut out = String::new();
        escape_pieces(line[1].0, UpdateFormat::Slack, false, LineMarks::of(line.into_iter()), |_, piece| out.push_str(piece));
        assert!(out.contains("@\u{200b}here"), "with a stray backtick in the line nothing is code: {out}");
    }

    #[test]
    fn each_form_guards_what_it_would_obey_and_nothing_else() {
        use UpdateFormat::{Html, Markdown, Slack, StatusPage};
        let guarded = [
            (Slack, "> a > b", "_> a > b"),
            (Slack, "<http://e.example|x> <mailto:a@e.example> <3", "<_http://e.example|x> <_mailto:a@e.example> <3"),
            (StatusPage, "*b* c", "_*_b_*_ c"),
            (StatusPage, "`<b>` </p> <! < 3", "`<_b>` <_/p> <_! < 3"),
            (StatusPage, "&lt; &#60; & 3", "&_lt; &_#60; & 3"),
            (StatusPage, "[x](y) [x][y] [x]: [x] y", "[x]_(y) [x]_[y] [x]_: [x] y"),
            (StatusPage, "# a # b", "_# a # b"),
            (StatusPage, "- a - b", "_- a - b"),
            (Markdown, "a@e.example @ 3 @ana_b.", "a@e.example @ 3 `@ana_b`."),
            (Markdown, "ftp://e.example a/b", r"ftp:\//e.example a/b"),
            (Markdown, "1234567890. a", "1234567890. a"),
            (Markdown, "a. b", "a. b"),
            (Markdown, ": a : b", r"\: a : b"),
            (Html, "it's", "it&#39;s"),
        ];
        for (format, text, wanted) in guarded {
            assert_eq!(escape(text, format, true).replace('\u{200b}', "_"), wanted, "{format}");
        }
    }

    #[test]
    fn tags_are_words() {
        assert_eq!(escape("<b> & \"x\"", UpdateFormat::Html, false), "&lt;b&gt; &amp; &quot;x&quot;");
    }
}
