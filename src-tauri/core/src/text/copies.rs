//! Two copies of one text of which words may have been taken out on one side, or on both: what has been taken out stays out.

use std::cmp::{max, min};

use serde_json::{Map, Value};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::redacted::REDACTED;

/// Stands for a mark while two texts are compared, as one letter; no text that anybody writes has it.
const MARK: char = '\u{ffff}';
/// What an entry says of which all was taken out begins and ends like this, and names who did it and when.
const TOMBSTONE: (&str, &str, &str) = ("(redacted by ", " at ", ")");
/// Two texts of more words than this that were redacted apart are not compared word by word.
const WORDS_AT_MOST: usize = 4_000;
/// Shorter words may stand elsewhere for themselves.
const WORD_AT_LEAST: usize = 3;
/// A shorter line of an entry that was taken out as a whole may stand elsewhere for itself.
const LINE_AT_LEAST: usize = 8;

/// What two copies of a text are together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JoinedCopies {
    /// The text without what was taken out of either.
    pub text: String,
    /// What was taken out of one and stands in the other.
    pub words: Vec<String>,
}

/// Two copies of an event's body, which is JSON, or of anything else that is: equal but for what was taken out of them. None where they differ
/// otherwise: they are no copies of one.
///
/// The result is the same whichever of the two comes first. One that has all that was taken out of both stays as it is, to the byte.
#[must_use]
pub fn join_copies(kind: &str, one: &str, other: &str) -> Option<JoinedCopies> {
    if one == other {
        return Some(JoinedCopies { text: one.to_owned(), words: Vec::new() });
    }
    let (first, second): (Value, Value) = (serde_json::from_str(one).ok()?, serde_json::from_str(other).ok()?);
    // Two that say the same in other bytes were not written by one Sitrep.
    if first == second {
        return None;
    }
    let mut words = Vec::new();
    let joined = buried(kind, &first, &second, &mut words).or_else(|| join(&first, &second, &mut words))?;
    let text = match joined {
        joined if joined == first => one.to_owned(),
        joined if joined == second => other.to_owned(),
        joined => joined.to_string(),
    };
    Some(JoinedCopies { text, words })
}

/// The same for a text that is no JSON.
#[must_use]
pub fn join_texts(one: &str, other: &str) -> Option<JoinedCopies> {
    let mut words = Vec::new();
    join_strings(one, other, &mut words).map(|text| JoinedCopies { text, words })
}

/// What is left of an entry or an edit that was taken out as a whole, if one of the two was.
fn buried(kind: &str, one: &Value, other: &Value, words: &mut Vec<String>) -> Option<Value> {
    let (stone, left) = match (is_tombstone(kind, one), is_tombstone(kind, other)) {
        (false, false) => return None,
        (true, false) => (one, other),
        (false, true) => (other, one),
        // Taken out on two laptops: one of the two marks stays, the same on both.
        (true, true) => {
            return (one.get("entry") == other.get("entry")).then(|| if text_of(one) <= text_of(other) { one } else { other }.clone());
        }
    };
    let is_of_it = stone.get("entry") == left.get("entry") && text_of(left).is_some();
    if is_of_it {
        let lines = text_of(left).unwrap_or_default().lines().map(str::trim);
        words.extend(lines.filter(|line| line.chars().count() >= LINE_AT_LEAST && !line.contains(REDACTED)).map(str::to_owned));
    }
    is_of_it.then(|| stone.clone())
}

fn is_tombstone(kind: &str, body: &Value) -> bool {
    let parts = match kind {
        "entry" => 2,
        "entry_amended" => 1,
        _ => return false,
    };
    let (begin, between, end) = TOMBSTONE;
    let says_so = |text: &str| text.strip_prefix(begin).and_then(|rest| rest.strip_suffix(end)).is_some_and(|rest| rest.contains(between));
    body.as_object().is_some_and(|body| body.len() == parts) && text_of(body).is_some_and(says_so)
}

fn text_of(body: &Value) -> Option<&str> {
    body.get("text")?.as_str()
}

fn join(one: &Value, other: &Value, words: &mut Vec<String>) -> Option<Value> {
    match (one, other) {
        (Value::String(one), Value::String(other)) => join_strings(one, other, words).map(Value::String),
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            one.iter().zip(other).map(|(one, other)| join(one, other, words)).collect::<Option<_>>().map(Value::Array)
        }
        (Value::Object(one), Value::Object(other)) if one.len() == other.len() => join_objects(one, other, words).map(Value::Object),
        _ => (one == other).then(|| one.clone()),
    }
}

fn join_objects(one: &Map<String, Value>, other: &Map<String, Value>, words: &mut Vec<String>) -> Option<Map<String, Value>> {
    one.iter().map(|(key, value)| Some((key.clone(), join(value, other.get(key)?, words)?))).collect()
}

fn join_strings(one: &str, other: &str, words: &mut Vec<String>) -> Option<String> {
    if one == other {
        return Some(one.to_owned());
    }
    if one.contains(MARK) || other.contains(MARK) {
        return None;
    }
    let (one, other) = (one.replace(REDACTED, MARK.encode_utf8(&mut [0; 3])), other.replace(REDACTED, MARK.encode_utf8(&mut [0; 3])));
    let joined = match (taken_out(&one, &other), taken_out(&other, &one)) {
        (Some(found), _) => {
            words.extend(found);
            one
        }
        (None, Some(found)) => {
            words.extend(found);
            other
        }
        (None, None) if one.contains(MARK) && other.contains(MARK) => redacted_apart(&one, &other),
        (None, None) => return None,
    };
    Some(joined.replace(MARK, REDACTED))
}

/// What has to be taken out of `whole` to leave `redacted`; none where that cannot be done.
fn taken_out(redacted: &str, whole: &str) -> Option<Vec<String>> {
    let mut literals = redacted.split(MARK);
    let mut rest = whole.strip_prefix(literals.next()?)?;
    let literals: Vec<&str> = literals.collect();
    let (last, between) = literals.split_last()?;
    let mut found = Vec::new();
    for literal in between {
        // A mark stands for one letter at least.
        let first = rest.chars().next()?.len_utf8();
        let at = first + rest.get(first..)?.find(literal)?;
        found.push(&rest[..at]);
        rest = &rest[at + literal.len()..];
    }
    let word = rest.strip_suffix(last).filter(|word| !word.is_empty())?;
    found.push(word);
    Some(found.into_iter().filter(|word| is_to_be_found_again(word)).map(|word| word.trim().to_owned()).collect())
}

fn is_to_be_found_again(word: &str) -> bool {
    !word.contains(MARK) && word.trim().chars().count() >= WORD_AT_LEAST
}

/// Of two texts out of which other words were taken each, what is in both; a mark for all else.
fn redacted_apart(one: &str, other: &str) -> String {
    let (one, other) = (min(one, other), max(one, other));
    let (first, second) = (words_of(one), words_of(other));
    if first.len() + second.len() > WORDS_AT_MOST {
        return MARK.to_string();
    }
    let mut both = String::new();
    for part in capture_diff_slices(Algorithm::Myers, &first, &second) {
        match part {
            DiffOp::Equal { old_index, len, .. } => both.extend(first[old_index..old_index + len].iter().copied()),
            _ if both.ends_with(MARK) => {}
            _ => both.push(MARK),
        }
    }
    let leaves_it_out = taken_out(&both, one).is_some() && taken_out(&both, other).is_some();
    if leaves_it_out { both } else { MARK.to_string() }
}

/// Words, what stands between them, and marks, each by itself.
fn words_of(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (at, letter) in text.char_indices() {
        if before.is_some_and(|before| !(before.is_alphanumeric() && letter.is_alphanumeric())) {
            words.push(&text[start..at]);
            start = at;
        }
        before = Some(letter);
    }
    words.push(&text[start..]);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn together(one: &str, other: &str) -> Option<(String, Vec<String>)> {
        let joined = join_texts(one, other);
        assert_eq!(joined, join_texts(other, one), "the same whichever comes first");
        joined.map(|joined| (joined.text, joined.words))
    }

    fn bodies(kind: &str, one: &str, other: &str) -> Option<(String, Vec<String>)> {
        let joined = join_copies(kind, one, other);
        assert_eq!(joined, join_copies(kind, other, one), "the same whichever comes first");
        joined.map(|joined| (joined.text, joined.words))
    }

    #[test]
    fn what_was_taken_out_of_one_copy_stays_out() {
        assert_eq!(
            together("pass hunter2, then hunter2 again", "pass (redacted), then (redacted) again"),
            Some(("pass (redacted), then (redacted) again".into(), vec!["hunter2".into(), "hunter2".into()]))
        );
        assert_eq!(together("hunter2", "(redacted)"), Some(("(redacted)".into(), vec!["hunter2".into()])));
        assert_eq!(together("same", "same"), Some(("same".into(), vec![])));
    }

    #[test]
    fn what_differs_otherwise_is_no_copy() {
        for (one, other) in [("a", "b"), ("pass hunter2", "pass (redacted) again"), ("", "(redacted)"), ("ab", "a(redacted)b")] {
            assert_eq!(together(one, other), None, "{one} / {other}");
        }
    }

    #[test]
    fn of_two_that_were_redacted_apart_both_are_heeded() {
        assert_eq!(
            together("(redacted) rolled back to v312", "we rolled (redacted) to v312").map(|(text, _)| text),
            Some("(redacted) rolled (redacted) to v312".into())
        );
        assert_eq!(together("(redacted) a", "b (redacted)").map(|(text, _)| text), Some("(redacted) (redacted)".into()));
        assert_eq!(together("a(redacted)", "(redacted)b").map(|(text, _)| text), Some("(redacted)(redacted)".into()));
    }

    #[test]
    fn a_mark_that_was_taken_out_itself_tells_no_words() {
        assert_eq!(together("the (redacted) key", "the (redacted)"), Some(("the (redacted)".into(), vec![])));
    }

    const WHOLE: &str = r#"{"entry":"note","text":"token abc-def-123\nok","pictures":[{"id":"x","width":1,"height":1}]}"#;
    const STONE: &str = r#"{"entry":"note","text":"(redacted by @ana at 14:05 UTC)"}"#;

    #[test]
    fn an_entry_that_was_taken_out_as_a_whole_stays_out() {
        assert_eq!(bodies("entry", WHOLE, STONE), Some((STONE.into(), vec!["token abc-def-123".into()])));
        let in_part = WHOLE.replace("abc-def-123", REDACTED);
        assert_eq!(bodies("entry", &in_part, STONE), Some((STONE.into(), vec![])));
        let other = STONE.replace("@ana", "@li");
        assert_eq!(bodies("entry", &other, STONE), Some((STONE.into(), vec![])), "one of the two marks");
        assert_eq!(bodies("entry", STONE, &WHOLE.replace("note", "decision")), None);
        assert_eq!(bodies("title_changed", STONE, WHOLE), None, "no other kind is taken out so");
    }

    #[test]
    fn an_edit_that_was_taken_out_stays_out() {
        let (edit, stone) = (r#"{"text":"the token is abc"}"#, r#"{"text":"(redacted by @ana at 14:05 UTC)"}"#);
        assert_eq!(bodies("entry_amended", edit, stone), Some((stone.into(), vec!["the token is abc".into()])));
    }

    #[test]
    fn words_are_taken_out_of_any_kind_of_body_and_nothing_else_may_differ() {
        let whole = r#"{"x":["told Bob","told Li"],"n":1}"#;
        let redacted = r#"{"n":1,"x":["told (redacted)","told Li"]}"#;
        assert_eq!(bodies("dreamt", whole, redacted), Some((redacted.into(), vec!["Bob".into()])), "whatever order its keys are in");
        for other in [r#"{"n":2,"x":["told (redacted)","told Li"]}"#, r#"{"n":1,"x":["told (redacted)"]}"#, r#"{"n":1}"#, "no JSON"] {
            assert_eq!(bodies("dreamt", whole, other), None, "{other}");
        }
        assert_eq!(bodies("dreamt", r#"{"n":1}"#, r#"{ "n":1}"#), None, "no Sitrep writes one body in two ways");
    }
}
