//! The guard: what it finds, what it lets through, and what it puts in place.

mod claims;
mod corpus;
mod customers;
mod files;
mod properties;
mod secrets;

use sitrep_core::guard::{Guard, Hit, Scope};
use sitrep_core::team::TeamFileError;

/// Stakeholders read it, nothing is verified, and no next update is owed.
pub const STAKEHOLDERS: Scope<'_> = Scope { for_customers: false, people: &[], handle: None, verified: false, next_update: None };
/// The same for customers.
pub const CUSTOMERS: Scope<'_> = Scope { for_customers: true, people: &[], handle: None, verified: false, next_update: None };

/// The text after one press of the key for each hit.
pub fn replaced(text: &str, hits: &[Hit]) -> String {
    let mut text = text.to_owned();
    for hit in hits.iter().rev() {
        if let (Some(range), Some(words)) = (&hit.range, &hit.replace_with) {
            text.replace_range(range.clone(), words);
        }
    }
    text
}

/// The rules of the hits.
pub fn rules(hits: &[Hit]) -> Vec<&str> {
    hits.iter().map(|hit| hit.rule.as_str()).collect()
}

/// Checks what each text becomes, all that differ told at once.
pub fn check_table(guard: &Guard, scope: &Scope<'_>, table: &[(&str, &str)]) {
    let wrong: Vec<_> = table
        .iter()
        .filter_map(|(text, expected)| {
            let hits = guard.scan(text, scope);
            let found = replaced(text, &hits);
            (found != *expected).then(|| format!("{text:?}\n  expected {expected:?}\n  found    {found:?} {:?}", rules(&hits)))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Checks that nothing is found in any of the texts, all that are found told at once.
pub fn check_silent(guard: &Guard, scope: &Scope<'_>, texts: &[&str]) {
    let wrong: Vec<_> = texts
        .iter()
        .filter_map(|text| {
            let hits = guard.scan(text, scope);
            (!hits.is_empty()).then(|| format!("{text:?}: {:?}", hits.iter().map(|hit| (&hit.rule, &hit.found)).collect::<Vec<_>>()))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_overlaps_is_told_once_and_in_order() -> Result<(), TeamFileError> {
    let hits = Guard::built_in()?.scan("@ana broke it on postgres://app:hunter22@prod-db-1.internal/shop, see PAY-12", &CUSTOMERS);
    let ranges: Vec<_> = hits.iter().filter_map(|hit| hit.range.clone()).collect();
    assert!(ranges.windows(2).all(|pair| pair[0].end <= pair[1].start), "{hits:?}");
    assert_eq!(rules(&hits), ["person", "blame-broke", "url-password", "internal-host", "ticket-named"], "{hits:?}");
    Ok(())
}
