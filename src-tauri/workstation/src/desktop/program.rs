//! Which program a process runs.

use std::path::Path;

/// The app's program.
pub const APP: &str = if cfg!(windows) { "sitrep-desktop.exe" } else { "sitrep-desktop" };

/// The name of the program that a process runs; none where that cannot be seen. One that was replaced on disk meanwhile is the same.
#[must_use]
pub fn program_of(process: u32) -> Option<String> {
    let path = std::fs::read_link(Path::new("/proc").join(process.to_string()).join("exe")).ok()?;
    let name = path.file_name()?.to_string_lossy().into_owned();
    Some(name.strip_suffix(" (deleted)").map_or(name.clone(), str::to_owned))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_process_is_known_by_its_program() {
        let own = std::env::current_exe().ok().and_then(|path| Some(path.file_name()?.to_string_lossy().into_owned()));
        assert_eq!(program_of(std::process::id()), own);
        assert_eq!(program_of(u32::MAX), None);
    }
}
