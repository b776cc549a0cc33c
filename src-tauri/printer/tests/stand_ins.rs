//! A program that hangs, crashes, floods or lies leaves the printer with an answer.
#![cfg(unix)]
#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

use sitrep_core::paper::{Paper, PrintOrder, PrintRefusal};
use sitrep_printer::{PrintError, Printed, Printer};

fn order() -> PrintOrder {
    let paper =
        Paper { title: "Payments failing".into(), language: "en".to_owned(), author: None, written_at: Default::default(), blocks: vec![] };
    PrintOrder { paper, files: Default::default() }
}

/// Has the order printed by a shell script.
fn printed_by(script: &str, tell: impl FnMut(usize)) -> Result<Printed, PrintError> {
    let folder = tempfile::tempdir().expect("a folder");
    let program = folder.path().join("stand-in");
    fs::write(&program, format!("#!/bin/sh\n{script}\n")).expect("a script");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("that may be run");
    Printer { program, patience: Duration::from_secs(20) }.print(&order(), tell)
}

const WHOLE: &str = r#"cat >/dev/null; echo '{"print":"laid_out","pages":3}' >&2; printf '%%PDF-1.7 whole'; echo '{"print":"printed","accessible":true,"without_font":"\u0905"}' >&2"#;

#[test]
fn a_pdf_comes_with_its_pages_and_what_is_to_be_said_of_it() {
    let mut pages = Vec::new();

    let printed = printed_by(WHOLE, |count| pages.push(count)).expect("a PDF");

    assert_eq!(printed, Printed { pdf: b"%PDF-1.7 whole".to_vec(), accessible: true, without_font: "अ".to_owned() });
    assert_eq!(pages, [3]);
}

#[test]
fn a_refusal_is_told_as_the_program_words_it() {
    let refused = printed_by(r#"echo '{"print":"refused","reason":"not_printable","detail":"no such drawing"}' >&2; exit 1"#, |_| ());

    assert!(
        matches!(&refused, Err(PrintError::Refused { reason: PrintRefusal::NotPrintable, detail }) if detail == "no such drawing"),
        "{refused:?}"
    );
}

#[test]
fn half_a_pdf_is_none() {
    for script in
        ["printf '%%PDF-1.7 half'; echo 'panicked at the last page' >&2; exit 101", "printf '%%PDF-1.7 half'; kill -9 $$", "cat >/dev/null"]
    {
        let ended = printed_by(script, |_| ());
        assert!(matches!(ended, Err(PrintError::Ended(_))), "{script}: {ended:?}");
    }
    let liar = printed_by(r#"echo '{"print":"printed","accessible":true,"without_font":""}' >&2; echo no PDF"#, |_| ());
    assert!(matches!(liar, Err(PrintError::Ended(None))), "{liar:?}");
}

#[test]
fn one_that_never_ends_is_ended() {
    let folder = tempfile::tempdir().expect("a folder");
    let program = folder.path().join("stand-in");
    let mark = folder.path().join("process");
    fs::write(&program, format!("#!/bin/sh\necho $$ > '{}'\nexec sleep 1000\n", mark.display())).expect("a script");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("that may be run");

    let slow = Printer { program, patience: Duration::from_millis(500) }.print(&order(), |_| ());

    assert!(matches!(slow, Err(PrintError::TooSlow(_))), "{slow:?}");
    if let Ok(process) = fs::read_to_string(mark) {
        assert!(!fs::exists(format!("/proc/{}", process.trim())).unwrap_or_default(), "it still runs");
    }
}

#[test]
fn one_that_floods_is_heard_no_longer_than_it_matters() {
    let flood = printed_by("yes x | head -c 50000000 >&2; exit 1", |_| ());

    assert!(matches!(flood, Err(PrintError::Ended(_))), "{:?}", flood.map(|printed| printed.pdf.len()));
}

#[test]
fn a_program_that_is_not_there_is_named() {
    let missing = Printer { program: "/nowhere/sitrep-pdf".into(), patience: Duration::from_secs(5) }.print(&order(), |_| ());

    assert!(matches!(&missing, Err(PrintError::Missing(program)) if program.ends_with("sitrep-pdf")), "{missing:?}");
    assert!(matches!(Printer::beside_this_program(), Err(PrintError::Missing(_))), "no PDF program lies beside a test");
}
