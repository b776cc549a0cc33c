//! Updates and other messages.

pub(crate) mod guard_findings;
pub(crate) mod ledger;
pub(crate) mod review;
pub(crate) mod updates;
