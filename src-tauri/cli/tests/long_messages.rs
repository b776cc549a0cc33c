//! A message that is longer than its form takes is said to be, beside the message itself, which stays whole.

use std::process::{Command, Output};

fn sitrep(folder: &tempfile::TempDir, words: &[&str]) -> std::io::Result<Output> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sitrep"));
    let folder = folder.path();
    command.env("SITREP_DATA_DIR", folder.join("data")).env("SITREP_CONFIG_DIR", folder.join("config")).args(words).output()
}

#[test]
fn too_long_for_slack_is_told_on_standard_error() -> std::io::Result<()> {
    let folder = tempfile::tempdir()?;
    assert!(sitrep(&folder, &["declare", "P1 Payments failing"])?.status.success());
    let words = "payments ".repeat(1_000);
    let state = format!("current_state={words}");
    let update = |format| sitrep(&folder, &["update", "--kind", "status", "--anyway", "--format", format, "--set", &state]);

    let slack = update("slack")?;
    let (text, told) = (String::from_utf8_lossy(&slack.stdout), String::from_utf8_lossy(&slack.stderr));
    assert!(slack.status.success() && text.contains(words.trim()), "nothing is cut");
    assert!(told.contains("Too long for Slack: 9,") && told.contains("at most 4,000"), "{told}");
    assert!(!String::from_utf8_lossy(&update("markdown")?.stderr).contains("Too long"));
    Ok(())
}
