//! What the command line does not link, where the window does not go, and who may read the data.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::{Outcome, binaries};

#[test]
fn the_command_line_links_no_window_toolkit() -> Outcome {
    let libraries = needed(&binaries::command_line()?)?;
    let plain = ["libc.so", "libm.so", "libgcc_s.so", "ld-linux", "libpthread.so", "libdl.so", "librt.so"];
    let strange: Vec<_> = libraries.iter().filter(|library| !plain.iter().any(|known| library.starts_with(known))).collect();
    assert!(strange.is_empty(), "sitrep links {strange:?}");
    assert!(needed(&binaries::desktop_app()?)?.iter().any(|library| library.contains("webkit")), "this test sees what the app links");
    Ok(())
}

fn needed(program: &Path) -> Outcome<Vec<String>> {
    let output = Command::new("readelf").arg("-d").arg(program).output()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    Ok(text
        .lines()
        .filter(|line| line.contains("(NEEDED)"))
        .filter_map(|line| Some(line.split_once('[')?.1.trim_end_matches(']').to_owned()))
        .collect())
}

#[test]
fn the_window_never_leaves_its_own_page() -> Outcome {
    let desktop = Desktop::start()?;
    let app = App::open(&desktop)?;
    app.script("setTimeout(() => { location.href = 'https://example.com/' }, 0)", vec![])?;
    app.type_into("declare-line", "still here")?;
    assert!(app.script("return location.href", vec![])?.as_str().unwrap_or_default().starts_with("tauri://"));
    Ok(())
}

#[test]
fn only_their_owner_may_read_the_data() -> Outcome {
    let desktop = Desktop::start()?;
    desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.log("something confidential")?;
    desktop.sitrep(&["practice"])?.done()?;
    app.element("practice-banner")?;
    let mut seen = 0;
    let mut folders = vec![desktop.data().to_owned()];
    while let Some(folder) = folders.pop() {
        assert_eq!(fs::metadata(&folder)?.permissions().mode() & 0o777, 0o700, "{}", folder.display());
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(metadata) = fs::metadata(&path) {
                assert_eq!(metadata.permissions().mode() & 0o777, 0o600, "{}", path.display());
                seen += 1;
            }
        }
    }
    assert!(seen >= 2, "the database and its log, at least");
    Ok(())
}
