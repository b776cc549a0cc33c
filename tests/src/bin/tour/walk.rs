//! The main job, step by step.

use std::path::{Path, PathBuf};

use fantoccini::key::Key;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::earlier::earlier_incidents;
use sitrep_tests::tray::Tray;
use sitrep_tests::wait::until;
use sitrep_tests::windows::{Screen, is_main, is_terminal};
use sitrep_tests::{Failure, Outcome};

/// What the team wrote down, without the repository: that would be another on each machine.
const SERVICES: &str = r#"[[service]]
name = "payments"
owners = ["team-payments"]
contacts = [{ who = "Database on call", how = "+49 30 901820" }, { who = "Card processor", how = "https://status.example.com" }]
runbooks = ["payments.md", "https://wiki.example.com/payments"]
depends_on = ["ledger"]
rollback = "kubectl -n pay rollout undo deployment/{service}"
logs = { platform = "loki", labels = { app = "payments" } }

[[service.dashboards]]
title = "Overview"
url = "https://grafana.example.com/d/payments?from={from:ms}&to={to:ms}"
"#;

/// One walk, in one theme.
pub struct Walk {
    desktop: Desktop,
    app: App,
    _tray: Tray,
    theme: &'static str,
    folder: PathBuf,
    step: u32,
}

impl Walk {
    /// Opens the app on a fresh desktop, in the given theme.
    pub fn begin(theme: &'static str, folder: &Path) -> Outcome<Self> {
        let desktop = Desktop::start()?;
        let config = desktop.folder().join("config/sitrep");
        std::fs::create_dir_all(&config)?;
        std::fs::write(config.join("services.toml"), SERVICES)?;
        let tray = Tray::start(&desktop)?;
        let app = App::open(&desktop)?;
        app.click("settings-button")?;
        app.click(&format!("theme-{theme}"))?;
        desktop.press(&["Escape"])?;
        Ok(Self { desktop, app, _tray: tray, theme, folder: folder.to_owned(), step: 0 })
    }

    /// Walks, and gives the update that was copied.
    pub fn go(mut self) -> Outcome<String> {
        self.declare()?;
        self.assemble()?;
        self.log_over_the_terminal()?;
        self.investigate()?;
        self.be_reminded()?;
        self.mitigate()?;
        let update = self.send_the_update()?;
        self.resolve()?;
        self.redact()?;
        self.look_back()?;
        self.look_around()?;
        Ok(update)
    }

    fn declare(&mut self) -> Outcome {
        self.app.element("declare-line")?;
        self.show("all quiet")?;
        self.app.type_into("declare-line", "P1 Payments failing at checkout")?;
        self.app.click("declare-more")?;
        self.app.type_into("declare-started", "-18m")?;
        self.app.type_into("declare-impact", "one card payment in three fails at checkout")?;
        self.app.type_into("declare-services", "payments")?;
        self.app.wait_for_text("declare-preview", "18 min ago")?;
        self.show("declare in one line")?;
        self.app.click("declare")?;
        self.app.wait_for_row("Declared P1")?;
        self.show("the incident")
    }

    fn assemble(&mut self) -> Outcome {
        // What is broken, and since when, was answered with the declaration.
        for (question, answer) in [("who", "EU customers"), ("worse", "Error rate trending up")] {
            let field = format!("impact-{question}");
            self.app.type_into(&field, answer)?;
            self.app.press_in(&field, Key::Enter)?;
        }
        self.app.fill("severity-reasoning", "a core function fails for many people")?;
        self.app.click("save-severity")?;
        self.app.wait_for_row("P1 because")?;
        self.show("triage")?;
        self.app.click("tab-team")?;
        self.app.click("role-incident_commander")?;
        self.app.type_into("role-input", "@ana")?;
        self.app.press_in("role-input", Key::Enter)?;
        self.app.wait_for_row("Incident Commander @ana")?;
        self.app.wait_for_text("service-help", "Database on call")?;
        self.show("team")
    }

    fn log_over_the_terminal(&mut self) -> Outcome {
        self.desktop.open_terminal()?;
        self.desktop.type_text("kubectl rollout undo deployment/payments")?;
        self.app.open_quick_entry(&self.desktop)?;
        self.desktop.type_text("-2m Rolled payments back to the last release")?;
        until("the line", || Ok(self.app.value("quick-input")?.ends_with("last release")))?;
        self.app.wait_for_text("quick-preview", "2 min ago")?;
        self.show_all("an entry by the global key, over the terminal")?;
        self.desktop.press(&["Return"])?;
        Screen::of(&self.desktop)?.wait_until_active("the terminal", is_terminal)?;
        self.app.switch_to_main()?;
        self.desktop.focus_window("the main window", is_main)?;
        self.app.wait_for_row("Rolled payments back")?;
        self.show("the entry is in the timeline")
    }

    fn investigate(&mut self) -> Outcome {
        self.app.click("tab-investigate")?;
        self.app.click("begin-dashboards")?;
        self.app.type_into("finding-text-dashboards", "502s on card payments only, all regions")?;
        self.app.type_into("finding-since-dashboards", "-17m")?;
        self.app.press_in("finding-since-dashboards", Key::Enter)?;
        self.app.wait_for_text("finding-row", "502s on card payments")?;
        self.show("what the dashboards show")?;
        self.screenshot()?;
        self.app.click("done-dashboards")?;
        self.app.wait_for_text("state-dashboards", "done")?;
        self.app.click("begin-changes")?;
        self.app.type_into("change-summary", "Connection pool capped at 20")?;
        self.app.type_into("change-at", "-33m")?;
        self.app.press_in("change-at", Key::Enter)?;
        self.app.click("noted-blame")?;
        self.app.wait_for_text("state-hypotheses", "in progress")?;
        self.show("a change that is suspected")?;
        self.app.type_into("hypothesis-line", "The card provider is rate limiting us")?;
        self.app.type_into("hypothesis-test", "Count 429s in the provider's logs")?;
        self.app.press_in("hypothesis-test", Key::Enter)?;
        self.app.wait_for_words("rate limiting")?;
        self.app.type_into("evidence-line", "+ 20 of 20 connections used on every pod")?;
        self.app.press_in("evidence-line", Key::Enter)?;
        self.app.wait_for_text("evidence-for", "20 of 20")?;
        self.app.click("hypothesis-testing")?;
        self.app.wait_for_text("hypothesis-state", "testing")?;
        self.show("hypotheses, each with what speaks for it")?;
        self.app.click("entry-evidence")?;
        self.app.element("entry-for")?;
        self.show("an entry taken as evidence")?;
        self.app.click("entry-for")?;
        self.app.wait_for_text("evidence-entry", "Entry of")?;
        self.show("evidence that leads to its entry")?;
        self.app.click("tab-team")
    }

    /// A picture of the screen itself stands for that of a dashboard.
    fn screenshot(&mut self) -> Outcome {
        self.desktop.copy_screenshot()?;
        self.app.open_quick_entry(&self.desktop)?;
        self.desktop.press(&["ctrl+v"])?;
        self.app.element("pasted-picture")?;
        self.desktop.type_text("The error panel, all regions")?;
        until("the line", || Ok(self.app.value("quick-input")?.ends_with("all regions")))?;
        self.show_all("a screenshot pasted into quick entry")?;
        self.desktop.press(&["Return"])?;
        self.app.switch_to_main()?;
        self.app.wait_for_row("The error panel")?;
        self.desktop.focus_window("the main window", is_main)?;
        self.show("the screenshot on the timeline")?;
        self.app.click("timeline-picture")?;
        self.app.element("picture-view")?;
        self.show("the screenshot, large")?;
        self.desktop.press(&["Escape"])?;
        until("the picture to close", || Ok(!self.app.shows("picture-view")?))
    }

    fn be_reminded(&mut self) -> Outcome {
        // A P2 asks for an update every two hours: this one was declared so long ago that its warning is due.
        let search = self.desktop.declare_at("-6901", "P2 Search results are slow in one region")?;
        self.desktop.wait_for_notification("Initial alert due at ")?;
        self.show_all("reminders, with what can be done about each")?;
        self.desktop.dunstctl(&["close-all"])?;
        until("the screen to be free", || Ok(self.desktop.notifications_on_screen()? == 0))?;
        self.app.click(&format!("incident-{search}"))?;
        self.app.click("snooze-update")?;
        self.app.element("snooze-minutes")?;
        self.show("silence one for as long as a person says")?;
        self.app.click("snooze-15")?;
        self.app.wait_for_text("deadline-update", "snoozed until")?;
        self.doubt()?;
        let payments = self.desktop.json(&["show", "-i", "payments"])?["handle"].as_str().unwrap_or_default().to_owned();
        self.app.click(&format!("incident-{payments}"))
    }

    fn mitigate(&mut self) -> Outcome {
        self.app.click("checklist")?;
        self.app.element("checklist-item")?;
        self.show("the checklist, and which fact ticked a line")?;
        self.desktop.press(&["Escape"])?;
        until("the checklist to close", || Ok(!self.app.shows("checklist-item")?))?;
        self.app.click("tab-mitigate")?;
        self.app.click("mitigation-rollback")?;
        self.app.element("copy-command-2")?;
        self.show("a mitigation with its risk and its commands")?;
        self.app.click("mitigation-take")?;
        self.app.type_into("mitigation-effect-0", "error rate falls since the rollback")?;
        self.app.wait_for_text("status-offer", "started: Rollback")?;
        self.show("the mitigation under way, and what it speaks for")?;
        self.app.press_in("mitigation-effect-0", Key::Enter)?;
        self.app.wait_for_row("Mitigation done: Rollback")
    }

    fn doubt(&mut self) -> Outcome {
        self.app.type_into("impact-who", "All users")?;
        self.app.press_in("impact-who", Key::Enter)?;
        self.app.element("doubt-raise")?;
        self.show("in doubt, the higher severity is offered")
    }

    fn send_the_update(&mut self) -> Outcome<String> {
        self.app.click("tab-updates")?;
        self.app.wait_for_text("update-preview", "INCIDENT DECLARED")?;
        // Each form is known by what only it and not the one before it shows.
        for (form, place, shown, what) in [
            ("slack", "update-preview", "*Impact:* ", "the update for Slack"),
            ("teams", "update-preview", "Impact: ", "the update for Teams, which pastes formatted"),
            ("markdown", "update-preview", "**Impact:** ", "the update in Markdown"),
            ("statuspage", "update-preview", "Impact: ", "the update for a status page"),
            ("html", "update-subject", "INCIDENT DECLARED", "the update as a mail, with its subject"),
        ] {
            self.app.click(&format!("format-{form}"))?;
            self.app.wait_for_text(place, shown)?;
            self.show(what)?;
        }
        self.guarded()?;
        self.app.click("format-plain")?;
        self.app.until_script("the plain text", "return document.querySelector(\"[data-testid='update-subject']\") === null")?;
        self.show("the update, as it will paste")?;
        self.app.click("copy-update")?;
        self.app.wait_for_words("counted as sent")?;
        self.show("copied and counted as sent")?;
        self.desktop.clipboard()
    }

    fn guarded(&mut self) -> Outcome {
        self.app.click("kind-customer")?;
        self.app.fill("field-service_name", "Online shop")?;
        self.app.fill("field-customer_status", "@ana broke prod-db-1, the deploy is rolled back, see PAY-12")?;
        self.app.wait_for_text("update-found", "A person's name")?;
        self.show("what customers should not read is marked, a key mends it")?;
        for _ in 0..3 {
            self.desktop.press(&["F8"])?;
        }
        self.app.click("kind-initial")?;
        self.app.wait_for_text("update-preview", "INCIDENT DECLARED")
    }

    fn resolve(&mut self) -> Outcome {
        self.desktop.sitrep(&["status", "monitoring", "-i", "payments"])?.done()?;
        self.app.click("tab-verify")?;
        self.app.click("check-error_rate")?;
        self.app.click("check-latency")?;
        self.app.click("resolve")?;
        self.app.type_into("resolve-reason", "error rate back at its baseline for ten minutes")?;
        self.show("resolve, with a reason")?;
        self.app.press_in("resolve-reason", Key::Enter)?;
        self.app.element("review-paper")?;
        for (text, owner, due) in
            [("Alert when pool wait passes 200 ms", "@kai", "2w"), ("Write a runbook for pool exhaustion", "@mia", "30d")]
        {
            self.app.type_into("action-text", text)?;
            self.app.type_into("action-owner", owner)?;
            self.app.type_into("action-due", due)?;
            self.app.press_in("action-due", Key::Enter)?;
            self.app.wait_for_text("action-row", text)?;
        }
        self.show("the review, with its action items")
    }

    fn redact(&mut self) -> Outcome {
        self.app.click("redact-review")?;
        self.app.element("redacted-text")?;
        self.show("a redacted copy, what becomes what")
    }

    fn look_back(&mut self) -> Outcome {
        earlier_incidents(&self.desktop)?;
        self.app.click("history-button")?;
        self.app.type_into("history-search", "pool")?;
        self.app.wait_for_text("history-counted", "hits in")?;
        self.show("everything that was written, searched")?;
        self.app.click("history-tab-actions")?;
        self.app.wait_for_words("Alert on pool wait")?;
        self.show("the action items of all incidents")?;
        self.app.click("history-tab-figures")?;
        self.app.element("figures-weeks-chart")?;
        self.show("what many incidents show")?;
        let twin = self.desktop.declare("P2 Card payments time out")?;
        self.app.click(&format!("incident-{twin}"))?;
        self.desktop.sitrep(&["merge", &twin, "--into", "login-emails"])?.done()?;
        self.app.element("open-merged-into")?;
        self.show("an incident that is a part of another")
    }

    fn look_around(&mut self) -> Outcome {
        self.app.click("settings-button")?;
        self.app.element("hotkey-input")?;
        self.show("settings")?;
        self.edit_a_template()?;
        self.desktop.sitrep(&["practice"])?.done()?;
        self.app.element("practice-banner")?;
        self.app.element("next-step")?;
        self.show("practice")
    }

    fn edit_a_template(&mut self) -> Outcome {
        self.app.click("file-templates/status.j2")?;
        self.app.wait_for_text("update-preview", "INCIDENT UPDATE")?;
        self.show("a template, filled as it is written")?;
        self.app.fill("file-text", &["**Payments desk**", "{{ title }}", "{{ titel }}"].join(&char::from(Key::Enter).to_string()))?;
        self.app.wait_for_text("file-problem", "line 3")?;
        self.show("a template with a problem in a line")?;
        // What is typed stays a draft; nothing is saved.
        self.app.click("file-back")
    }

    /// Takes a picture of the main window.
    fn show(&mut self, what: &str) -> Outcome {
        // A notification lies over the window.
        self.desktop.dunstctl(&["close-all"])?;
        until("the notifications to go", || Ok(self.desktop.notifications_on_screen()? == 0))?;
        let window = Screen::of(&self.desktop)?.wait_for("the main window", is_main)?;
        let file = self.file(what)?;
        self.desktop.picture_of(window, &file)
    }

    /// Takes a picture of the whole screen.
    fn show_all(&mut self, what: &str) -> Outcome {
        let file = self.file(what)?;
        self.desktop.picture(&file)
    }

    fn file(&mut self, what: &str) -> Outcome<PathBuf> {
        self.step += 1;
        println!("  {:2}  {what}", self.step);
        let name: String = what.chars().filter(|letter| *letter != ',').map(|letter| if letter == ' ' { '-' } else { letter }).collect();
        // What was just asked of the page is drawn with its next frame, and on the screen a few later.
        let drawn = self
            .app
            .promise("new Promise((done) => { let left = 8; const next = () => left-- ? requestAnimationFrame(next) : done(); next() })")?;
        until("the page to be drawn", || Ok(drawn.get("value").is_some())).map_err(|_| Failure::new("the page was not drawn"))?;
        Ok(self.folder.join(format!("{:02}-{name}-{}.png", self.step, self.theme)))
    }
}
