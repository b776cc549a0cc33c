//! The JSON in a text: behind a BOM, words, fences or HTTP headers, several one after another, or written as a string.

use serde_json::{Deserializer, Value};

use crate::error::AlertError;

/// More documents than a person pastes.
const DOCUMENTS: usize = 200;
/// A start that fails within so few bytes was words, such as `[[link]]`; one that fails later is the document itself.
const WORDS_AT_MOST: usize = 200;
/// So many starts in words are tried; each costs no more than the bytes above.
const STARTS: usize = 10_000;
/// How often a text may have been written as a string.
const WRITTEN_AGAIN: u32 = 4;

/// What a text holds.
#[derive(Debug, Default)]
pub(crate) struct Documents {
    pub(crate) values: Vec<Value>,
    /// Why what follows the last could not be read.
    pub(crate) rest: Option<AlertError>,
}

/// The JSON documents of a text; none where it has none.
///
/// # Errors
/// [`AlertError`] when the first is cut off, broken or too deep.
pub(crate) fn documents(text: &str) -> Result<Documents, AlertError> {
    documents_in(text, WRITTEN_AGAIN)
}

fn documents_in(text: &str, again: u32) -> Result<Documents, AlertError> {
    let bare = text.trim_start_matches('\u{feff}').trim();
    if let Some(inner) = written_as_string(bare).filter(|_| again > 0) {
        return documents_in(&inner, again - 1);
    }
    let mut found = Documents::default();
    let (mut at, mut tries) = (0, 0..STARTS);
    while let Some(start) = next_start(text, at).filter(|_| found.values.len() < DOCUMENTS && tries.next().is_some()) {
        match step(text, start) {
            Step::Read(value, end) => {
                found.values.push(value);
                at = end;
            }
            Step::Words => at = start + 1,
            Step::Failed(error) if found.values.is_empty() => return Err(error),
            Step::Failed(error) => {
                found.rest = Some(error);
                break;
            }
        }
    }
    Ok(found)
}

/// A text that is one JSON string, or JSON with each quote escaped as it stands in a log.
fn written_as_string(text: &str) -> Option<String> {
    if text.starts_with('"') {
        return serde_json::from_str(text).ok();
    }
    if text.starts_with("{\\\"") || text.starts_with("[{\\\"") {
        return serde_json::from_str(&format!("\"{}\"", text.replace('\r', "").replace('\n', "\\n"))).ok();
    }
    None
}

enum Step {
    Read(Value, usize),
    Words,
    Failed(AlertError),
}

fn step(text: &str, start: usize) -> Step {
    let Some(part) = text.get(start..) else { return Step::Words };
    let mut stream = Deserializer::from_str(part).into_iter::<Value>();
    match stream.next() {
        Some(Ok(value)) => Step::Read(value, start.saturating_add(stream.byte_offset())),
        Some(Err(error)) => failed(text, start, part, &error),
        None => Step::Words,
    }
}

fn failed(text: &str, start: usize, part: &str, error: &serde_json::Error) -> Step {
    if error.to_string().starts_with("recursion limit") {
        return Step::Failed(AlertError::TooDeep);
    }
    if !error.is_eof() && consumed(part, error) <= WORDS_AT_MOST {
        return Step::Words;
    }
    let line = text.get(..start).unwrap_or_default().matches('\n').count().saturating_add(error.line());
    Step::Failed(if error.is_eof() { AlertError::CutOff { line } } else { AlertError::Unreadable { line, reason: reason(error) } })
}

/// How many bytes were read before the error.
fn consumed(part: &str, error: &serde_json::Error) -> usize {
    let before: usize = part.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    before.saturating_add(error.column())
}

/// Without the place, which counts from the JSON's start.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or_default().to_owned()
}

/// Where from `at` on a JSON object or a list of something may begin.
fn next_start(text: &str, at: usize) -> Option<usize> {
    let part = text.get(at..)?;
    let starts = part.match_indices(['{', '[']).filter(|(offset, bracket)| {
        let next = part.as_bytes().iter().skip(offset + 1).find(|byte| !byte.is_ascii_whitespace());
        match *bracket {
            "{" => matches!(next, None | Some(b'"' | b'}')),
            _ => matches!(next, None | Some(b'{' | b'[' | b'"' | b']')),
        }
    });
    starts.map(|(offset, _)| at + offset).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(text: &str) -> usize {
        documents(text).map_or(0, |found| found.values.len())
    }

    #[test]
    fn json_is_found_wherever_it_stands() {
        let json = r#"{"a": [1, "x"]}"#;
        for (text, expected) in [
            (json.to_owned(), 1),
            (format!("\u{feff}{json}"), 1),
            (format!("[FIRING:1] see [[this]] {{x}}:\n```json\n{json}\n```\nthanks"), 1),
            (format!("POST /hook HTTP/1.1\r\nContent-Type: application/json\r\n\r\n{json}"), 1),
            (format!("{json}\n{json}{json}"), 3),
            (serde_json::to_string(json).unwrap(), 1),
            (serde_json::to_string(&serde_json::to_string(json).unwrap()).unwrap(), 1),
            (json.replace('"', "\\\""), 1),
            ("no json here [INFO]".to_owned(), 0),
        ] {
            assert_eq!(count(&text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_broken_says_where() {
        let long = format!("{{\"a\": \"{}\",\n \"b\" 1}}", "x".repeat(300));
        for (text, code) in
            [("words\n{\"a\":\n[1,", "alert_cut_off"), (long.as_str(), "alert_unreadable"), (&"[".repeat(200_000), "alert_too_deep")]
        {
            assert_eq!(documents(text).map(|_| "read").unwrap_or_else(|error| error.code()), code, "{:.40}", text);
        }
        assert_eq!(documents("words\n{\"a\":\n[1,").unwrap_err(), AlertError::CutOff { line: 3 });
    }
}
