//! Secrets, for every audience.

use std::collections::BTreeSet;

use sitrep_core::guard::Guard;
use sitrep_core::team::TeamFileError;
use sitrep_core::vocabulary::HitGroup;

use crate::corpus::{benign, negatives, positives, samples};
use crate::{CUSTOMERS, STAKEHOLDERS, check_silent, replaced};

#[test]
fn every_secret_is_found_by_the_rule_of_its_kind() -> Result<(), TeamFileError> {
    let guard = Guard::built_in()?;
    let corpus = samples();
    assert!(corpus.len() >= 300 && corpus.iter().map(|(kind, _)| kind).collect::<BTreeSet<_>>().len() >= 60);
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
                    (kind == "any" || hit.rule == *kind)
                        && hit.replace_with.as_deref().is_some_and(|words| words.eq_ignore_ascii_case("(removed)"))
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
    check_silent(&guard, &STAKEHOLDERS, &texts.iter().map(String::as_str).collect::<Vec<_>>());
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

#[test]
fn secrets_are_found_however_they_are_hidden() -> Result<(), TeamFileError> {
    let guard = Guard::built_in()?;
    let secrets = |text: &str| guard.scan(text, &STAKEHOLDERS).into_iter().filter(|hit| hit.group == HitGroup::Secret).collect::<Vec<_>>();
    let (positives, negatives) = (positives(&samples()), negatives());
    assert!(positives.len() >= 1_000 && negatives.len() >= 1_000);
    let missed: Vec<_> = positives.iter().filter(|line| !line.is_found_by(&secrets(&line.text))).collect();
    let told: Vec<_> = missed.iter().map(|line| (&line.kind, line.hidden, &line.text)).collect();
    // 98 of 100 in all; what is not glued to other letters is found altogether.
    assert!(missed.len() * 50 <= positives.len() && missed.iter().all(|line| line.hidden == "glued"), "{told:#?}");
    let wrong: Vec<_> = negatives.iter().filter(|text| !secrets(text).is_empty()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    Ok(())
}

#[test]
fn each_copy_of_a_secret_is_found() -> Result<(), TeamFileError> {
    let text = "password: c0rrect-horse\nlater somebody typed c0rrect-horse, and c0rr\u{ad}ect-horse; c0rrect-horses are none";
    let hits = Guard::built_in()?.scan(text, &STAKEHOLDERS);
    assert_eq!(replaced(text, &hits), "password: (removed)\nlater somebody typed (removed), and (removed); (removed)s are none");
    Ok(())
}
