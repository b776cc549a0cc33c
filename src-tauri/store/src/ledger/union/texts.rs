//! Attached texts that come in.

use rusqlite::{Connection, OptionalExtension, Transaction, params};
use sitrep_core::text::join_texts;
use sitrep_core::vocabulary::IncidentId;

use super::super::ids::read_uuid;
use super::incoming::{Incoming, IncomingText};
use super::stored;
use super::words::Words;
use crate::error::StoreError;
use crate::reasons::{BundleRefusal, Contradiction};

/// What a text that comes in is to those that are here.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum TextJudgement {
    /// It is not here.
    New,
    /// It is here, or the entry that named it was taken out here.
    Known,
    /// It is here, and words were taken out of it elsewhere: it will read so.
    Redacts(String),
}

/// Judges a text, and notes the words that were taken out of one of its copies.
pub(super) fn judge(
    connection: &Connection,
    incoming: &dyn Incoming,
    comes: &IncomingText,
    words: &mut Words,
) -> Result<TextJudgement, StoreError> {
    if !is_named(connection, incoming, comes)? {
        return Ok(TextJudgement::Known);
    }
    let Some((incident, here)) = kept(connection, comes)? else { return Ok(TextJudgement::New) };
    let joined = join_texts(&here, &comes.text).filter(|_| incident == comes.incident);
    let joined = joined.ok_or_else(|| incoming.refused(BundleRefusal::Contradicts(Contradiction::Text(comes.id))))?;
    if joined.text == here {
        words.taken_out_here(incident, &joined.words);
        return Ok(TextJudgement::Known);
    }
    words.taken_out_elsewhere(incident, &joined.words);
    Ok(TextJudgement::Redacts(joined.text))
}

/// Whether the event that names it does so here, or comes with it.
fn is_named(connection: &Connection, incoming: &dyn Incoming, comes: &IncomingText) -> Result<bool, StoreError> {
    let Some(by) = incoming.names_of_texts().get(&comes.id) else { return Ok(false) };
    Ok(stored::one(connection, *by)?.is_none_or(|event| event.attached_texts().contains(&comes.id)))
}

fn kept(connection: &Connection, comes: &IncomingText) -> Result<Option<(IncidentId, String)>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT incident, text FROM attached_texts WHERE id = ?1")?;
    let read = statement.query_row([comes.id.0.to_string()], |row| Ok((IncidentId(read_uuid(row.get_ref(0)?.as_str()?)), row.get(1)?)));
    Ok(read.optional()?)
}

pub(super) fn apply(transaction: &Transaction<'_>, comes: &IncomingText, judged: &TextJudgement) -> Result<(), StoreError> {
    let id = comes.id.0.to_string();
    match judged {
        TextJudgement::New => {
            let sql = "INSERT INTO attached_texts (id, incident, kept_at, text) VALUES (?1, ?2, ?3, ?4)";
            transaction.execute(sql, params![id, comes.incident.0.to_string(), comes.kept_at, comes.text])?;
        }
        TextJudgement::Redacts(text) => {
            transaction.execute("UPDATE attached_texts SET text = ?2 WHERE id = ?1", params![id, text])?;
        }
        TextJudgement::Known => {}
    }
    Ok(())
}
