//! The redaction itself: what becomes what, and texts in which it has.

use super::choices::{ChoiceRefusal, RedactionChoices};
use super::finder::{Finder, Place, longest};
use super::found::found_in;
use super::gather::words_of;
use super::item::RedactionItem;
use super::kind::RedactionKind;
use super::people::people_of;
use super::source::RedactionSource;
use crate::event::EventBody;
use crate::guard::{Guard, fit_sentence};
use crate::text::handle;
use crate::vocabulary::HitGroup;

/// What becomes what in a copy that is handed on.
#[derive(Debug, Default)]
pub struct Redaction {
    items: Vec<RedactionItem>,
    /// Finds those that are taken.
    pub(super) finder: Finder,
}

impl Redaction {
    /// What has to go of an incident, as the guard knows it and a person chose.
    ///
    /// # Errors
    /// [`ChoiceRefusal`] for a choice that cannot be: a secret that is to stay, words that are not there.
    pub fn of(source: &RedactionSource<'_>, guard: &Guard, choices: &RedactionChoices) -> Result<Self, ChoiceRefusal> {
        let words = words_of(source);
        let everyday: Vec<&str> = guard.everyday_names().collect();
        let is_everyday = |name: &str| everyday.contains(&name.to_lowercase().as_str());
        let mut items = people_of(source, &words, &is_everyday);
        items.extend(found_in(&words, guard));
        choices.apply(&mut items)?;
        let mut redaction = Self::from_items(items);
        if let Some(handle) = redaction.handle_item(source) {
            redaction = Self::from_items(redaction.items.into_iter().chain([handle]).collect());
            choices.apply_to_handle(&mut redaction.items)?;
            redaction = Self::from_items(redaction.items);
        }
        Ok(redaction)
    }

    fn from_items(mut items: Vec<RedactionItem>) -> Self {
        items.sort_by_key(|item| item.kind);
        Self { finder: Finder::of(&items, |item| item.taken), items }
    }

    /// A handle is made of the words of a title: where these change, so does it.
    fn handle_item(&self, source: &RedactionSource<'_>) -> Option<RedactionItem> {
        let declared = source.events.iter().find_map(|event| match &event.body {
            EventBody::Declared { title, .. } => Some(title.as_str()),
            _ => None,
        });
        let title = declared.unwrap_or(&source.incident.title);
        let old = &source.incident.handle;
        let changes = self.text(title) != title || self.text(old) != *old;
        let new = format!("{}-{}", source.incident.started_at.format("%Y-%m-%d"), handle::slug(&self.text(title)));
        (changes && new != *old).then(|| RedactionItem::new(RedactionKind::Handle, old, new))
    }

    /// What becomes what, in the order of their kinds.
    #[must_use]
    pub fn items(&self) -> &[RedactionItem] {
        &self.items
    }

    /// A text with what becomes of it.
    #[must_use]
    pub fn text(&self, text: &str) -> String {
        let mut redacted = text.to_owned();
        // From the end, so that the places before stay where they are.
        for place in self.places(text).iter().rev() {
            redacted.replace_range(place.range.clone(), &self.words_at(text, place));
        }
        redacted
    }

    pub(super) fn places(&self, text: &str) -> Vec<Place> {
        self.finder.places(text)
    }

    /// The same of a text that is made of parts, in each of which words may begin and end for themselves.
    pub(super) fn places_in_parts<'a>(&self, text: &str, parts: impl Iterator<Item = &'a str>) -> Vec<Place> {
        let (mut places, mut from) = (self.places(text), 0);
        for part in parts {
            places.extend(self.places(part).into_iter().map(|place| place.shifted(from)));
            from += part.len();
        }
        longest(places)
    }

    /// What stands at a place instead: with a capital where it begins a sentence.
    pub(super) fn words_at(&self, text: &str, place: &Place) -> String {
        let item = &self.items[place.item];
        let is_all = place.range.len() == text.len();
        match item.kind {
            RedactionKind::Handle | RedactionKind::Word => item.replacement.clone(),
            _ if is_all => item.replacement.clone(),
            _ => fit_sentence(&item.replacement, text, &place.range, HitGroup::Person),
        }
    }
}
