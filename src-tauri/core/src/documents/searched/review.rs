//! What was written on the review, as it is searched: its parts, whys and ideas, each as it stands.

use crate::event::{Event, EventBody, ReviewEdit, WhyWords};

/// What an event wrote on the review, after what amends it in the order of recording; `None` where it wrote nothing there, and where
/// that was replaced or taken out.
pub(super) fn written(event: &Event, amending: &[&Event]) -> Option<String> {
    let edits = || amending.iter().filter_map(|amends| edit(&amends.body));
    let is_out = edits().rfind(|edit| removes(edit) || restores(edit)).is_some_and(removes);
    if is_out {
        return None;
    }
    match edit(&event.body)? {
        ReviewEdit::Written { field, text, .. } => {
            let is_replaced = edits().any(|edit| matches!(edit, ReviewEdit::Written { .. }));
            (!is_replaced && !text.is_empty()).then(|| format!("{}: {text}", field.label()))
        }
        ReviewEdit::WhyAdded { why, .. } => {
            let rewritten = edits().rev().find_map(|edit| if let ReviewEdit::WhyWritten { why, .. } = edit { Some(why) } else { None });
            Some(why_words(rewritten.unwrap_or(why)))
        }
        ReviewEdit::IdeaAdded { text } => {
            let rewritten = edits().rev().find_map(|edit| if let ReviewEdit::IdeaWritten { text } = edit { Some(text) } else { None });
            Some(format!("Idea: {}", rewritten.unwrap_or(text)))
        }
        _ => None,
    }
}

/// Whether an event changes what is searched of the one on the review that it amends.
pub(super) fn amends(body: &EventBody) -> bool {
    edit(body).is_some_and(|edit| {
        let rewrites = matches!(edit, ReviewEdit::Written { .. } | ReviewEdit::WhyWritten { .. } | ReviewEdit::IdeaWritten { .. });
        rewrites || removes(edit) || restores(edit)
    })
}

fn edit(body: &EventBody) -> Option<&ReviewEdit> {
    if let EventBody::ReviewEdited(edit) = body { Some(edit) } else { None }
}

fn removes(edit: &ReviewEdit) -> bool {
    matches!(edit, ReviewEdit::WhyRemoved | ReviewEdit::IdeaRemoved)
}

fn restores(edit: &ReviewEdit) -> bool {
    matches!(edit, ReviewEdit::WhyRestored | ReviewEdit::IdeaRestored)
}

fn why_words(why: &WhyWords) -> String {
    why.question.as_ref().map_or_else(|| format!("Why: {}", why.answer), |question| format!("Why {question}? {}", why.answer))
}
