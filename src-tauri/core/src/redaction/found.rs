//! What the guard finds in the words of an incident, as items.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::Regex;

use super::customers::{customers_in, without_form};
use super::item::{Counts, RedactionItem, Spelling};
use super::kind::RedactionKind;
use super::readings::loose;
use crate::guard::{Guard, Hit, REMOVED, Scope};
use crate::vocabulary::HitGroup;

/// In any script, and whoever it belongs to.
static MAIL: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"[\p{L}\p{N}][\p{L}\p{N}._%+-]*@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}").ok());

/// Secrets, hosts, addresses, customers and what else should not leave, each once, numbered in the order of the alphabet.
pub(super) fn found_in(words: &BTreeSet<String>, guard: &Guard) -> Vec<RedactionItem> {
    let scope = Scope { for_customers: true, people: &[], handle: None, verified: true, next_update: None };
    let mut found: BTreeMap<(RedactionKind, String), String> = BTreeMap::new();
    let mut note = |kind, original: String| {
        if !loose(&original).is_empty() && original != REMOVED && !RedactionKind::MASKS.contains(&loose(&original).as_str()) {
            found.entry((kind, loose(&original))).or_insert(original);
        }
    };
    for text in words {
        guard.scan(text, &scope).iter().filter_map(|hit| of_hit(hit, text)).for_each(|(kind, original)| note(kind, original));
        MAIL.iter().flat_map(|mail| mail.find_iter(text)).for_each(|mail| note(RedactionKind::Mail, mail.as_str().to_owned()));
        customers_in(text).into_iter().for_each(|name| note(RedactionKind::Customer, name));
    }
    numbered(without_twice(found))
}

fn of_hit(hit: &Hit, text: &str) -> Option<(RedactionKind, String)> {
    let kind = kind_of(hit)?;
    let original = match kind {
        RedactionKind::Host => host_of(widened(hit, text)),
        RedactionKind::Address => host_of(&hit.found),
        RedactionKind::Mail => hit.found.trim_start_matches("mailto:"),
        RedactionKind::Ticket => ticket_of(&hit.found),
        RedactionKind::Channel => channel_of(&hit.found),
        _ => hit.found.trim(),
    };
    Some((kind, original.to_owned()))
}

fn kind_of(hit: &Hit) -> Option<RedactionKind> {
    match (hit.group, hit.rule.as_str()) {
        (HitGroup::Secret, _) => Some(RedactionKind::Secret),
        (HitGroup::Internal, "numeric-address" | "public-address" | "private-address" | "private-address-6" | "localhost") => {
            Some(RedactionKind::Address)
        }
        (HitGroup::Internal, "mail-address") => Some(RedactionKind::Mail),
        (HitGroup::Internal, "telephone") => Some(RedactionKind::Telephone),
        (HitGroup::Internal, "card-number") => Some(RedactionKind::Card),
        (HitGroup::Internal, "ticket" | "ticket-named") => Some(RedactionKind::Ticket),
        (HitGroup::Internal, "channel") => Some(RedactionKind::Channel),
        (HitGroup::Internal, rule) if rule.ends_with("-host") || matches!(rule, "host-name" | "pod-name" | "internal-tool") => {
            Some(RedactionKind::Host)
        }
        // A team's own rules, services and what else is internal.
        (HitGroup::Internal, _) => Some(RedactionKind::Own),
        (HitGroup::Person | HitGroup::Blame | HitGroup::Claim | HitGroup::Jargon | HitGroup::NextUpdate, _) => None,
    }
}

/// A rule reads plain letters; the name of a computer may go on with others: `db-müll-1.internal`.
fn widened<'a>(hit: &'a Hit, text: &'a str) -> &'a str {
    let Some(range) = &hit.range else { return &hit.found };
    let is_of_name = |letter: &char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.');
    let before: usize = text[..range.start].chars().rev().take_while(is_of_name).map(char::len_utf8).sum();
    let after: usize = text[range.end..].chars().take_while(is_of_name).map(char::len_utf8).sum();
    text[range.start - before..range.end + after].trim_matches(['.', '-', '_'])
}

/// `the host web-1` is web-1, and of `http://eu-1.internal:8080/x` it is the name between.
fn host_of(found: &str) -> &str {
    let last = found.split_whitespace().next_back().unwrap_or(found);
    let host = last.split_once("://").map_or(last, |(_, rest)| rest);
    let host = host.split(['/', '?', '#']).next().unwrap_or(host);
    match host.rsplit_once(':') {
        Some((name, port)) if !name.contains(':') && port.chars().all(|digit| digit.is_ascii_digit()) => name,
        _ => host.trim_matches(['[', ']']),
    }
}

fn ticket_of(found: &str) -> &str {
    let last = found.split_whitespace().next_back().unwrap_or(found);
    last.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '#')
}

fn channel_of(found: &str) -> &str {
    found.split_whitespace().find(|word| word.starts_with('#')).unwrap_or(found)
}

/// What is found as two kinds is the one that comes first.
fn without_twice(found: BTreeMap<(RedactionKind, String), String>) -> Vec<(RedactionKind, String)> {
    let mut known = BTreeSet::new();
    found.into_iter().filter(|((_, letters), _)| known.insert(letters.clone())).map(|((kind, _), original)| (kind, original)).collect()
}

fn numbered(found: Vec<(RedactionKind, String)>) -> Vec<RedactionItem> {
    // A host may be called host-1.
    let known: BTreeSet<String> = found.iter().map(|(_, original)| loose(original)).collect();
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    let mut items: Vec<RedactionItem> = Vec::new();
    for (kind, original) in found {
        match items.iter_mut().find(|item| is_short_for(item, kind, &original)) {
            Some(item) => item.originals.push(original),
            None => {
                let number = numbers.entry(kind.mask()).or_default();
                *number = (*number + 1..).find(|number| !known.contains(&format!("{} {number}", kind.mask()))).unwrap_or(*number);
                items.push(item_of(kind, original, *number));
            }
        }
    }
    items
}

fn item_of(kind: RedactionKind, original: String, number: usize) -> RedactionItem {
    let short = if kind == RedactionKind::Customer { without_form(&original).map(str::to_owned) } else { None };
    let also = short.map(|words| Spelling { words, counts: Counts::Always }).into_iter().collect();
    RedactionItem { also, ..RedactionItem::new(kind, original, format!("{} {number}", kind.mask())) }
}

/// Whether a customer's name is that of one who is known, with or without what the company is by law.
fn is_short_for(item: &RedactionItem, kind: RedactionKind, original: &str) -> bool {
    let short = |name: &str| loose(without_form(name).unwrap_or(name));
    kind == RedactionKind::Customer && item.kind == kind && short(item.original()) == short(original)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_link_the_host_is_what_is_named() {
        for (found, host) in [
            ("the host web-1", "web-1"),
            ("http://eu-1.internal:8080/x?y", "eu-1.internal"),
            ("10.4.12.8/24", "10.4.12.8"),
            ("fd00::1", "fd00::1"),
            ("[fd00::1]", "fd00::1"),
        ] {
            assert_eq!(host_of(found), host);
        }
        assert_eq!((ticket_of(" (see OPS-12)"), channel_of("the #pay-war-room channel")), ("OPS-12", "#pay-war-room"));
    }
}
