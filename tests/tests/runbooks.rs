//! A runbook is found, run step by step, left and gone on with after a restart.

use std::fs;

use fantoccini::key::Key;
use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::browser::Browser;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::until;

const ROLL_BACK: &str = "---
alerts: [PaymentErrorsHigh]
service: payments-api
version: 7
---
# Payment errors high

## Prerequisites
- Access to the cluster

## Steps

### 1. Verify the problem
```bash
kubectl -n $NAMESPACE get pods -l app={{service}}
```
**Expected**: Error rate below 0.01. If above, continue. If normal, check thresholds and close.

### 2. Roll back the last release
```bash
kubectl -n $NAMESPACE set image deployment/{{service}} api={{service}}:<release>
```
**Rollback**:
```bash
kubectl -n $NAMESPACE rollout undo deployment/{{service}}
```

### 3. Escalation
If unresolved: escalate to payments on-call.
";

fn shelved(desktop: &Desktop) -> Outcome {
    let config = desktop.folder().join("config/sitrep");
    fs::create_dir_all(config.join("runbooks"))?;
    fs::write(config.join("runbooks/errors-high.md"), ROLL_BACK)?;
    fs::write(config.join("services.toml"), "[[service]]\nname = \"payments-api\"\nvalues = { namespace = \"shop\" }\n")?;
    Ok(())
}

#[test]
fn a_run_is_done_step_by_step_with_a_restart_in_the_middle() -> Outcome {
    let desktop = Desktop::start()?;
    shelved(&desktop)?;
    let handle = desktop.declare_at("-5m", "P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.click("tab-runbook")?;
    app.wait_for_words("No runbook for this incident.")?;
    app.click("all-runbooks")?;
    app.wait_for_text("runbooks-counted", "1 in 1 folder")?;
    app.click("run-this-runbook")?;
    app.wait_for_text("run-progress", "Step 1 of 3")?;
    app.click("prerequisite-1")?;
    app.type_into("place-service", "payments-api")?;
    app.wait_for_text("run-command-1", "payments-api")?;
    app.type_into("place-namespace", "shop")?;
    app.wait_for_text("run-command-1", "kubectl -n shop get pods -l app=payments-api")?;
    app.click("copy-step-1")?;
    until("the command on the clipboard", || Ok(desktop.clipboard()? == "kubectl -n shop get pods -l app=payments-api"))?;
    app.type_into("run-note-1", "error rate 0.38")?;
    desktop.press(&["Alt+d"])?;
    app.wait_for_row("Step 1 done: Verify the problem (error rate 0.38)")?;
    app.kill(&desktop)?;

    let app = App::open(&desktop)?;
    app.wait_for_text("tab-runbook", "2 of 3")?;
    app.click("tab-runbook")?;
    app.wait_for_text("way-back-2", "kubectl -n shop rollout undo deployment/payments-api")?;
    app.wait_for_text("copy-step-2", "Fill release first")?;
    app.type_into("place-release", "v312")?;
    app.wait_for_text("run-command-2", "api=payments-api:v312")?;
    app.press_in("place-release", Key::Tab)?;
    desktop.press(&["ctrl+Return"])?;
    until("the command on the clipboard", || Ok(desktop.clipboard()?.ends_with("api=payments-api:v312")))?;
    app.wait_for_row("Step 2 begun: Roll back the last release")?;
    desktop.press(&["Alt+d"])?;
    app.wait_for_row("Step 2 done")?;
    // A key acts on the step that is shown, and on none while one is sent.
    app.wait_for_text("run-progress", "Step 3 of 3")?;
    desktop.press(&["Alt+s"])?;
    app.wait_for_row("Runbook finished: Payment errors high")?;
    desktop.timeline_has(&handle, "Step 3 skipped: Escalation").map(|told| assert!(told))
}

#[test]
fn a_runbook_that_changes_on_disk_shows_by_itself_with_its_marks() -> Outcome {
    let desktop = Desktop::start()?;
    shelved(&desktop)?;
    let app = App::open(&desktop)?;
    app.click("runbooks-button")?;
    app.wait_for_text("runbook-row", "Payment errors high")?;
    let file = desktop.folder().join("config/sitrep/runbooks/errors-high.md");
    fs::write(file, "# Payments, another way\n\n## Steps\n### 1. Look\n```bash\ncurl -s payments/health\n```\n")?;
    app.wait_for_text("runbook-row", "Payments, another way")?;
    app.wait_for_text("runbook-mark", "no-")?;
    app.type_into("runbook-search", "health")?;
    app.wait_for_text("runbook-row", "curl -s payments/health")
}

#[test]
fn a_runbook_is_read_with_its_links_and_images() -> Outcome {
    let desktop = Desktop::start()?;
    shelved(&desktop)?;
    let folder = desktop.folder().join("config/sitrep/runbooks");
    fs::write(
        folder.join("a-map.md"),
        "# A map\n\nSee [the board](https://board.example/1) and ![the graph](graph.png).\n\n## Then\nSee [the rollback](errors-high.md).\n",
    )?;
    fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/../icons/32x32.png"), folder.join("graph.png"))?;
    let browser = Browser::stand_in(&desktop)?;
    let app = App::open(&desktop)?;
    app.click("runbooks-button")?;
    app.type_into("runbook-search", "map")?;
    app.wait_for_words("runbooks/a-map.md")?;
    app.click("runbook-read")?;
    app.until_script("the image is drawn", "return document.querySelector('[data-testid=runbook-image]')?.naturalWidth === 32")?;
    app.click("runbook-link")?;
    browser.wait_for(&["https://board.example/1"])?;
    app.until_script("the second link", "return document.querySelectorAll('[data-testid=runbook-link]')[1]?.click() ?? true")?;
    app.wait_for_words("Verify the problem")
}
