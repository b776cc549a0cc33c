//! Typed text in one line, as a person sees it.

pub(super) use crate::text::tidy_line as in_one_line;
