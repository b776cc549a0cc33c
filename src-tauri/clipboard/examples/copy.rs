//! Copies what it reads from standard input, as JSON: `{"text": "…", "html": "…"}`.

use std::error::Error;
use std::process::ExitCode;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    if let Some(code) = sitrep_clipboard::hold_if_asked() {
        return Ok(code);
    }
    sitrep_clipboard::copy(&serde_json::from_reader(std::io::stdin().lock())?)?;
    Ok(ExitCode::SUCCESS)
}
