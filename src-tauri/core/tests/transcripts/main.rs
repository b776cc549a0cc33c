//! Each kind of transcript that people paste is read right, or says what was guessed.

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

mod specimens;
