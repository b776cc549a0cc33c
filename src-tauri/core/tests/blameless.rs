//! What a review names or blames.

use sitrep_core::documents::blameless::{marks_in, marks_in_review};
use sitrep_core::guard::Guard;
use sitrep_core::team::Services;

fn found(guard: &Guard, text: &str) -> Vec<String> {
    marks_in("Root cause", text, guard, &["@ana".to_owned(), "@raj".to_owned()]).into_iter().map(|mark| mark.found).collect()
}

#[test]
fn names_and_blame_are_marked_whoever_reads_it() {
    let guard = Guard::built_in().expect("the built-in rules read");
    for text in [
        "ana deployed without a backfill",
        "Raj's migration dropped the column",
        "@bob pushed an untested config",
        "Bob pushed an untested config",
        "Human error during the rollout",
        "An engineer forgot to run the migration",
        "The on-call engineer failed to notice the alert",
        "The new developer broke prod",
        "It was a careless change",
        "The intern should have checked the flag",
        "Somebody screwed up the certificate",
        "The DBA is to blame",
        "Maria forgot the feature flag",
    ] {
        assert!(!found(&guard, text).is_empty(), "nothing is marked in: {text}");
    }
}

#[test]
fn what_allowed_it_is_left_alone() {
    let guard = Guard::built_in().expect("the built-in rules read");
    for text in [
        "A migration added a column without a backfill",
        "The connection pool was too small for the new traffic",
        "The on-call engineer rolled back to v312",
        "The technical lead confirmed it with the slow query log",
        "Rolled back the deploy; error rate is at baseline",
        "Jenkins pushed the image twice",
        "No checklist step asked for a backfill",
        "Redis ran out of memory",
        "Certificate expired because renewal was manual",
        "",
    ] {
        assert_eq!(found(&guard, text), [""; 0], "{text}");
    }
}

#[test]
fn a_review_is_read_where_it_tells_of_causes() {
    let review = "# Post-Incident Review: Payments\n\n**Author**: @ana\n\n## Timeline (UTC)\n| 14:00 | Rolled back (@ana) |\n\n\
                  ## Root Cause\n\nana forgot to run the migration\n\n## Action Items\n| Add a check | @raj |\n";
    let guard = Guard::built_in().expect("the built-in rules read");

    let marks = marks_in_review(review, &guard, &["@ana".to_owned(), "@raj".to_owned()]);

    assert!(marks.iter().all(|mark| mark.place == "Root Cause"), "{marks:?}");
    assert!(marks.iter().any(|mark| mark.found.contains("ana")), "{marks:?}");
}

#[test]
fn a_team_changes_these_rules_as_all_others() {
    let own = "[[rule]]\nid = \"named-actor\"\noff = true\n[[rule]]\nid = \"cowboy\"\ntitle = \"Blame\"\nwhy = \"Say what allowed it.\"\n\
               group = \"blame\"\naudience = \"review\"\npattern = '(?i)cowboy'\n";
    let guard = Guard::with(own, &Services::default()).expect("it reads");
    assert_eq!(marks_in("x", "Bob pushed a config", &guard, &[]), []);
    assert_eq!(marks_in("x", "cowboy deploy", &guard, &[]).len(), 1);
}
