//! The five whys in the review.

use serde::Serialize;
use sitrep_core::documents::timeline::TimelineRow;
use sitrep_core::incident::WhyBranch;
use sitrep_core::team::ReviewReading;
use sitrep_core::vocabulary::EventId;
use ts_rs::TS;

use super::parts::Reader;
use crate::messages::BlamelessAdvice;

/// A why, in the order in which the tree is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReviewWhy {
    /// The event that added it.
    pub id: EventId,
    /// How deep it stands, from 1.
    pub depth: usize,
    /// Under which it stands.
    pub under: Option<EventId>,
    /// Whether another reason of the same answer follows it.
    pub has_next: bool,
    /// What it asks and answers, as it is typed.
    pub text: String,
    /// The version that stands.
    pub version: EventId,
    /// Whether it is a root cause.
    pub root_cause: bool,
    /// What it is linked to.
    pub links: Vec<WhyLink>,
    /// Words in it to look at.
    pub marks: Vec<BlamelessAdvice>,
}

/// What a why is linked to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WhyLink {
    /// The entry's or action item's event.
    pub id: EventId,
    /// `14:08`, or `Action item`.
    pub label: String,
    /// Its words.
    pub text: String,
}

impl Reader<'_> {
    pub(super) fn whys(&self, rows: &[TimelineRow]) -> Vec<ReviewWhy> {
        self.incident.review.whys_in_order().into_iter().map(|branch| self.why(branch, rows)).collect()
    }

    fn why(&self, WhyBranch { why, depth, under, has_next }: WhyBranch<'_>, rows: &[TimelineRow]) -> ReviewWhy {
        let text = why.question.as_ref().map_or_else(|| why.answer.clone(), |question| format!("{question}? -> {}", why.answer));
        ReviewWhy {
            id: why.id,
            depth,
            under,
            has_next,
            marks: self.marks("Five whys", &text, ReviewReading::Causes),
            text,
            version: why.version,
            root_cause: why.root_cause,
            links: why.links.iter().filter_map(|id| self.link(*id, rows)).collect(),
        }
    }

    fn link(&self, id: EventId, rows: &[TimelineRow]) -> Option<WhyLink> {
        if let Some(action) = self.incident.actions.iter().find(|action| action.id == id) {
            return Some(WhyLink { id, label: "Action item".to_owned(), text: action.text.clone() });
        }
        let row = rows.iter().find(|row| row.id == id)?;
        Some(WhyLink { id, label: row.time.clone(), text: row.text.clone() })
    }
}
