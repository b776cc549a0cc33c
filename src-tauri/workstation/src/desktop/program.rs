//! The app's program, and whose name on the desktop a process may hold.

use std::path::Path;

/// The app's program.
pub const APP: &str = if cfg!(windows) { "sitrep-desktop.exe" } else { "sitrep-desktop" };

/// The name that the running app holds on the session bus, so that a second start finds it.
pub const NAME_ON_BUS: &str = "app.sitrep.Sitrep.SingleInstance";

/// The name of the program that a process runs, if it is not the app; none where that cannot be seen.
#[must_use]
pub fn foreign_program(process: u32) -> Option<String> {
    program_of(process).filter(|program| program != APP)
}

/// The name of the program that a process runs; none where that cannot be seen. One that was replaced on disk meanwhile is the same.
fn program_of(process: u32) -> Option<String> {
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
