//! Everybody whom an incident names.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use super::finder::Finder;
use super::item::{Counts, RedactionItem, Spelling};
use super::kind::RedactionKind;
use super::names::{bare, is_same, spellings};
use super::roles::Roles;
use super::source::RedactionSource;
use crate::event::{EventBody, ReviewEdit};
use crate::text::{is_blank, names_nobody};
use crate::vocabulary::ReviewField;

/// `@ana`, in any script, where it is no part of an address.
static MENTION: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?:^|[^\p{L}\p{N}_.@/+-])(?P<found>@\p{L}[\p{L}\p{M}\p{N}_-]*(?:\.[\p{L}\p{N}_-]+)*)").ok());

/// Each person with all the names that are known of them.
pub(super) fn people_of(source: &RedactionSource<'_>, words: &BTreeSet<String>, everyday: &dyn Fn(&str) -> bool) -> Vec<RedactionItem> {
    let mut people: Vec<Vec<String>> = Vec::new();
    let held = source.incident.role_history.iter().rev().map(|held| held.person.clone());
    let named = source.events.iter().flat_map(|event| [vec![event.author.clone()], named_by(&event.body)].concat());
    let first = source.events.iter().filter_map(|event| Some(event.body.origin()?.author.clone()));
    let mentioned = words.iter().flat_map(|text| mentioned_in(text));
    for name in held.chain(source.incident.people()).chain(named).chain(first).chain(mentioned) {
        note(&mut people, name.trim().to_owned());
    }
    let roles = Roles::of(source.incident);
    let replacements = roles.words_for(&people);
    let items = people.into_iter().zip(replacements).map(|(names, words)| item(names, words, everyday)).collect();
    with_surnames(items, words)
}

/// The fields that hold a name and nothing else.
fn named_by(body: &EventBody) -> Vec<String> {
    match body {
        EventBody::RoleChanged { from, to, .. } => from.iter().chain(to).cloned().collect(),
        EventBody::DebuggingExplained { person, .. } => vec![person.clone()],
        EventBody::TicketNoted { assignee: name, .. }
        | EventBody::ActionAdded { owner: name, .. }
        | EventBody::ActionAssigned { owner: name, .. }
        | EventBody::HypothesisAdded { who: name, .. }
        | EventBody::HypothesisAssigned { who: name, .. }
        | EventBody::ChangeNoted { by: name, .. } => name.iter().cloned().collect(),
        EventBody::ReviewScheduled { with, .. } => with.clone(),
        EventBody::UpdateSent(sent) => sent.head.person.iter().cloned().collect(),
        EventBody::ReviewEdited(ReviewEdit::Written { field: ReviewField::Author | ReviewField::Owner, text, .. }) => vec![text.clone()],
        // Whom the words of others name is found by the sign of a mention.
        _ => Vec::new(),
    }
}

fn mentioned_in(text: &str) -> Vec<String> {
    let found = MENTION.iter().flat_map(|mention| mention.captures_iter(text));
    found.filter_map(|captures| Some(captures.name("found")?.as_str().trim_end_matches(['.', '-', '_']).to_owned())).collect()
}

fn note(people: &mut Vec<Vec<String>>, name: String) {
    if is_blank(&name) || names_nobody(&name) || name.contains('\n') || name.split_whitespace().count() > 4 {
        return;
    }
    match people.iter_mut().find(|names| names.iter().any(|known| is_same(known, &name))) {
        Some(names) if names.iter().any(|known| known.to_lowercase() == name.to_lowercase()) => {}
        Some(names) => names.push(name),
        None => people.push(vec![name]),
    }
}

fn item(names: Vec<String>, replacement: String, everyday: &dyn Fn(&str) -> bool) -> RedactionItem {
    let is_in_words = |part: &str| replacement.split(' ').any(|word| word.eq_ignore_ascii_case(part)) || is_word_of_roles(part);
    let bound = |spelling: Spelling| match is_in_words(&spelling.words) {
        true => Spelling { counts: Counts::Mentioned, ..spelling },
        false => spelling,
    };
    let also = names.iter().flat_map(|name| spellings(name, everyday)).map(bound).collect();
    let item = RedactionItem::new(RedactionKind::Person, "", replacement);
    RedactionItem { originals: names, also, ..item }
}

/// Words that people are replaced by, which are no name where they stand for themselves.
fn is_word_of_roles(part: &str) -> bool {
    ["the", "incident", "commander", "technical", "communications", "lead", "scribe", "responder"].contains(&part.to_lowercase().as_str())
}

/// A first name with a capital word behind it is a name with a family name: `Ana Ruiz`.
fn with_surnames(mut items: Vec<RedactionItem>, words: &BTreeSet<String>) -> Vec<RedactionItem> {
    let finder = Finder::of(&items, |_| true);
    let mut named: Vec<(usize, String)> = Vec::new();
    for text in words {
        for place in finder.places(text) {
            let surname = surname_behind(&text[place.range.clone()], &text[place.range.end..]);
            named.extend(surname.map(|surname| (place.item, format!("{} {surname}", bare(&text[place.range]).to_owned()))));
        }
    }
    for (at, name) in named {
        let item = &mut items[at];
        if !item.originals.iter().any(|known| known.eq_ignore_ascii_case(&name)) && !item.originals.iter().any(|known| known.contains(' '))
        {
            item.originals.push(name);
        }
    }
    items.iter_mut().for_each(|item| add_surname(item, words));
    items
}

fn surname_behind<'a>(name: &str, after: &'a str) -> Option<&'a str> {
    let word = after.strip_prefix(' ').filter(|word| word.starts_with(char::is_uppercase) && name.starts_with(char::is_uppercase))?;
    let surname = &word[..word.find(|letter: char| !letter.is_alphabetic() && letter != '-').unwrap_or(word.len())];
    (surname.chars().count() >= 3 && surname.chars().any(char::is_lowercase)).then_some(surname)
}

/// The family name alone counts with a capital, unless it stands somewhere as a word.
fn add_surname(item: &mut RedactionItem, words: &BTreeSet<String>) {
    let surnames = item.originals.iter().filter_map(|name| name.rsplit_once(' ')).map(|(_, surname)| surname.to_owned());
    for surname in surnames.collect::<Vec<_>>() {
        let small = surname.to_lowercase();
        let is_word = words.iter().any(|text| text.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == small));
        if !is_word && !item.also.iter().any(|also| also.words.to_lowercase() == small) {
            item.also.push(Spelling { words: surname, counts: Counts::WithCapital });
        }
    }
}
