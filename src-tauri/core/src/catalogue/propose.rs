//! Which mitigations what is known speaks for. They are proposed and never applied by themselves.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Catalogue, HypothesisStarter};

/// Something that is seen or suspected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Clue {
    /// A deploy shortly before the onset.
    SuspectDeploy,
    /// A feature that was switched on.
    FeatureFlag,
    /// A change of configuration.
    ConfigChange,
    /// A change of infrastructure.
    InfrastructureChange,
    /// Traffic is not as usual.
    Traffic,
    /// CPU, disk or connections run out.
    Resources,
    /// Memory runs out.
    Memory,
    /// A process hangs.
    Stuck,
    /// The database does not answer as it should.
    Database,
    /// What it depends on fails.
    ExternalDependency,
    /// Names or certificates fail.
    DnsOrCertificate,
    /// A region or provider is down.
    Region,
    /// Cached data is stale or wrong.
    Cache,
    /// Data is wrong.
    DataCorruption,
    /// The fault is found in the code.
    CodeFault,
}

impl Clue {
    /// Why it speaks for an action, in a few words.
    #[must_use]
    pub fn reason(self) -> &'static str {
        match self {
            Self::SuspectDeploy => "a recent deploy is suspected",
            Self::FeatureFlag => "a new feature is suspected",
            Self::ConfigChange => "a configuration change is suspected",
            Self::InfrastructureChange => "an infrastructure change is suspected",
            Self::Traffic => "traffic is not as usual",
            Self::Resources => "resources run out",
            Self::Memory => "memory runs out",
            Self::Stuck => "a process is stuck",
            Self::Database => "the database is suspected",
            Self::ExternalDependency => "a dependency is suspected",
            Self::DnsOrCertificate => "DNS or a certificate is suspected",
            Self::Region => "a region or provider is down",
            Self::Cache => "cached data is suspected",
            Self::DataCorruption => "data is wrong",
            Self::CodeFault => "the fault is in the code",
        }
    }
}

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
        let proposal = |action: &super::MitigationAction| {
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
