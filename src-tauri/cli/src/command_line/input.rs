//! Files and standard input.

use std::io::{self, Read};
use std::path::Path;

use sitrep_foreign::Unread;

use crate::output::Refusal;

/// What is in a file, or on standard input for '-', if that is no more than `at_most` bytes.
pub fn read_file(file: &Path, at_most: u64) -> Result<Vec<u8>, Refusal> {
    if file != Path::new("-") {
        return sitrep_foreign::read(file, at_most).map_err(|why| Refusal::File { file: file.to_owned(), why });
    }
    let mut bytes = Vec::new();
    io::stdin().take(at_most + 1).read_to_end(&mut bytes).map_err(Refusal::Input)?;
    let holds = bytes.len() as u64;
    if holds > at_most { Err(Refusal::File { file: "standard input".into(), why: Unread::TooLong { holds, at_most } }) } else { Ok(bytes) }
}

/// Standard input as text, without the line's end.
pub fn read_standard_input(at_most: u64) -> Result<String, Refusal> {
    Ok(String::from_utf8_lossy(&read_file(Path::new("-"), at_most)?).trim_end().to_owned())
}

/// Words as they were given; of '-' alone, what is on standard input.
pub fn text_or_input(words: &[String], at_most: u64) -> Result<String, Refusal> {
    if words == ["-"] { read_standard_input(at_most) } else { Ok(words.join(" ")) }
}

/// The text of an alert: what is longer than any sender's is refused.
pub fn read_alert_text(file: &Path) -> Result<String, Refusal> {
    const AT_MOST: u64 = 8 * 1024 * 1024;
    Ok(String::from_utf8_lossy(&read_file(file, AT_MOST)?).into_owned())
}
