//! Where no program may take keys itself, the desktop is asked for them, and where it gives none the person is shown how to
//! bind one by hand. The app believes it is on Wayland; its windows are real X ones.

use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::fake_portal::{FakePortal, Mood};
use sitrep_tests::wait::until;
use sitrep_tests::windows::{Screen, is_main};

/// A display that no compositor answers at, so that only what the app makes of its name is tried.
const WAYLAND: (&str, &str) = ("WAYLAND_DISPLAY", "wayland-made-up");
const ON_GNOME: (&str, &str) = ("XDG_CURRENT_DESKTOP", "GNOME");

fn open(desktop: &Desktop) -> Outcome<App> {
    App::open_with(desktop, &[WAYLAND, ON_GNOME])
}

/// Presses the one action of a notice.
fn press_in_notice(app: &App, kind: &str, label: &str) -> Outcome {
    let press = format!(
        "const button = [...document.querySelectorAll(`[data-testid='notice-{kind}'] button`)].find((found) => found.innerText.trim() === '{label}'); \
         button?.click(); return Boolean(button)"
    );
    app.until_script(label, &press).map(|_| ())
}

#[test]
fn a_desktop_that_gives_keys_is_asked_once_and_never_again() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    let portal = FakePortal::start(&desktop, Mood::Gives)?;
    let app = open(&desktop)?;
    app.wait_for_text("notice-key_offer", "only when it is asked")?;
    assert_eq!(portal.times_asked(), 0, "nothing is asked for unbidden");
    app.click("settings-button")?;
    app.click("ask-desktop")?;
    app.wait_for_text("desktop-keys", "CTRL+ALT+space")?;
    app.wait_for_text("hotkey-state", "Works.")?;
    let wanted = [("quick", "CTRL+ALT+space"), ("declare", "CTRL+ALT+i")].map(|(id, keys)| (id.to_owned(), keys.to_owned()));
    assert_eq!(portal.wait_for_request(1)?, wanted);
    until("the notice to go", || Ok(!app.shows("notice-key_offer")?))?;

    portal.press("quick")?;
    app.wait_for_quick_entry(&desktop)?;
    desktop.type_text("seen on Wayland")?;
    desktop.press(&["Return"])?;
    until("the entry", || desktop.timeline_has(&handle, "seen on Wayland"))?;

    app.kill(&desktop)?;
    let app = open(&desktop)?;
    portal.wait_for_request(2)?;
    desktop.close_main_window()?;
    portal.press("declare")?;
    Screen::of(&desktop)?.wait_until_active("the main window to be in front", is_main)?;
    app.element("declare-line").map(|_| ())
}

#[test]
fn the_notice_itself_asks_and_a_refusal_is_said() -> Outcome {
    let desktop = Desktop::start()?;
    let portal = FakePortal::start(&desktop, Mood::Refuses)?;
    let app = open(&desktop)?;
    app.wait_for_text("notice-key_offer", "only when it is asked")?;
    press_in_notice(&app, "key_offer", "Ask this desktop for the keys")?;
    app.wait_for_text("notice-key_offer", "was turned down")?;
    portal.becomes(Mood::Gives);
    press_in_notice(&app, "key_offer", "Ask this desktop for the keys")?;
    until("the notice to go", || Ok(!app.shows("notice-key_offer")?))?;
    portal.press("quick")?;
    app.wait_for_quick_entry(&desktop)
}

#[test]
fn a_portal_that_never_answers_holds_nothing_up() -> Outcome {
    let desktop = Desktop::start()?;
    let _portal = FakePortal::start(&desktop, Mood::Silent)?;
    let app = open(&desktop)?;
    app.click("settings-button")?;
    app.click("ask-desktop")?;
    app.click("theme-light")?;
    app.until_script("the page to go on meanwhile", "return document.documentElement.dataset.theme === 'light'")?;
    app.wait_for_text("refusal", "did not answer")?;
    app.wait_for_text("key-steps", "View and Customize Shortcuts")
}

#[test]
fn without_a_portal_the_steps_are_shown() -> Outcome {
    let desktop = Desktop::start()?;
    let app = open(&desktop)?;
    app.wait_for_text("notice-key_steps", "gives programs no keys")?;
    press_in_notice(&app, "key_steps", "Show the steps")?;
    app.wait_for_text("key-steps", "Set Shortcut, press Ctrl+Alt+Space")?;
    app.wait_for_text("key-steps", "sitrep quick")?;
    assert!(!app.shows("ask-desktop")?, "nobody is there to be asked");
    let portal = FakePortal::start(&desktop, Mood::Gives)?;
    app.element("ask-desktop")?;
    portal.end(&desktop)
}

#[test]
fn a_portal_that_comes_back_gives_the_keys_again() -> Outcome {
    let desktop = Desktop::start()?;
    let portal = FakePortal::start(&desktop, Mood::Gives)?;
    let app = open(&desktop)?;
    app.click("settings-button")?;
    app.click("ask-desktop")?;
    app.wait_for_text("hotkey-state", "Works.")?;
    portal.end(&desktop)?;
    app.wait_for_text("hotkey-state", "has ended")?;
    let portal = FakePortal::start(&desktop, Mood::Gives)?;
    portal.wait_for_request(1)?;
    app.wait_for_text("hotkey-state", "Works.")?;
    portal.press("quick")?;
    app.wait_for_quick_entry(&desktop)
}
