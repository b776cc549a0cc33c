//! Every page of help as one text, so that a change of any of them is seen.

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

use std::iter::once;
use std::process::Command;

/// The help of these verbs and of all that is below them.
fn pages(verbs: &[&str]) -> Vec<String> {
    let page = help(verbs);
    let below: Vec<String> = subverbs(&page).flat_map(|subverb| pages(&[verbs, &[subverb]].concat())).collect();
    let title = once("sitrep").chain(verbs.iter().copied()).collect::<Vec<_>>().join(" ");
    once(format!("===== {title} --help\n{page}")).chain(below).collect()
}

/// What `sitrep VERBS --help` prints where the environment says nothing.
fn help(verbs: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_sitrep")).env_clear().args(verbs).arg("--help").output().expect("sitrep starts");
    assert!(output.status.success() && output.stderr.is_empty(), "{verbs:?}: {output:?}");
    String::from_utf8(output.stdout).expect("help is UTF-8")
}

/// The verbs that a page lists, without clap's own.
fn subverbs(page: &str) -> impl Iterator<Item = &str> {
    let listed = page.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    listed.filter_map(|line| line.split_whitespace().next()).filter(|verb| *verb != "help")
}

#[test]
fn every_verb_says_how_it_is_used() {
    insta::assert_snapshot!(pages(&[]).join("\n"));
}
