//! What was answered, in words.

use sitrep_workstation::DesktopReport;

use super::answers::{Bus, Notifications};
use crate::doctor::check::Check;

const SESSION_BUS: &str = "session_bus";
const NOTIFICATIONS: &str = "notifications";
const TRAY: &str = "tray";
const SLEEP: &str = "sleep";
const WINDOW_REMINDS: &str = "Reminders appear in Sitrep's window instead, which is raised when one is due, and in the tray.";

impl Bus {
    /// Everything that was answered, in words.
    pub fn checks(&self, found: Option<&DesktopReport>) -> Vec<Check> {
        let mut checks = match &self.session {
            None => vec![Check::good(NOTIFICATIONS, "Sitrep's Settings send a test.")],
            Some(Err(why)) => vec![Check::bad(SESSION_BUS, format!("cannot be reached ({why})."), WINDOW_REMINDS)],
            Some(Ok(session)) => {
                vec![Check::good(SESSION_BUS, "answers."), notifications(&session.notifications), tray(session.shows_icons, found)]
            }
        };
        checks.extend(self.logind.as_ref().map(sleep));
        checks
    }
}

fn notifications(service: &Result<Notifications, String>) -> Check {
    let service = match service {
        Ok(service) => service,
        Err(why) => return Check::bad(NOTIFICATIONS, format!("no service shows them ({why})."), WINDOW_REMINDS),
    };
    let about = about(service);
    let check = match &service.sent {
        Ok(()) => Check::good(NOTIFICATIONS, format!("{about} A test was sent: do you see it?")),
        Err(why) => Check::bad(NOTIFICATIONS, format!("{about} The test was not taken ({why})."), WINDOW_REMINDS),
    };
    let no_buttons = (!has(service, "actions")).then(|| "It shows no buttons: the same acts are in the window and the tray.".to_owned());
    check.with(no_buttons)
}

/// `dunst 1.9, with actions; without sound.`
fn about(service: &Notifications) -> String {
    let abilities = ["actions", "body-markup", "persistence", "sound"].into_iter();
    let (can, cannot): (Vec<&str>, Vec<&str>) = abilities.partition(|ability| has(service, ability));
    let list = |words: Vec<&str>| if words.is_empty() { "nothing".to_owned() } else { words.join(", ") };
    format!("{} {}, with {}; without {}.", service.name, service.version, list(can), list(cannot))
}

fn has(service: &Notifications, ability: &str) -> bool {
    service.abilities.iter().any(|present| present == ability)
}

fn tray(shows_icons: bool, found: Option<&DesktopReport>) -> Check {
    match (shows_icons, found.and_then(|found| found.tray)) {
        (true, Some(false)) => Check::bad(TRAY, "the desktop shows icons, and the app found no way to make one.", "Its window says why."),
        (true, _) => Check::good(TRAY, "this desktop shows icons."),
        (false, Some(true)) => Check::good(TRAY, "the app's icon is shown, in a tray of the older kind."),
        (false, _) => Check::bad(
            TRAY,
            "nothing here shows icons.",
            "All that its menu does is in the window too, and reminders come with the window closed. \
             GNOME shows icons with the AppIndicator extension.",
        ),
    }
}

fn sleep(logind: &Result<(), String>) -> Check {
    match logind {
        Ok(()) => Check::good(SLEEP, "logind tells when the computer wakes."),
        Err(why) => Check::bad(
            SLEEP,
            format!("logind cannot be reached ({why})."),
            "What fell due during a sleep is still reminded of, some seconds later.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_service_cannot_do_is_said() {
        let service = |abilities: &[&str], sent| {
            let abilities = abilities.iter().map(|&ability| ability.to_owned()).collect();
            Ok(Notifications { name: "dunst".to_owned(), version: "1.9".to_owned(), abilities, sent })
        };
        let plain = notifications(&service(&["body"], Ok(())));
        assert!(plain.good && plain.says.contains("without actions, body-markup, persistence, sound"), "{plain:?}");
        assert!(plain.advice[0].contains("no buttons"), "{plain:?}");
        assert!(notifications(&service(&["actions"], Ok(()))).advice.is_empty());
        let refused = notifications(&service(&["actions"], Err("full".to_owned())));
        assert!(!refused.good && refused.says.contains("not taken (full)"), "{refused:?}");
        assert!(!notifications(&Err("no answer".to_owned())).good);
    }

    #[test]
    fn without_a_session_bus_one_line_says_so() {
        let bus = Bus { session: Some(Err("none".to_owned())), logind: Some(Ok(())) };
        let names: Vec<_> = bus.checks(None).iter().map(|check| (check.name, check.good)).collect();
        assert_eq!(names, [(SESSION_BUS, false), (SLEEP, true)]);
        assert_eq!((bus.app(), bus.gives_keys()), (None, false));
    }
}
