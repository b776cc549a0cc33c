//! What people copy out of a message: links and code. No guard may touch what is inside them.

use std::ops::Range;

use crate::text::marks_direction;

/// What a part that stays as it is typed is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum VerbatimKind {
    /// `https://…`, as far as it is one.
    Link,
    /// Between two backticks, which are in it.
    Code,
    /// `@ana`: whom it would ping.
    Name,
}

/// A part of a text that stays to the letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Verbatim {
    pub(crate) kind: VerbatimKind,
    pub(crate) range: Range<usize>,
}

/// The links and the code of a text, in order. Code is only there where every backtick is the edge of some: with a stray one
/// each reader pairs them differently, and what one takes for code is a mention to another.
pub(crate) fn verbatim_parts(text: &str) -> Vec<Verbatim> {
    let code = code(text).unwrap_or_default();
    // A link ends at a backtick, so one that begins in code is in it.
    let mut parts: Vec<Verbatim> = links(text).filter(|link| !code.iter().any(|code| code.range.contains(&link.start))).map(link).collect();
    parts.extend(code);
    parts.sort_by_key(|part| part.range.start);
    parts
}

/// The names of a text that a page of Markdown would ping, outside of `parts`, which are in order. In an address the name goes on before the `@`;
/// one right behind a name belongs to it, since what ends a name there begins the next.
pub(super) fn names_outside(text: &str, parts: &[Verbatim]) -> Vec<Verbatim> {
    let inside = |at: usize| parts.get(parts.partition_point(|part| part.range.end <= at)).is_some_and(|part| part.range.contains(&at));
    let ats = text.match_indices('@').map(|(at, _)| at);
    let mut names: Vec<Verbatim> = Vec::new();
    for at in ats.filter(|at| !inside(*at)) {
        let Some(length) = name_length(&text[at + 1..]) else { continue };
        let end = at + 1 + length;
        match names.last_mut().filter(|name| name.range.end == at) {
            Some(name) => name.range.end = end,
            None if text[..at].ends_with(char::is_alphanumeric) => {}
            None => names.push(Verbatim { kind: VerbatimKind::Name, range: at..end }),
        }
    }
    names
}

/// The dot at its end is the sentence's.
fn name_length(text: &str) -> Option<usize> {
    let end = text.find(|c: char| !c.is_alphanumeric() && !"-_.".contains(c)).unwrap_or(text.len());
    let name = text[..end].trim_end_matches('.');
    name.starts_with(|c: char| c.is_alphanumeric() || c == '_').then_some(name.len())
}

/// Whether a backtick stands there that is no edge of code.
pub(super) fn has_stray_backtick(text: &str) -> bool {
    code(text).is_none()
}

fn link(range: Range<usize>) -> Verbatim {
    Verbatim { kind: VerbatimKind::Link, range }
}

/// The code of a text; `None` where a backtick is stray.
fn code(text: &str) -> Option<Vec<Verbatim>> {
    let ticks: Vec<usize> = text.match_indices('`').map(|(at, _)| at).collect();
    ticks.chunks(2).map(|pair| if let [start, last] = *pair { code_between(text, start, last) } else { None }).collect()
}

fn code_between(text: &str, start: usize, last: usize) -> Option<Verbatim> {
    let inside = &text[start + 1..last];
    let is_tight = !inside.is_empty() && !inside.starts_with(char::is_whitespace) && !inside.ends_with(char::is_whitespace);
    let stands_alone = !text[..start].ends_with(is_word) && !text[last + 1..].starts_with(is_word);
    (is_tight && stands_alone).then_some(Verbatim { kind: VerbatimKind::Code, range: start..last + 1 })
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '`' | '\u{200b}')
}

fn links(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        let link = next_link(text, from)?;
        from = link.end;
        Some(link)
    })
}

fn next_link(text: &str, from: usize) -> Option<Range<usize>> {
    text[from..].match_indices("://").find_map(|(at, _)| {
        let scheme = ["https", "http"].into_iter().find(|scheme| ends_with_word(&text[from..from + at], scheme))?;
        let start = from + at - scheme.len();
        let end = start + link_length(&text[start..]);
        (end > from + at + "://".len()).then_some(start..end)
    })
}

fn ends_with_word(text: &str, word: &str) -> bool {
    let Some(start) = text.len().checked_sub(word.len()) else { return false };
    let is_it = text.get(start..).is_some_and(|end| end.eq_ignore_ascii_case(word));
    is_it && !text[..start].ends_with(char::is_alphanumeric)
}

/// As far as every program takes it for one: the marks of a sentence at its end are the sentence's.
fn link_length(text: &str) -> usize {
    let ends = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || marks_direction(c)
            || matches!(c, '<' | '>' | '"' | '`' | '|' | '\\' | '\u{200b}' | '\u{feff}')
    };
    let mut link = &text[..text.find(ends).unwrap_or(text.len())];
    link = &link[..stray_at(link).unwrap_or(link.len())];
    let mut open = link.matches('(').count();
    let mut closed = link.matches(')').count();
    while let Some(last) = link.chars().next_back() {
        let goes = match last {
            ')' => closed > open,
            _ => matches!(last, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '(' | '[' | ']' | '*' | '_' | '~' | '&' | '@'),
        };
        if !goes {
            break;
        }
        (open, closed) = (open - usize::from(last == '('), closed - usize::from(last == ')'));
        link = &link[..link.len() - last.len_utf8()];
    }
    link.len()
}

/// An `@` that no address has there: whoever ends the link before it takes it for a mention.
fn stray_at(link: &str) -> Option<usize> {
    let belongs = |before: &str| before.ends_with(|c: char| c.is_alphanumeric() || "/=:._-~%+".contains(c));
    link.match_indices('@').map(|(at, _)| at).find(|at| !belongs(&link[..*at]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<&str> {
        verbatim_parts(text).into_iter().map(|part| &text[part.range]).collect()
    }

    #[test]
    fn a_link_among_words_that_run_the_other_way_ends_where_it_is_seen_to() {
        let isolated = "\u{2068}https://a.example/x\u{2069} فشل";
        assert!(parts(isolated).contains(&"https://a.example/x"), "{:?}", parts(isolated));
    }

    #[test]
    fn links_end_where_the_sentence_goes_on() {
        assert_eq!(parts("see https://e.example/a?b=1&c=2."), ["https://e.example/a?b=1&c=2"]);
        assert_eq!(parts("(HTTP://e.example/a_(b)) and xhttps://e.example"), ["HTTP://e.example/a_(b)"]);
        assert_eq!(parts("http:// https://"), Vec::<&str>::new());
        assert_eq!(
            parts("http://ana@e.example:8080/a_(b) and https://e.example/(c))("),
            ["http://ana@e.example:8080/a_(b)", "https://e.example/(c)"]
        );
        assert_eq!(parts("https://e.example/a)@here"), ["https://e.example/a"], "no address has that");
    }

    #[test]
    fn names_end_where_the_sentence_goes_on() {
        let text = "told @ana.b, @bo-2. and a@e.example, not @ 3, @(x), `@cy` or https://e.example/@di";
        let names: Vec<_> = names_outside(text, &verbatim_parts(text)).into_iter().map(|name| &text[name.range]).collect();
        assert_eq!(names, ["@ana.b", "@bo-2"]);
        let text = "@here@here@here, @ana@e.example, a@e.example@here";
        let names: Vec<_> = names_outside(text, &[]).into_iter().map(|name| &text[name.range]).collect();
        assert_eq!(names, ["@here@here@here", "@ana@e.example"]);
    }

    #[test]
    fn code_is_what_everybody_takes_for_it() {
        assert_eq!(parts("run `rm *.log` or `ls ~`"), ["`rm *.log`", "`ls ~`"]);
        assert_eq!(parts("a ` b `@here` c"), Vec::<&str>::new(), "with a stray one nobody knows");
        assert_eq!(
            parts("run `curl https://e.example/x` or https://e.example/`y`"),
            ["`curl https://e.example/x`", "https://e.example/", "`y`"]
        );
        for none in ["``` `` a`b`c", "``", "` a`", "`a `", "x`a`", "`a`x", "_`a`"] {
            assert_eq!(parts(none), Vec::<&str>::new(), "{none}");
            assert!(has_stray_backtick(none), "{none}");
        }
    }
}
