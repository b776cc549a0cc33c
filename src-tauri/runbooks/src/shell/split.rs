//! Where one command ends and the next begins: a continued line is no end.

use super::console::goes_on;
use super::language::{Tongue, tongue};
use super::scan::Scan;

/// One command of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'a> {
    /// Its lines, as they stand.
    pub text: &'a str,
    /// The line it begins in, from 0.
    pub line: u32,
}

/// The commands of a text, in order. Comments and empty lines between are none.
#[must_use]
pub fn commands_in<'a>(text: &'a str, language: &str) -> Vec<Piece<'a>> {
    let is_open: Box<dyn FnMut(&str) -> bool> = match tongue(language) {
        Tongue::Query => return whole(text),
        Tongue::Sql => sql(),
        Tongue::Windows => Box::new(|line| line.trim_end().ends_with(['`', '^', '|', '{', ','])),
        Tongue::Shell | Tongue::Unsaid | Tongue::File => shell(),
    };
    pieces(text, if tongue(language) == Tongue::Sql { "--" } else { "#" }, is_open)
}

fn whole(text: &str) -> Vec<Piece<'_>> {
    let blank = text.trim().is_empty();
    if blank { Vec::new() } else { vec![Piece { text: text.trim_end(), line: 0 }] }
}

fn pieces<'a>(text: &'a str, comment: &str, mut is_open: impl FnMut(&str) -> bool) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let (mut start, mut at) = (None, 0);
    for (number, line) in (0u32..).zip(text.split_inclusive('\n')) {
        let says_nothing = start.is_none() && (line.trim().is_empty() || line.trim_start().starts_with(comment));
        if !says_nothing {
            let (from, first) = *start.get_or_insert((at, number));
            if !is_open(line) {
                pieces.extend(text.get(from..at + line.len()).map(|text| Piece { text: text.trim_end(), line: first }));
                start = None;
            }
        }
        at += line.len();
    }
    pieces.extend(start.and_then(|(from, line)| Some(Piece { text: text.get(from..)?.trim_end(), line })));
    pieces
}

/// Whether a statement goes on behind this line.
fn sql<'a>() -> Box<dyn FnMut(&str) -> bool + 'a> {
    let mut quoted = false;
    Box::new(move |line| {
        let code = line.trim_end();
        quoted ^= code.matches('\'').count() % 2 == 1;
        let code = if quoted { code } else { code.split(" --").next().unwrap_or(code).trim_end() };
        quoted || !(code.ends_with(';') || code.starts_with('\\') || code.ends_with("\\G") || code.ends_with("\\gx"))
    })
}

fn shell<'a>() -> Box<dyn FnMut(&str) -> bool + 'a> {
    let mut scan = Scan::default();
    let mut blocks = 0u32;
    Box::new(move |line| {
        let was_text = scan.is_open();
        scan.line(line, |_| ());
        let code = line.trim_end();
        if !was_text {
            blocks = words_that_open(code, blocks);
        }
        let joins = !scan.is_open() && (code.ends_with('|') || code.ends_with("&&"));
        scan.is_open() || goes_on(code) || joins || blocks > 0
    })
}

/// `if`, `for` and their like open, `fi` and `done` close.
fn words_that_open(line: &str, open: u32) -> u32 {
    let mut at_start = true;
    line.split_whitespace().fold(open, |open, word| {
        let bare = word.trim_end_matches(';');
        let was_start =
            std::mem::replace(&mut at_start, word.ends_with(';') || matches!(word, "do" | "then" | "else" | "&&" | "||" | "|" | "!"));
        match bare {
            "if" | "for" | "while" | "until" | "case" | "select" if was_start => open.saturating_add(1),
            "fi" | "done" | "esac" if was_start => open.saturating_sub(1),
            _ => open,
        }
    })
}

/// Whether a command only makes ready for the next: it sets a value, or goes to a folder. Nothing is lost if a paste runs it.
#[must_use]
pub fn only_prepares(command: &str) -> bool {
    let mut words = command.split_whitespace();
    let first = words.next().unwrap_or_default();
    let name = first.split_once('=').map_or("", |(name, _)| name);
    let sets = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let is_whole = words.next().is_none() || first.contains("=$(") || first.contains("=\"") || first.contains("='") || first.contains("=`");
    matches!(first, "export" | "cd" | "set" | "source" | "." | "unset" | "alias" | "read" | "echo") || (sets && is_whole)
}
