//! Which mitigations what is known speaks for. They are proposed and never applied by themselves.

use std::collections::BTreeSet;

use serde::Serialize;
use ts_rs::TS;

use super::clue::Clue;
use super::entries::{HypothesisStarter, MitigationAction};
use super::lists::Catalogue;

/// What is known of an incident.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KnownClues {
    /// What was seen.
    pub clues: BTreeSet<Clue>,
    /// The hypotheses that are not ruled out, in their own words.
    pub hypotheses: Vec<String>,
}

/// A mitigation that the clues speak for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Proposal {
    /// The id of the mitigation action.
    pub id: String,
    /// What it is called.
    pub action: String,
    /// Why: `a recent deploy is suspected`.
    pub because: String,
}

impl Catalogue {
    /// The mitigations that what is known speaks for, in the order of the catalogue.
    #[must_use]
    pub fn propose(&self, known: &KnownClues) -> Vec<Proposal> {
        let suspected = known.hypotheses.iter().flat_map(|statement| self.clues_of(statement));
        let clues: BTreeSet<Clue> = known.clues.iter().copied().chain(suspected).collect();
        let proposal = |action: &MitigationAction| {
            let reasons: Vec<&str> = action.proposed_for.iter().filter(|clue| clues.contains(clue)).map(|clue| clue.reason()).collect();
            let because = reasons.join(", ");
            (!reasons.is_empty()).then(|| Proposal { id: action.id.clone(), action: action.action.clone(), because })
        };
        self.mitigations.iter().filter_map(proposal).collect()
    }

    /// What a hypothesis says of the incident: that of the starter with the same words, else of all whose words are in it.
    fn clues_of(&self, statement: &str) -> Vec<Clue> {
        let statement = statement.trim().to_lowercase();
        let same = |starter: &&HypothesisStarter| starter.hypothesis.to_lowercase() == statement;
        if let Some(starter) = self.hypotheses.iter().find(same) {
            return starter.clue.into_iter().collect();
        }
        let named = |starter: &&HypothesisStarter| starter.words.iter().any(|word| begins_word(&statement, &word.to_lowercase()));
        self.hypotheses.iter().filter(named).filter_map(|starter| starter.clue).collect()
    }
}

/// Whether a word of the text begins so.
fn begins_word(text: &str, beginning: &str) -> bool {
    let mut found = text.match_indices(beginning);
    !beginning.is_empty() && found.any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric))
}
