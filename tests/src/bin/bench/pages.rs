//! The processes in which an app's pages run.

use std::fs;
use std::path::{Path, PathBuf};

use sitrep_tests::Outcome;
use sitrep_tests::desktop::Desktop;

/// What the kernel tells of each page process of a desktop: its folder in /proc.
pub fn processes(desktop: &Desktop) -> Outcome<Vec<PathBuf>> {
    let folders = fs::read_dir("/proc")?.filter_map(|entry| Some(entry.ok()?.path()));
    let is_page = |folder: &PathBuf| fs::read_to_string(folder.join("comm")).is_ok_and(|name| name.starts_with("WebKitWebProces"));
    Ok(folders.filter(is_page).filter(|folder| is_on(desktop, folder)).collect())
}

fn is_on(desktop: &Desktop, process: &Path) -> bool {
    let display = format!("DISPLAY={}", desktop.display());
    fs::read(process.join("environ")).is_ok_and(|environment| environment.split(|byte| *byte == 0).any(|word| word == display.as_bytes()))
}
