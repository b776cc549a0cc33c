//! What a reader found in a message.

use crate::draft::Draft;
use crate::error::AlertError;

/// What a reader found.
#[derive(Default)]
pub(crate) struct Found {
    pub(crate) drafts: Vec<Draft>,
    pub(crate) cut_off: u32,
    /// Why something gives no alert, the most telling first.
    pub(crate) refusals: Vec<AlertError>,
}

impl Found {
    pub(crate) fn one(draft: Draft) -> Self {
        Self { drafts: vec![draft], ..Self::default() }
    }

    pub(crate) fn refused(error: AlertError) -> Self {
        Self { refusals: vec![error], ..Self::default() }
    }

    pub(crate) fn join(&mut self, other: Self) {
        self.drafts.extend(other.drafts);
        self.cut_off = self.cut_off.saturating_add(other.cut_off);
        self.refusals.extend(other.refusals);
    }
}
