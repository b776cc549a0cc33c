//! How a person binds `sitrep quick` to a key in the settings of their desktop, where no program can take keys itself.

use std::env;
use std::path::{Path, PathBuf};

use serde::Serialize;
use ts_rs::TS;

use super::chord::Chord;

/// The command line's file name.
const PROGRAM: &str = if cfg!(windows) { "sitrep.exe" } else { "sitrep" };

/// What to do, step by step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ShortcutSteps {
    /// The desktop they are for: `GNOME`.
    pub desktop: String,
    /// What the key is to run: `sitrep quick`.
    pub command: String,
    /// The steps, in order.
    pub steps: Vec<String>,
}

/// The words of `XDG_CURRENT_DESKTOP` (one of them is enough), the desktop's name, and its steps, in which `{command}` and
/// `{chord}` stand for what is bound, `{sway}` and `{hyprland}` for the chord as those two write it.
const DESKTOPS: [(&str, &str, &[&str]); 8] = [
    (
        "GNOME",
        "GNOME",
        &[
            "Open Settings, then Keyboard, then View and Customize Shortcuts, then Custom Shortcuts.",
            "Press + and enter the name 'Sitrep quick entry' and the command `{command}`.",
            "Press Set Shortcut, press {chord}, then Add.",
        ],
    ),
    (
        "KDE",
        "KDE Plasma",
        &[
            "Open System Settings, then Keyboard, then Shortcuts.",
            "Press Add New, then Command or Script, and enter `{command}`.",
            "Press Add custom shortcut beside it, press {chord}, then Apply.",
        ],
    ),
    ("sway", "Sway", &["Add this line to ~/.config/sway/config: `bindsym {sway} exec {command}`", "Read it again with `swaymsg reload`."]),
    (
        "Hyprland",
        "Hyprland",
        &["Add this line to ~/.config/hypr/hyprland.conf: `bind = {hyprland}, exec, {command}`", "It holds as soon as the file is saved."],
    ),
    (
        "XFCE",
        "Xfce",
        &[
            "Open Settings, then Keyboard, then Application Shortcuts.",
            "Press Add, enter the command `{command}`, then OK.",
            "Press {chord}.",
        ],
    ),
    (
        "X-Cinnamon",
        "Cinnamon",
        &[
            "Open System Settings, then Keyboard, then Shortcuts, then Custom Shortcuts.",
            "Press Add custom shortcut, enter the name 'Sitrep quick entry' and the command `{command}`, then Add.",
            "Press an unassigned line under Keyboard bindings, then press {chord}.",
        ],
    ),
    (
        "MATE",
        "MATE",
        &[
            "Open the Control Centre, then Keyboard Shortcuts.",
            "Press Add, enter the name 'Sitrep quick entry' and the command `{command}`, then Apply.",
            "Press Disabled beside the new line, then press {chord}.",
        ],
    ),
    // Any other desktop, whatever its name.
    (
        "",
        "this desktop",
        &[
            "Open the keyboard shortcuts in the settings of your desktop.",
            "Add a shortcut of your own that runs `{command}`.",
            "Give it {chord}, or any other key that is free.",
        ],
    ),
];

impl ShortcutSteps {
    /// The steps on this desktop for a chord.
    #[must_use]
    pub fn here(chord: &str) -> Self {
        Self::on(&env::var("XDG_CURRENT_DESKTOP").unwrap_or_default(), &command(), chord)
    }

    /// The steps on a desktop that calls itself so, such as `ubuntu:GNOME`.
    #[must_use]
    pub fn on(current: &str, command: &str, chord: &str) -> Self {
        let is_it = |word: &str| word.is_empty() || current.split(':').any(|part| part.eq_ignore_ascii_case(word));
        let (_, desktop, steps) = DESKTOPS.into_iter().find(|(word, ..)| is_it(word)).unwrap_or(DESKTOPS[DESKTOPS.len() - 1]);
        let written = Chord::read(chord);
        let fill = |step: &&str| {
            step.replace("{command}", command)
                .replace("{chord}", chord)
                .replace("{sway}", &written.as_ref().map_or_else(|| chord.to_owned(), Chord::for_sway))
                .replace("{hyprland}", &written.as_ref().map_or_else(|| chord.to_owned(), Chord::for_hyprland))
        };
        Self { desktop: desktop.to_owned(), command: command.to_owned(), steps: steps.iter().map(fill).collect() }
    }
}

/// `sitrep quick`, with the whole path of the program that lies beside this one unless the desktop finds that by its name.
fn command() -> String {
    let beside = env::current_exe().ok().map(|running| running.with_file_name(PROGRAM));
    let folders: Vec<PathBuf> = env::var_os("PATH").map(|path| env::split_paths(&path).collect()).unwrap_or_default();
    command_for(beside.as_deref().filter(|program| program.exists()), &folders)
}

fn command_for(beside: Option<&Path>, folders: &[PathBuf]) -> String {
    let found = folders.iter().map(|folder| folder.join(PROGRAM)).find(|program| program.exists());
    match beside {
        Some(beside) if found.as_deref() != Some(beside) => {
            let path = beside.display().to_string();
            if path.contains(' ') { format!("\"{path}\" quick") } else { format!("{path} quick") }
        }
        _ => "sitrep quick".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_desktop_has_steps_that_name_the_command_and_the_key() {
        for current in ["GNOME", "ubuntu:GNOME", "KDE", "sway", "Hyprland", "XFCE", "X-Cinnamon", "MATE", "niri", ""] {
            let found = ShortcutSteps::on(current, "/opt/sitrep quick", "Ctrl+Alt+L");
            let text = found.steps.join("\n");
            assert!(text.contains("/opt/sitrep quick") && !text.contains(['{', '}']), "{current}: {text}");
            assert!(text.to_lowercase().contains("ctrl") && found.steps.len() >= 2, "{current}: {text}");
        }
        let named = |current: &str| ShortcutSteps::on(current, "sitrep quick", "Ctrl+Alt+L").desktop;
        assert_eq!([named("ubuntu:GNOME"), named("kde"), named("niri")], ["GNOME", "KDE Plasma", "this desktop"]);
    }

    #[test]
    fn files_of_a_desktop_get_the_chord_in_their_own_words() {
        let line = |current: &str| ShortcutSteps::on(current, "sitrep quick", "Ctrl+Alt+Space").steps[0].clone();
        assert!(line("sway").contains("bindsym Ctrl+Mod1+space exec sitrep quick"), "{}", line("sway"));
        assert!(line("Hyprland").contains("bind = CTRL ALT, space, exec, sitrep quick"), "{}", line("Hyprland"));
    }

    #[test]
    fn the_whole_path_is_given_only_where_the_name_would_find_nothing_or_another() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let (one, other) = (folder.path().join("one"), folder.path().join("a b"));
        for part in [&one, &other] {
            std::fs::create_dir(part)?;
            std::fs::write(part.join(PROGRAM), "")?;
        }
        let in_one = one.join(PROGRAM);
        assert_eq!(command_for(Some(&in_one), std::slice::from_ref(&one)), "sitrep quick");
        assert_eq!(command_for(Some(&in_one), &[]), format!("{} quick", in_one.display()));
        assert_eq!(command_for(Some(&other.join(PROGRAM)), &[one]), format!("\"{}\" quick", other.join(PROGRAM).display()));
        assert_eq!(command_for(None, &[]), "sitrep quick");
        Ok(())
    }
}
