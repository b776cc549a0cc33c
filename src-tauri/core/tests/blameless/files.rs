//! A team's `guard.toml` over the rules for reviews.

use sitrep_core::documents::blameless::{marks_in, thanks};
use sitrep_core::guard::Guard;
use sitrep_core::team::{Services, TeamFileError};
use sitrep_core::vocabulary::Severity;

use crate::support::Story;

fn with(file: &str) -> Result<Guard, TeamFileError> {
    Guard::with(file, &Services::default())
}

fn found(guard: &Guard, text: &str) -> Vec<String> {
    marks_in("x", text, guard, &["@ana".to_owned()]).into_iter().map(|mark| mark.found).collect()
}

#[test]
fn a_team_adds_changes_and_switches_off() {
    let guard = with(
        "[[rule]]\nid = \"named-actor\"\noff = true\n[[rule]]\nid = \"review-deed\"\nquestion = \"What would you ask?\"\n\
         [[rule]]\nid = \"cowboy\"\ntitle = \"Blame\"\nwhy = \"Say what allowed it.\"\nquestion = \"What allowed it?\"\n\
         group = \"blame\"\naudience = \"review\"\npattern = '(?i)cowboy'\n",
    )
    .expect("it reads");

    assert_eq!(found(&guard, "Bob pushed a config"), [""; 0]);
    assert_eq!(found(&guard, "cowboy deploy"), ["cowboy"]);
    assert_eq!(marks_in("x", "@ana missed it", &guard, &[])[1].question, "What would you ask?");
}

#[test]
fn a_team_names_somebody_by_its_own_words() {
    let guard = with("somebody = 'the wizard'\n[[offer]]\nid = \"reviewer\"\nwords = \"whoever read it\"\n").expect("it reads");

    assert_eq!(found(&guard, "The wizard missed it"), ["missed"]);
    assert_eq!(found(&guard, "The engineer missed it"), [""; 0], "its words stand in place of the others");
    let offered = marks_in("x", "@ana reviewed it", &guard, &[]).remove(0).replacement;
    assert_eq!(offered.as_deref(), Some("Whoever read it"));
}

#[test]
fn a_team_says_what_it_thanks_for() {
    let guard =
        with("[[thanks]]\nid = \"risk\"\noff = true\n[[thanks]]\nid = \"cake\"\nfor_what = \"brought cake\"\npattern = '(?i)\\bcake\\b'\n")
            .expect("it reads");
    let story = Story::declared(Severity::P1).note(4, "there is a risk in it").note(5, "cake in the kitchen");
    let incident = story.fold().expect("it is declared");

    let thanks: Vec<String> = thanks(&incident, &story.rows(), &guard).iter().map(|thanks| thanks.for_what.clone()).collect();

    assert_eq!(thanks, ["declared it 10 min after it began", "brought cake: “cake in the kitchen”"]);
}

#[test]
fn a_bad_file_says_line_key_and_reason() {
    let new = "[[rule]]\nid = \"x\"\ntitle = \"X\"\nwhy = \"Y.\"\ngroup = \"blame\"\naudience = \"review\"\npattern = 'a'\n";
    for (text, line, key, part) in [
        (format!("{new}kind = \"news\""), Some(8), "rule.x.kind", "unknown variant"),
        (format!("{new}reads = \"all\""), Some(8), "rule.x.reads", "unknown variant"),
        ("somebody = '('".to_owned(), Some(1), "somebody", "is no pattern: unclosed group"),
        ("[[offer]]\nid = \"o\"\nwords = \"x\"\npattern = '['".to_owned(), Some(4), "offer.o.pattern", "is no pattern"),
        ("[[offer]]\nid = \"o\"".to_owned(), Some(1), "offer.o", "missing field"),
        ("[[thanks]]\nid = \"risk\"\nexcept = ['(']".to_owned(), Some(3), "thanks.risk.except[0]", "is no pattern"),
    ] {
        let said = with(&text).err();
        let found = said.as_ref().map(|error| (error.line, error.key.as_deref(), error.reason.contains(part)));
        assert_eq!(found, Some((line, Some(key), true)), "{text}: {said:?}");
    }
}

#[test]
fn no_two_rules_have_the_same_id() {
    let files = [include_str!("../../src/team/guard_rules.toml"), include_str!("../../src/team/blameless_rules.toml")];
    let ids = files.into_iter().flat_map(str::lines).filter(|line| line.starts_with("id = "));
    let mut known = std::collections::BTreeSet::new();
    let twice: Vec<&str> = ids.filter(|id| !known.insert(*id)).collect();
    assert!(twice.is_empty() && known.len() > 50, "{twice:?}");
}
