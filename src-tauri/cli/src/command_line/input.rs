//! Files and standard input.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use crate::output::Refusal;

/// What is in a file, or on standard input for '-'.
pub fn read_file(file: &Path) -> Result<Vec<u8>, Refusal> {
    if file != Path::new("-") {
        return fs::read(file).map_err(|why| Refusal::File { file: file.to_owned(), why });
    }
    let mut bytes = Vec::new();
    io::stdin().read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Standard input as text, without the line's end.
pub fn read_standard_input() -> Result<String, Refusal> {
    Ok(String::from_utf8_lossy(&read_file(Path::new("-"))?).trim_end().to_owned())
}
