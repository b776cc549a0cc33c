//! The five whys as a tree: an answer may have more than one reason (seed: Five Whys).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Review;
use crate::event::{Event, WhyPlace, WhyWords};
use crate::vocabulary::EventId;

/// A tree that is deeper is no answer to anybody.
const DEPTH_AT_MOST: usize = 24;

/// One why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Why {
    /// The event that added it.
    pub id: EventId,
    /// What it asks, without the why; none where it asks about the answer above it.
    pub question: Option<String>,
    /// The answer.
    pub answer: String,
    /// The event that wrote its words last.
    pub version: EventId,
    /// The entries and action items that it is linked to.
    pub links: BTreeSet<EventId>,
    /// Whether it is a root cause.
    pub root_cause: bool,
    /// Who wrote it last.
    pub by: String,
    under: Option<EventId>,
    after: Option<EventId>,
    removed: bool,
}

/// A why and what stands under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhyNode<'a> {
    /// The why.
    pub why: &'a Why,
    /// How deep it stands, from 1.
    pub depth: usize,
    /// The reasons for it, in their order.
    pub reasons: Vec<WhyNode<'a>>,
}

/// A why in the order in which the tree is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WhyBranch<'a> {
    /// The why.
    pub why: &'a Why,
    /// How deep it stands, from 1.
    pub depth: usize,
    /// Under which it stands.
    pub under: Option<EventId>,
    /// Whether another reason of the same answer follows it.
    pub has_next: bool,
}

impl Why {
    pub(super) fn added(event: &Event, words: &WhyWords, place: WhyPlace) -> Self {
        let WhyWords { question, answer } = words.clone();
        let (under, after) = (place.under, place.after);
        let (version, by) = (event.id, event.author.clone());
        Self { id: event.id, question, answer, version, links: BTreeSet::new(), root_cause: false, by, under, after, removed: false }
    }

    pub(super) fn write(&mut self, event: &Event, words: &WhyWords) {
        self.question.clone_from(&words.question);
        self.answer.clone_from(&words.answer);
        self.version = event.id;
        self.by.clone_from(&event.author);
    }

    pub(super) fn link(&mut self, to: EventId, linked: bool) {
        if linked {
            self.links.insert(to);
        } else {
            self.links.remove(&to);
        }
    }

    pub(super) fn set_removed(&mut self, removed: bool) {
        self.removed = removed;
    }
}

impl Review {
    /// The whys as a tree; what stands under one that was taken out is out with it.
    #[must_use]
    pub fn whys(&self) -> Vec<WhyNode<'_>> {
        self.reasons_of(None, 1)
    }

    /// The whys in the order in which the tree is read.
    #[must_use]
    pub fn whys_in_order(&self) -> Vec<WhyBranch<'_>> {
        let mut all = Vec::new();
        flatten(&self.whys(), None, &mut all);
        all
    }

    /// A why that stands.
    #[must_use]
    pub fn why(&self, id: EventId) -> Option<&Why> {
        self.whys_in_order().into_iter().map(|branch| branch.why).find(|why| why.id == id)
    }

    /// A why of this id, also one that was taken out.
    #[must_use]
    pub fn removed_why(&self, id: EventId) -> Option<&Why> {
        self.whys.iter().find(|why| why.id == id && why.removed)
    }

    /// The whys that are linked to an entry or an action item.
    pub fn whys_linked_to(&self, to: EventId) -> impl Iterator<Item = WhyBranch<'_>> {
        self.whys_in_order().into_iter().filter(move |branch| branch.why.links.contains(&to))
    }

    fn reasons_of(&self, under: Option<EventId>, depth: usize) -> Vec<WhyNode<'_>> {
        if depth > DEPTH_AT_MOST {
            return Vec::new();
        }
        let standing = self.siblings(under).into_iter().filter(|why| !why.removed);
        standing.map(|why| WhyNode { why, depth, reasons: self.reasons_of(Some(why.id), depth + 1) }).collect()
    }

    /// Those that stand under one, in their order: each right behind the one that it was put behind, if that stands there.
    fn siblings(&self, under: Option<EventId>) -> Vec<&Why> {
        let mut ordered: Vec<&Why> = Vec::new();
        for why in self.whys.iter().filter(|why| why.under == under) {
            let behind = |after| ordered.iter().position(|other| Some(other.id) == after).map(|place| place + 1);
            let place = if why.after.is_none() { 0 } else { behind(why.after).unwrap_or(ordered.len()) };
            ordered.insert(place, why);
        }
        ordered
    }

    /// Puts a why elsewhere. Where two people moved two under each other, who recorded it later moves nothing.
    pub(super) fn move_why(&mut self, id: EventId, place: WhyPlace) {
        if place.after == Some(id) || self.stands_under(place.under, id) {
            return;
        }
        if let Some(why) = self.whys.iter_mut().find(|why| why.id == id) {
            (why.under, why.after) = (place.under, place.after);
        }
    }

    /// Where a new why stands: at the top, where it would stand under itself, as one that was added under it before it was there.
    pub(super) fn place_of_new(&self, id: EventId, place: WhyPlace) -> WhyPlace {
        if self.stands_under(place.under, id) { WhyPlace { under: None, after: None } } else { place }
    }

    /// Whether a place is that of a why itself, or below it.
    fn stands_under(&self, mut place: Option<EventId>, id: EventId) -> bool {
        while let Some(at) = place {
            if at == id {
                return true;
            }
            place = self.whys.iter().find(|why| why.id == at).and_then(|why| why.under);
        }
        false
    }
}

fn flatten<'a>(nodes: &[WhyNode<'a>], under: Option<EventId>, all: &mut Vec<WhyBranch<'a>>) {
    for (at, node) in nodes.iter().enumerate() {
        all.push(WhyBranch { why: node.why, depth: node.depth, under, has_next: at + 1 < nodes.len() });
        flatten(&node.reasons, Some(node.why.id), all);
    }
}
