//! Notifications, shown by dunst and pressed as a person presses them.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::Duration;

use crate::desktop::{Desktop, text};
use crate::wait::{eventually, eventually_within, until};
use crate::{Failure, Outcome};

/// A notification as it was shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notification {
    /// Its number.
    pub id: u32,
    /// LOW, NORMAL or CRITICAL.
    pub urgency: String,
    /// The first line.
    pub summary: String,
    /// The text below.
    pub body: String,
}

/// Starts dunst so that every notification stays until it is answered, is written down when it is shown, and offers its
/// actions through a menu that a journey can choose from.
pub(crate) fn start(desktop: &mut Desktop) -> Outcome {
    let folder = desktop.folder().to_owned();
    script(
        &folder.join("shown.sh"),
        "#!/bin/sh\nprintf '%s\\037%s\\037%s\\037%s\\036' \"$DUNST_ID\" \"$DUNST_URGENCY\" \"$DUNST_SUMMARY\" \"$DUNST_BODY\" >>\"${0%/*}/shown\"\n",
    )?;
    // dunst offers each action as `#Label (summary) [id,app]`, and does the one that is printed back.
    script(&folder.join("menu.sh"), "#!/bin/sh\ncd \"${0%/*}\"\ncat >offered\ngrep -F -m 1 -f choice offered\nmv offered menu\n")?;
    let config = folder.join("dunstrc");
    fs::write(
        &config,
        format!(
            "[global]\nmonitor = 0\nwidth = 420\nmarkup = full\nformat = \"%s\\n%b\"\nhistory_length = 200\nnotification_limit = 20\n\
             idle_threshold = 0\nshow_indicators = no\nfont = Inter 10\ndmenu = {}\nalways_run_script = true\nstack_duplicates = false\n\
             [urgency_low]\ntimeout = 0\n[urgency_normal]\ntimeout = 0\n[urgency_critical]\ntimeout = 0\n\
             [record]\nsummary = \"*\"\nscript = {}\n",
            text(&folder.join("menu.sh")),
            text(&folder.join("shown.sh")),
        ),
    )?;
    desktop.run("dunst", &["-conf", &text(&config)])?;
    until("dunst to answer", || Ok(desktop.dunstctl(&["count", "displayed"])?.trim() == "0"))
}

fn script(path: &Path, lines: &str) -> Outcome {
    fs::write(path, lines)?;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755))?;
    Ok(())
}

impl Desktop {
    /// Every notification shown so far, the first one first.
    #[must_use]
    pub fn notifications(&self) -> Vec<Notification> {
        let shown = fs::read_to_string(self.folder().join("shown")).unwrap_or_default();
        shown.split_terminator('\u{1e}').filter_map(notification).collect()
    }

    /// Waits for a notification whose summary or body holds `words`.
    pub fn wait_for_notification(&self, words: &str) -> Outcome<Notification> {
        eventually(&format!("a notification with '{words}' among {:?}", self.notifications()), || {
            Ok(self.notifications().into_iter().rev().find(|shown| shown.summary.contains(words) || shown.body.contains(words)))
        })
    }

    /// Presses the button that reads `label` on a notification whose summary holds `summary`.
    pub fn press_notification(&self, summary: &str, label: &str) -> Outcome {
        let is_it =
            |line: &str| line.strip_prefix('#').is_some_and(|line| line.starts_with(&format!("{label} (")) && line.contains(summary));
        eventually(&format!("the button '{label}' on '{summary}'; shown were {:?}", self.notifications()), || {
            let Some(line) = self.menu("\u{1}")?.lines().find(|line| is_it(line)).map(str::to_owned) else { return Ok(None) };
            Ok(self.menu(&line)?.contains(&line).then_some(()))
        })
    }

    /// The buttons of the notifications on the screen.
    pub fn notification_buttons(&self) -> Outcome<Vec<String>> {
        let menu = self.menu("\u{1}")?;
        Ok(menu.lines().filter_map(|line| Some(line.strip_prefix('#')?.rsplit_once(" (")?.0.to_owned())).collect())
    }

    /// Opens dunst's menu, chooses the line given, and tells what the menu offered. dunst ignores the request while an
    /// earlier menu is closing, so it is asked again.
    fn menu(&self, choice: &str) -> Outcome<String> {
        let offered = self.folder().join("menu");
        fs::write(self.folder().join("choice"), choice)?;
        let _ = fs::remove_file(&offered);
        eventually("dunst's menu", || {
            self.dunstctl(&["context"])?;
            eventually_within(Duration::from_millis(300), "the menu", || Ok(fs::read_to_string(&offered).ok())).map(Some)
        })
    }

    /// Presses the notification itself.
    pub fn press_newest_notification(&self) -> Outcome {
        self.dunstctl(&["action", "0"]).map(|_| ())
    }

    /// How many notifications are on the screen now.
    pub fn notifications_on_screen(&self) -> Outcome<usize> {
        Ok(self.dunstctl(&["count", "displayed"])?.trim().parse()?)
    }

    /// Asks dunst for something.
    pub fn dunstctl(&self, arguments: &[&str]) -> Outcome<String> {
        let output = self.command("dunstctl").args(arguments).output()?;
        if output.status.success() {
            return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
        }
        Err(Failure::new(format!("dunstctl {arguments:?} failed: {}", String::from_utf8_lossy(&output.stderr))))
    }
}

fn notification(line: &str) -> Option<Notification> {
    let mut parts = line.split('\u{1f}').map(str::to_owned);
    Some(Notification { id: parts.next()?.parse().ok()?, urgency: parts.next()?, summary: parts.next()?, body: parts.next()? })
}
