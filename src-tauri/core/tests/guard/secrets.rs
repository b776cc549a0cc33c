//! Secrets, for every audience.

use std::collections::BTreeSet;

use sitrep_core::guard::Guard;
use sitrep_core::team::TeamFileError;
use sitrep_core::vocabulary::HitGroup;

use crate::{CUSTOMERS, STAKEHOLDERS, check_silent, replaced};

/// The corpus as kind and text, with what splits the secrets taken out.
pub fn corpus() -> Vec<(String, String)> {
    let lines = include_str!("secrets.txt").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once('\t')).map(|(kind, text)| (kind.to_owned(), text.replace("{}", ""))).collect()
}

/// What looks like a secret and is none.
pub fn benign() -> Vec<&'static str> {
    include_str!("benign.txt").lines().collect()
}

#[test]
fn every_secret_is_found_by_the_rule_of_its_kind() -> Result<(), TeamFileError> {
    let guard = Guard::built_in()?;
    let corpus = corpus();
    assert!(corpus.len() >= 60 && corpus.iter().map(|(kind, _)| kind).collect::<BTreeSet<_>>().len() >= 20);
    let mut wrong = Vec::new();
    for (kind, text) in &corpus {
        for around in
            ["@", "We saw @ in the logs.", "It says \"@\" there", "the value '@'", "first line\n@\nlast line", "(@)", "`@`", "it is @"]
        {
            let whole = around.replacen('@', text, 1);
            for scope in [STAKEHOLDERS, CUSTOMERS] {
                let hits = guard.scan(&whole, &scope);
                let secrets: Vec<_> = hits.iter().filter(|hit| hit.group == HitGroup::Secret).collect();
                let good = secrets.iter().any(|hit| {
                    hit.rule == *kind && hit.replace_with.as_deref().is_some_and(|words| words.eq_ignore_ascii_case("(removed)"))
                });
                if !good {
                    wrong.push(format!("{kind}: {whole:?}: {:?}", secrets.iter().map(|hit| (&hit.rule, &hit.found)).collect::<Vec<_>>()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

#[test]
fn what_only_looks_like_a_secret_is_let_through() -> Result<(), TeamFileError> {
    let texts = benign();
    assert!(texts.len() >= 200, "{}", texts.len());
    let guard = Guard::built_in()?;
    check_silent(&guard, &STAKEHOLDERS, &texts);
    let quoted: Vec<String> = texts.iter().map(|text| format!("It said \"{text}\" at 14:02, then again")).collect();
    check_silent(&guard, &STAKEHOLDERS, &quoted.iter().map(String::as_str).collect::<Vec<_>>());
    Ok(())
}

#[test]
fn of_an_address_only_the_password_goes() -> Result<(), TeamFileError> {
    let text = "postgres://app:s3cr3t-value@db.example.com/shop";
    let hits = Guard::built_in()?.scan(text, &STAKEHOLDERS);
    assert_eq!(replaced(text, &hits), "postgres://app:(removed)@db.example.com/shop");
    Ok(())
}

#[test]
fn a_key_block_goes_as_a_whole() -> Result<(), TeamFileError> {
    let text = "Seen: -----BEGIN RSA PRIV~ATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nMIIEowIBAAKCAQEA\nabcd\n-----END RSA PRIV~ATE KEY-----\nin the log".replace('~', "");
    let hits = Guard::built_in()?.scan(&text, &STAKEHOLDERS);
    assert_eq!(replaced(&text, &hits), "Seen: (removed)\nin the log");
    Ok(())
}
