//! Written postmortems are read with all their times, and no line of them is lost in silence.

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

use std::collections::BTreeSet;
use std::fmt::Write;

use proptest::prelude::*;
use sitrep_core::text::Zone;
use sitrep_core::text::postmortem::{Placed, Postmortem, read, read_day};
use sitrep_core::text::{as_seen, is_blank};
use sitrep_core::vocabulary::ReviewField;

const SEED: &str = include_str!("specimens/seed.md");
const LOCAL: &str = include_str!("specimens/local.md");
const BARE: &str = include_str!("specimens/bare.md");

fn told(read: &Postmortem) -> String {
    let mut out = String::new();
    let Postmortem { title, severity, day, length, complete, completed, .. } = read;
    writeln!(out, "{title:?} {severity:?} {day:?} lasted {length:?} complete {complete} {completed:?}").expect("it is written");
    for line in &read.lines {
        writeln!(out, "{} {} {}", line.at.format("%F %R"), line.author.as_deref().unwrap_or("-"), line.text).expect("it is written");
    }
    for (field, text) in &read.parts {
        writeln!(out, "[{field}] {}", text.replace('\n', "\n    ")).expect("it is written");
    }
    for why in &read.whys {
        writeln!(out, "{} why {:?} -> {}", why.depth, why.question, why.answer).expect("it is written");
    }
    for action in &read.actions {
        writeln!(out, "{action:?}").expect("it is written");
    }
    for Placed { line, became, text } in &read.placed {
        writeln!(out, "{line:>3} {:<22} {text}", became.as_deref().unwrap_or("-- nowhere --")).expect("it is written");
    }
    out
}

/// Every line that shows something is told of once.
fn all_are_told_of(text: &str, read: &Postmortem) {
    let shown: Vec<usize> = as_seen(text).lines().zip(1..).filter(|(line, _)| !is_blank(line)).map(|(_, number)| number).collect();
    let told: Vec<usize> = read.placed.iter().map(|placed| placed.line).collect();
    assert_eq!(told, shown);
}

#[test]
fn the_seeds_example_is_read_whole() {
    let postmortem = read(SEED, None, Zone::utc());
    all_are_told_of(SEED, &postmortem);
    assert!(postmortem.placed.iter().all(|placed| placed.became.is_some()), "{}", told(&postmortem));
    insta::assert_snapshot!(told(&postmortem));
}

#[test]
fn a_table_of_local_times_over_midnight_is_told_in_utc() {
    let postmortem = read(LOCAL, None, Zone::utc());
    all_are_told_of(LOCAL, &postmortem);
    let times: Vec<String> = postmortem.lines.iter().map(|line| line.at.format("%d %R").to_string()).collect();
    assert_eq!(times, ["24 22:40", "24 22:55", "24 23:20", "25 00:05", "25 01:10"], "an hour ahead in March, and the next day");
    insta::assert_snapshot!(told(&postmortem));
}

#[test]
fn one_that_says_next_to_nothing_keeps_what_it_says() {
    let postmortem = read(BARE, None, Zone::utc());
    all_are_told_of(BARE, &postmortem);
    assert_eq!((postmortem.title.as_deref(), postmortem.day, postmortem.lines.len()), (Some("DNS"), None, 0));
    assert_eq!(postmortem.parts[&ReviewField::Summary], "It broke on a Tuesday. We fixed it.");
}

#[test]
fn what_is_hostile_is_text() {
    let long = "x".repeat(1_000_000);
    let text = format!(
        "# Post\u{202e}mortem: <script>alert(1)</script>\n**Date**: 2026-11-23\n\n## Timeline\n14:05 UTC \u{202e}gnp.exe {long}\n\
         14:06 UTC <img src=x onerror=alert(1)>\n25:99 no time\n## Action Items\n|||||\n| | | | | |\n|---|\n\
         ## Five Whys\n1. **Why**? ->\n99. **Why** so deep? -> yes\n<!-- hidden -->\n"
    );
    let postmortem = read(&text, None, Zone::utc());
    all_are_told_of(&text, &postmortem);
    assert_eq!(postmortem.lines.len(), 2);
    assert!(postmortem.lines[0].text.len() >= 1_000_000 && !postmortem.lines[0].text.contains('\u{202e}'));
    assert!(postmortem.lines[1].text.starts_with("<img src=x onerror=alert(1)>"), "it is kept as it was written");
    assert!(postmortem.lines[1].text.ends_with("25:99 no time"), "what is no time belongs to the line above");
    assert_eq!(postmortem.whys.iter().map(|why| why.depth).collect::<Vec<_>>(), [1]);
    assert!(postmortem.placed.iter().all(|placed| placed.text.chars().count() <= 121));
}

#[test]
fn zones_are_read_and_others_are_none() {
    for (text, minute) in [
        ("14:05 UTC it broke", "14:05"),
        ("14:05Z it broke", "14:05"),
        ("14:05 CET it broke", "13:05"),
        ("2:05 pm EST it broke", "19:05"),
        ("14:05+02:00 it broke", "12:05"),
        ("14:05 UTC+2 it broke", "12:05"),
        ("14:05 (Europe/Berlin) it broke", "13:05"),
        ("2026-11-23T14:05:00-05:00 it broke", "19:05"),
        ("[14:05] it broke", "14:05"),
        ("- **14:05** \u{2014} it broke", "14:05"),
        ("14:05-14:10 it broke", "14:05"),
        ("14:05 API it broke", "14:05"),
    ] {
        let text = format!("## Timeline\n{text}\n");
        let postmortem = read(&text, read_day("2026-11-23"), Zone::utc());
        let line = postmortem.lines.first().unwrap_or_else(|| panic!("{text} has no line"));
        assert_eq!(line.at.format("%R").to_string(), minute, "{text}");
        assert!(line.text.ends_with("it broke"), "{text}: {}", line.text);
    }
    for (line, letters) in [("14:05 CST it broke", Some("CST")), ("## Timeline (IST)\n14:05 x", Some("IST")), ("14:05 parse the AST", None)]
    {
        let postmortem = read(&format!("## Timeline\n{line}\n"), read_day("2026-11-23"), Zone::utc());
        assert_eq!(postmortem.several_zones.as_deref(), letters, "{line}");
    }
    assert!(Zone::read("XYZ").is_none() && Zone::read("Europe/Nowhere").is_none());
}

#[test]
fn a_day_that_can_be_read_in_two_ways_is_none() {
    let day = |text: &str| read_day(text).map(|day| day.to_string());
    assert_eq!(day("23.11.2026").as_deref(), Some("2026-11-23"));
    assert_eq!(day("November 23, 2026").as_deref(), Some("2026-11-23"));
    assert_eq!(day("11/23/2026").as_deref(), Some("2026-11-23"));
    assert_eq!(day("11/12/2026"), None);
    assert_eq!(day("someday"), None);
}

#[test]
fn the_template_itself_says_nothing_yet() {
    let text = "# Post-Incident Review: [Incident Title]\n\n**Date**: [date] | **Severity**: [P0/P1/P2] | **Duration**: [time] | **Author**: [name]\n\n\
        ## Summary\n[2-3 sentences: what happened, the impact, and the resolution.]\n";
    let postmortem = read(text, None, Zone::utc());
    all_are_told_of(text, &postmortem);
    assert_eq!((postmortem.title, postmortem.severity, postmortem.day, postmortem.parts.len()), (None, None, None, 0));
}

proptest! {
    /// Whatever the text is, no line is lost and none is told of twice.
    #[test]
    fn no_line_is_lost(lines in prop::collection::vec(prop_oneof![
        "[ -~]{0,40}", "## (Timeline|Impact|Summary|Five Whys|Action Items|Lessons|Else)", "[0-9]{1,2}:[0-9]{2} [a-z |*_`]{0,12}", "\\|[ -~]{0,30}\\|",
        "```", "\\PC{0,20}",
    ], 0..30)) {
        let text = lines.join("\n");
        let postmortem = read(&text, read_day("2026-11-23"), Zone::utc());
        all_are_told_of(&text, &postmortem);
        let numbers: BTreeSet<usize> = postmortem.placed.iter().map(|placed| placed.line).collect();
        prop_assert_eq!(numbers.len(), postmortem.placed.len());
    }
}
