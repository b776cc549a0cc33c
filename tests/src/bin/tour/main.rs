//! Walks the main job in the real app on a virtual desktop, prints the update it copied, and leaves a picture of each
//! screen, dark and light.
//!
//!     tour FOLDER

mod walk;

use std::path::PathBuf;
use std::process::ExitCode;

use walk::Walk;

fn main() -> ExitCode {
    let folder = std::env::args_os().nth(1).map_or_else(|| PathBuf::from("target/tour"), PathBuf::from);
    for theme in ["dark", "light"] {
        println!("\nThe main job, {theme}");
        match Walk::begin(theme, &folder).and_then(Walk::go) {
            Ok(update) if theme == "light" => println!("\nThe update, as it was copied:\n\n{update}\n"),
            Ok(_) => {}
            Err(failure) => {
                eprintln!("The tour stopped: {failure}");
                return ExitCode::FAILURE;
            }
        }
    }
    println!("The pictures are in {}", folder.display());
    ExitCode::SUCCESS
}
