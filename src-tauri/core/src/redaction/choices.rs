//! What a person chose: what is left, and what becomes another word.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::item::RedactionItem;
use super::kind::RedactionKind;
use super::readings::loose;
use crate::text::is_blank;

/// What a person chose.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RedactionChoices {
    /// Words that stay as they are.
    pub keep: Vec<String>,
    /// Words that become others than Sitrep would put there; also such as it does not find.
    pub replace: Vec<OtherWord>,
}

/// Another word for something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OtherWord {
    /// What stands there.
    pub word: String,
    /// What is to stand there.
    pub with: String,
}

/// Why a choice cannot be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChoiceRefusal {
    /// Secrets are always taken out.
    #[error("a secret is always taken out")]
    SecretStays,
    /// No item is called so.
    #[error("'{0}' is none of the words that would be replaced")]
    UnknownWord(String),
    /// There is nothing to replace, or nothing to put there.
    #[error("a word and its replacement need letters each")]
    Blank,
}

impl RedactionChoices {
    pub(super) fn apply(&self, items: &mut Vec<RedactionItem>) -> Result<(), ChoiceRefusal> {
        for other in &self.replace {
            if is_blank(&other.word) || is_blank(&other.with) {
                return Err(ChoiceRefusal::Blank);
            }
            match find(items, &other.word) {
                Some(item) => (item.replacement, item.taken) = (other.with.clone(), true),
                None if is_handle(&other.word) => {}
                None => items.push(RedactionItem::new(RedactionKind::Word, other.word.trim(), other.with.clone())),
            }
        }
        for word in &self.keep {
            match find(items, word) {
                Some(item) if !item.kind.may_stay() => return Err(ChoiceRefusal::SecretStays),
                Some(item) => item.taken = false,
                None if is_handle(word) => {}
                None => return Err(ChoiceRefusal::UnknownWord(word.clone())),
            }
        }
        Ok(())
    }

    /// The handle is known only once it is settled what becomes of the words that it is made of.
    pub(super) fn apply_to_handle(&self, items: &mut [RedactionItem]) -> Result<(), ChoiceRefusal> {
        for item in items.iter_mut().filter(|item| item.kind == RedactionKind::Handle) {
            let other = self.replace.iter().find(|other| loose(&other.word) == loose(item.original()));
            other.into_iter().for_each(|other| item.replacement.clone_from(&other.with));
            item.taken = !self.keep.iter().any(|word| loose(word) == loose(item.original()));
        }
        Ok(())
    }
}

/// `2026-11-23-payments`.
fn is_handle(word: &str) -> bool {
    let date: String = word.chars().take(11).map(|letter| if letter.is_ascii_digit() { '0' } else { letter }).collect();
    date == "0000-00-00-"
}

fn find<'a>(items: &'a mut [RedactionItem], word: &str) -> Option<&'a mut RedactionItem> {
    let wanted = loose(word.trim().trim_start_matches('@'));
    let is = |words: &str| loose(words.trim_start_matches('@')) == wanted;
    let by_name = items.iter().position(|item| item.originals.iter().any(|original| is(original)));
    let at = by_name.or_else(|| items.iter().position(|item| item.also.iter().any(|also| is(&also.words))))?;
    items.get_mut(at)
}
