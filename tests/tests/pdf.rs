//! A review as PDF: into a file, into a pipe, never onto a terminal; and without its program everything else goes on.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use sitrep_tests::desktop::Desktop;
use sitrep_tests::pty::{Ended, OnTerminal};
use sitrep_tests::{Failure, Outcome, binaries};

/// What a reader of PDF reads in a file.
fn read_in(file: &Path) -> Outcome<String> {
    let output = Command::new("pdftotext").args(["-q".as_ref(), file.as_os_str(), "-".as_ref()]).output()?;
    if output.status.success() { Ok(String::from_utf8_lossy(&output.stdout).into_owned()) } else { Err(Failure::new("that is no PDF")) }
}

#[test]
fn a_review_goes_into_a_file_or_a_pipe_as_the_same_pdf() -> Outcome {
    let desktop = Desktop::start()?;
    desktop.declare("P1 Payments failing at checkout")?;
    let (file, piped) = (desktop.data().join("review.pdf"), desktop.data().join("piped.pdf"));

    let saved = desktop.sitrep(&["export", "--format", "pdf", "--out", &file.display().to_string()])?.done()?;
    let sent = desktop.sitrep(&["export", "--format", "pdf"])?.into_command().stderr(Stdio::inherit()).output()?;

    assert_eq!(saved.out.trim_end(), file.display().to_string());
    assert!(sent.status.success() && sent.stdout.starts_with(b"%PDF-"));
    fs::write(&piped, &sent.stdout)?;
    let read = read_in(&file)?;
    assert!(read.contains("Payments failing at checkout") && read.replace(' ', "").contains("1/2"), "{read}");
    assert_eq!(words(&read_in(&piped)?), words(&read));
    Ok(())
}

/// Without what the clock changes between two exports.
fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().filter(|word| !word.contains(|letter: char| letter.is_ascii_digit())).collect()
}

#[test]
fn a_pdf_is_not_printed_onto_a_terminal_nor_into_json() -> Outcome {
    let desktop = Desktop::start()?;
    desktop.declare("P1 Payments failing")?;

    let mut terminal = OnTerminal::start(desktop.sitrep(&["export", "--format", "pdf"])?.into_command())?;
    let json = desktop.sitrep(&["export", "--format", "pdf", "--json"])?.answer()?;

    terminal.wait_for("--out FILE")?;
    assert_eq!(terminal.ended()?, Ended::Code(1));
    assert!(!terminal.printed().contains("%PDF"), "{}", terminal.printed());
    assert_eq!(json.code, 1);
    assert!(json.out.contains("\"code\":\"no_text\""), "{}", json.out);
    Ok(())
}

#[test]
fn without_its_program_there_is_no_pdf_and_everything_else() -> Outcome {
    let desktop = Desktop::start()?;
    desktop.declare("P1 Payments failing")?;
    let alone = tempfile::tempdir()?;
    let program = alone.path().join("sitrep");
    fs::copy(binaries::command_line()?, &program)?;
    let file = alone.path().join("review.pdf");
    let run = |format: &str| desktop.command(program.clone()).args(["export", "--format", format, "--out"]).arg(&file).output();

    let refused = run("pdf")?;

    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(said.contains("No PDF was written") && said.contains("sitrep-pdf") && said.contains("--format html"), "{said}");
    assert!(!refused.status.success() && !file.exists());
    assert!(run("html")?.status.success() && file.exists());
    Ok(())
}
