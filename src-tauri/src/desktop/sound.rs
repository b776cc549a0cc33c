//! A sound for a P0: the display's bell, and where there is one the desktop's own alarm. Off Linux it is silent so far, and
//! says so when it is tried.

use tauri::{AppHandle, Manager};

use crate::refusal::Refusal;
use crate::workspaces::Workspaces;

/// Plays it, where the person turned it on, without waiting. What cannot be played is said when it is tried in Settings.
pub fn play(app: &AppHandle) {
    let app = app.clone();
    tauri::async_runtime::spawn_blocking(move || {
        let settings = app.state::<Workspaces>().real().and_then(|workspace| Ok(workspace.workstation.settings()?));
        if settings.is_ok_and(|settings| settings.p0_sound) {
            drop(try_play(&app));
        }
    });
}

/// Plays it and says whether it was to be heard.
#[cfg(target_os = "linux")]
pub fn try_play(app: &AppHandle) -> Result<(), Refusal> {
    let rung = app.run_on_main_thread(|| {
        if let Some(display) = gtk::gdk::Display::default() {
            display.beep();
        }
    });
    drop(rung);
    linux::play().map_err(Refusal::Sound)
}

/// Says that there is none.
#[cfg(not(target_os = "linux"))]
pub fn try_play(_app: &AppHandle) -> Result<(), Refusal> {
    Err(Refusal::Sound("Sitrep has no sound of its own on this system".to_owned()))
}

#[cfg(target_os = "linux")]
mod linux {
    use std::env;
    use std::path::{Path, PathBuf};
    use std::process::{Child, Command, Stdio};
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::thread::sleep;
    use std::time::{Duration, Instant};

    /// The name that the freedesktop sound themes give an alarm.
    const ALARM: &str = "alarm-clock-elapsed";
    /// The programs that play it, the one that knows the person's own theme first.
    const PLAYERS: [&str; 3] = ["canberra-gtk-play", "pw-play", "paplay"];
    /// Longer than any alarm; a player that hangs is ended then.
    const LONGEST: Duration = Duration::from_secs(5);
    const BETWEEN_LOOKS: Duration = Duration::from_millis(50);

    /// Several incidents due at once make one sound.
    static PLAYING: AtomicBool = AtomicBool::new(false);

    /// Plays the alarm with the first player that can, one at a time.
    pub fn play() -> Result<(), String> {
        if PLAYING.swap(true, Ordering::AcqRel) {
            return Ok(());
        }
        let played = with_some_player(Instant::now() + LONGEST);
        PLAYING.store(false, Ordering::Release);
        played
    }

    fn with_some_player(until: Instant) -> Result<(), String> {
        let present: Vec<Command> = PLAYERS.into_iter().filter_map(command).collect();
        if present.is_empty() {
            return Err("only the display's bell was rung, because no program that plays sounds was found".to_owned());
        }
        for mut player in present {
            let started = player.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
            if started.is_ok_and(|child| ends_well(child, until)) {
                return Ok(());
            }
        }
        Err("only the display's bell was rung, because the programs that play sounds refused".to_owned())
    }

    fn command(player: &str) -> Option<Command> {
        let program = on_path(player)?;
        let mut command = Command::new(program);
        if player == PLAYERS[0] {
            command.args(["-i", ALARM]);
        } else {
            command.arg(sound_file()?);
        }
        Some(command)
    }

    fn on_path(name: &str) -> Option<PathBuf> {
        env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(name)).find(|program| program.is_file())
    }

    fn sound_file() -> Option<PathBuf> {
        let folders =
            env::var_os("XDG_DATA_DIRS").filter(|folders| !folders.is_empty()).unwrap_or_else(|| "/usr/local/share:/usr/share".into());
        let file = Path::new("sounds/freedesktop/stereo").join(format!("{ALARM}.oga"));
        env::split_paths(&folders).map(|folder| folder.join(&file)).find(|file| file.is_file())
    }

    /// Waits for the player, and ends one that plays on for too long: it was heard by then.
    fn ends_well(mut child: Child, until: Instant) -> bool {
        while Instant::now() < until {
            match child.try_wait() {
                Ok(Some(status)) => return status.success(),
                Ok(None) => sleep(BETWEEN_LOOKS),
                Err(_) => break,
            }
        }
        let _ = child.kill();
        let _ = child.wait();
        true
    }
}
