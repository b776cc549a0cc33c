//! Words that go on over a line end, as a terminal or a mail breaks them.

use super::letter::Letter;

/// How much of a word is looked at on either side of a line end: a dump of one endless word takes no longer for that.
const LOOKED_AT: usize = 256;

/// The letters without the line ends that lie within a word, and what stands around them (a backslash, the next line's
/// indentation and mark of quotation); none where there are no such.
pub(super) fn join_words(letters: &[Letter]) -> Option<Vec<Letter>> {
    let mut joined = Vec::with_capacity(letters.len());
    let (mut at, mut any) = (0, false);
    while at < letters.len() {
        if letters[at].reads == '\n'
            && let Some(next) = gap_within_word(&joined, &letters[at + 1..])
        {
            while joined.last().is_some_and(|letter: &Letter| is_break_mark(letter.reads)) {
                joined.pop();
            }
            at += 1 + next;
            any = true;
        } else {
            joined.push(letters[at].clone());
            at += 1;
        }
    }
    any.then_some(joined)
}

fn is_break_mark(letter: char) -> bool {
    matches!(letter, '\\' | '\r')
}

/// How many letters of the next lines lie between the two parts of a word, if it goes on.
fn gap_within_word(before: &[Letter], after: &[Letter]) -> Option<usize> {
    let skipped = after.iter().take_while(|letter| matches!(letter.reads, ' ' | '\t' | '>' | '|' | '│' | '\r')).count();
    let backwards = before.iter().rev().map(|letter| letter.reads).skip_while(|letter| is_break_mark(*letter));
    let head: Vec<char> = backwards.take_while(|letter| is_of_word(*letter)).take(LOOKED_AT).collect();
    let head: String = head.into_iter().rev().collect();
    let forwards = after[skipped..].iter().map(|letter| letter.reads);
    let tail: String = forwards.take_while(|letter| is_of_word(*letter)).take(LOOKED_AT).collect();
    if head.is_empty() || tail.is_empty() {
        return None;
    }
    let alone = after[skipped + tail.chars().count()..].first().is_none_or(|letter| matches!(letter.reads, '\n' | '\r' | '"' | '\'' | '`'));
    (is_part_of_token(&tail) || (alone && !is_word(&tail) && is_part_of_token(&head))).then_some(skipped)
}

fn is_of_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || "_-./+=~:%@$".contains(letter)
}

/// Whether it reads like a piece of a key rather than a word, a number or a time.
fn is_part_of_token(part: &str) -> bool {
    let digits = part.chars().filter(char::is_ascii_digit).count();
    let letters = part.chars().filter(char::is_ascii_alphabetic).count();
    let turns = part.as_bytes().windows(2).filter(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase()).count();
    let is_number = letters == 0 && digits >= 8 && digits == part.len();
    !is_time(part) && (is_number || (digits > 0 && letters > 0) || turns > 0 || part.contains('_') || letters + digits >= 24)
}

/// `done`, `Then`.
fn is_word(part: &str) -> bool {
    part.len() >= 3 && part.chars().skip(1).all(|letter| letter.is_ascii_lowercase())
}

/// `14:05`, `2026-11-24T14:05Z`.
fn is_time(part: &str) -> bool {
    let digits = part.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &part.as_bytes()[digits..];
    (1..=4).contains(&digits) && matches!(rest, [b':' | b'-' | b'.' | b'/', next, ..] if next.is_ascii_digit())
}
