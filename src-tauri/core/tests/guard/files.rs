//! A team's `guard.toml` over the built-in rules.

use sitrep_core::guard::Guard;
use sitrep_core::team::{Services, TeamFileError};

use crate::{CUSTOMERS, STAKEHOLDERS, replaced, rules};

fn with(file: &str) -> Result<Guard, TeamFileError> {
    Guard::with(file, &Services::default())
}

#[test]
fn a_team_adds_changes_and_switches_off() -> Result<(), TeamFileError> {
    let file = "[[rule]]\nid = \"badge\"\ntitle = \"Badge\"\nwhy = \"It opens the door.\"\ngroup = \"secret\"\npattern = 'BDG(?P<found>[0-9]{6})'\n\n[[rule]]\nid = \"person\"\noff = true\n\n[[rule]]\nid = \"channel\"\nreplace_with = \"our room\"\n\n[jargon]\ncell = \"region\"\npod = \"\"\n";
    let guard = with(file)?;
    let text = "BDG123456: @ana restarts a pod of cell 4, see #ops";
    let hits = guard.scan(text, &CUSTOMERS);
    assert_eq!(rules(&hits), ["badge", "jargon", "channel"]);
    assert_eq!(replaced(text, &hits), "BDG(removed): @ana restarts a pod of region 4, see our room");
    assert_eq!(rules(&guard.scan(text, &STAKEHOLDERS)), ["badge"]);
    let built_in = Guard::built_in()?;
    assert_eq!(rules(&built_in.scan(text, &CUSTOMERS)), ["person", "jargon", "channel"]);
    Ok(())
}

#[test]
fn a_group_of_the_pattern_can_stand_in_the_replacement() -> Result<(), TeamFileError> {
    let guard = with(
        "[[rule]]\nid = \"lab\"\ntitle = \"Lab\"\nwhy = \"Nobody knows it.\"\ngroup = \"jargon\"\npattern = 'lab-(?P<number>[0-9])'\nreplace_with = 'room ${number}'\n",
    )?;
    let text = "in lab-7 and lab-8";
    assert_eq!(replaced(text, &guard.scan(text, &STAKEHOLDERS)), "in room 7 and room 8");
    Ok(())
}

#[test]
fn what_a_rule_put_in_place_is_not_found_by_it() -> Result<(), TeamFileError> {
    let guard = with(
        "[[rule]]\nid = \"brand\"\ntitle = \"Brand\"\nwhy = \"It has a name.\"\ngroup = \"jargon\"\npattern = '(?i)\\bpay\\b'\nreplace_with = \"Pay Later\"\n",
    )?;
    let after = replaced("Use pay", &guard.scan("Use pay", &STAKEHOLDERS));
    assert_eq!(after, "Use Pay Later");
    assert!(guard.scan(&after, &STAKEHOLDERS).is_empty());
    Ok(())
}

#[test]
fn a_bad_file_says_line_key_and_reason() {
    let new = "[[rule]]\nid = \"x\"\ntitle = \"X\"\nwhy = \"Y.\"\ngroup = \"secret\"\n";
    for (text, line, key, part) in [
        ("[[rule]]\nid = ".to_owned(), Some(2), None, ""),
        (format!("{new}pattern = 'a(b'"), Some(6), Some("rule.x.pattern"), "is no pattern: unclosed group"),
        (format!("{new}pattern = 'a'\nexcept = ['b', '[']"), Some(7), Some("rule.x.except[1]"), "is no pattern"),
        (format!("{new}# none\n"), Some(1), Some("rule.x.pattern"), "is missing"),
        ("[[rule]]\noff = true".to_owned(), Some(1), Some("rule[0]"), "needs an id"),
        ("[[rule]]\nid = \"ticket\"\ncolour = 1".to_owned(), Some(3), Some("rule.ticket.colour"), "unknown field"),
        ("[[rule]]\nid = \"ticket\"\ngroup = \"news\"".to_owned(), Some(3), Some("rule.ticket.group"), "unknown variant"),
        ("[[rule]]\nid = \"ticket\"\n\naudience = 3".to_owned(), Some(4), Some("rule.ticket.audience"), ""),
        ("[[rule]]\nid = \"y\"\ntitle = \"Y\"".to_owned(), Some(1), Some("rule.y"), "missing field"),
        ("[jargon]\npod = 4".to_owned(), Some(2), Some("jargon.pod"), "invalid type"),
        ("colour = 'red'".to_owned(), Some(1), Some("colour"), "unknown field"),
    ] {
        let said = with(&text).err();
        let found = said.as_ref().map(|error| (error.line, error.key.as_deref(), error.reason.contains(part)));
        assert_eq!(found, Some((line, key, true)), "{text}: {said:?}");
    }
}
