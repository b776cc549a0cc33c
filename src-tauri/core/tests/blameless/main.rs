//! What a review names, blames, or judges by hindsight; what it is offered instead; and whom it thanks.
#![allow(clippy::expect_used, reason = "a helper of a test has to stop, too")]

mod corpus;
mod files;
mod marks;
#[path = "../support/mod.rs"]
mod support;
mod thanks;
