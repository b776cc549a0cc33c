//! Why something was not done.

pub(crate) mod error;
pub(crate) mod team_file_refusal;
