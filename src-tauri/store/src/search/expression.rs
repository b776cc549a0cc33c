//! What was asked for, in the language of the index.

use rusqlite::Connection;
use sitrep_core::text::search::{SearchPhrase, SearchQuery};

use super::failure::Failure;
use super::lines::LETTERS_OF_A_KNOWN_WORD;

/// Of a beginning that more words have, each of these has few lines, and they are put together at once.
const ALIKE_AT_MOST: u32 = 64;

/// What is looked for in the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Expression {
    /// Lines that match this.
    Matching(String),
    /// Every line: what was asked for is in no index.
    Any,
    /// None: a word of it was never written.
    Nothing,
}

/// What a query asks of the index. Every word is quoted, so that nothing that was typed is taken for a part of the language.
pub(super) fn expression(connection: &Connection, query: &SearchQuery) -> Result<Expression, Failure> {
    let mut all = Vec::new();
    for phrase in &query.phrases {
        match of_phrase(connection, phrase)? {
            Some(one) => all.push(one),
            None => return Ok(Expression::Nothing),
        }
    }
    Ok(if all.is_empty() { Expression::Any } else { Expression::Matching(all.join(" AND ")) })
}

/// The index would put all lines of a long beginning together before it gives the first. Named one by one, the words give theirs as they are asked for.
fn of_phrase(connection: &Connection, phrase: &SearchPhrase) -> Result<Option<String>, Failure> {
    let Some((last, before)) = phrase.words.split_last() else { return Ok(None) };
    let quoted = |last: &str| format!("\"{}\"", before.iter().map(String::as_str).chain([last]).collect::<Vec<_>>().join(" "));
    if !phrase.goes_on {
        return Ok(Some(quoted(last)));
    }
    if last.chars().count() < LETTERS_OF_A_KNOWN_WORD {
        return Ok(Some(format!("{} *", quoted(last))));
    }
    let words = beginning_with(connection, last)?;
    Ok(match words.as_slice() {
        [] => None,
        [only] => Some(quoted(only)),
        some if some.len() <= ALIKE_AT_MOST as usize => {
            Some(format!("({})", some.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" OR ")))
        }
        _ => Some(format!("{} *", quoted(last))),
    })
}

/// The words that begin so, one more than are named one by one.
fn beginning_with(connection: &Connection, beginning: &str) -> Result<Vec<String>, Failure> {
    let end = format!("{beginning}{}", char::MAX);
    let mut statement = connection.prepare_cached("SELECT word FROM words WHERE word >= ?1 AND word < ?2 ORDER BY word LIMIT ?3")?;
    let words = statement.query_map((beginning, end, ALIKE_AT_MOST + 1), |row| row.get(0))?;
    Ok(words.collect::<Result<_, _>>()?)
}
