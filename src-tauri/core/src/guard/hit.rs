//! What the guard finds.

use std::ops::Range;

use crate::vocabulary::HitGroup;

/// Something to look at before the update is copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The rule's id.
    pub rule: String,
    /// What it is, such as AWS access key.
    pub title: String,
    /// Why it should not be there, in one short sentence.
    pub why: String,
    /// Where it stands, in bytes; none for something that is missing.
    pub range: Option<Range<usize>>,
    /// What stands there.
    pub found: String,
    /// What can stand there instead; none where a person has to find the words.
    pub replace_with: Option<String>,
    /// What kind of thing it is.
    pub group: HitGroup,
}
