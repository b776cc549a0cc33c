//! What to ask, to suspect and to do (seed: Investigation Methodology; Common Mitigation Actions).
//!
//! The lists are data (`catalogue.toml`, `security.toml`, `severity.toml`); a team's `catalogue.toml` lies over them, thing by thing. Always true: what is known
//! proposes mitigations, and nothing is applied by itself.

mod clue;
mod entries;
mod lists;
mod proposal;
mod security;
mod severity;
mod sign_words;

pub use clue::Clue;
pub use entries::{DashboardSign, DeployQuestion, HypothesisStarter, LogSign, MitigationAction, MitigationStep, ServiceCommand};
pub use lists::Catalogue;
pub use proposal::{KnownClues, Proposal};
pub use security::{SecurityMeaning, SecuritySign};
pub use severity::SeveritySign;
pub use sign_words::{Expression, SignWords, WordForm};
