//! The template editor: it renders while a template is typed, says line and reason, blocks nothing, and what is saved is used.

use fantoccini::key::Key;
use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::until;
use sitrep_tests::windows::is_main;

const STATUS: &str = "templates/status.j2";

#[test]
fn a_template_is_edited_broken_mended_saved_and_used() -> Outcome {
    let desktop = Desktop::start()?;
    desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.element("next-step")?;
    app.click("settings-button")?;
    app.click(&format!("file-{STATUS}"))?;
    app.wait_for_text("update-preview", "INCIDENT UPDATE: P1 - Payments failing")?;
    app.wait_for_text("filled-from", "P1 Payments failing")?;
    app.wait_for_text("variable-title", "Payments failing")?;

    fill(&app, &["Payments desk", "{{ title }} {{ titel }}"])?;
    app.wait_for_text("file-problem", "line 2: there is no variable 'titel'")?;
    app.wait_for_text("file-problem", "The built-in one is used")?;
    app.wait_for_text("filled-from", "As it was before the problem")?;
    app.click("save-file")?;
    app.wait_for_text("refusal", "Nothing was saved")?;
    app.click("save-anyway")?;
    app.wait_for_text("file-state", "Saved as it is.")?;
    assert!(update(&desktop)?.contains("INCIDENT UPDATE"), "the built-in one still composes");

    fill(&app, &["Payments desk", "{{ title }}"])?;
    app.wait_for_text("update-preview", "Payments desk\nPayments failing")?;
    assert!(update(&desktop)?.contains("INCIDENT UPDATE"), "nothing is used before it is saved");
    app.click("save-file")?;
    app.wait_for_text("file-state", "Saved, and in use.")?;
    assert_eq!(update(&desktop)?, "Payments desk\nPayments failing");

    app.click("set-aside")?;
    app.wait_for_text("update-preview", "INCIDENT UPDATE")?;
    assert!(update(&desktop)?.contains("INCIDENT UPDATE"));
    Ok(())
}

#[test]
fn the_editor_is_used_with_keys_alone_and_keeps_what_is_typed() -> Outcome {
    let desktop = Desktop::start()?;
    let app = App::open(&desktop)?;
    app.wait_for_focus("declare-line")?;
    desktop.focus_window("the main window", is_main)?;
    desktop.press(&["ctrl+k"])?;
    app.wait_for_focus("menu-input")?;
    desktop.type_text("team files")?;
    desktop.press(&["Return"])?;
    app.wait_for_focus("file-templates/initial.j2")?;
    desktop.press(&["Tab", "Return"])?;
    app.wait_for_focus("file-text")?;
    app.wait_for_text("filled-from", "practice incident")?;
    desktop.press(&["ctrl+a"])?;
    desktop.type_text("{{ titel }}")?;
    app.wait_for_text("file-problem", "line 1")?;
    desktop.press(&["F8"])?;
    app.until_script(
        "the line to be chosen",
        "const area = document.activeElement; return area.selectionStart === 0 && area.selectionEnd === 11",
    )?;
    desktop.type_text("Now: ")?;
    until("what was typed", || Ok(app.value("file-text")? == "Now: "))?;
    app.press_in("variable-title", Key::Enter)?;
    app.wait_for_focus("file-text")?;
    app.wait_for_text("update-preview", "Now: Payments failing at checkout")?;
    desktop.press(&["Escape"])?;
    app.wait_for_focus(&format!("file-{STATUS}"))?;
    desktop.press(&["Return"])?;
    until("what was typed", || Ok(app.value("file-text")? == "Now: {{ title }}"))?;
    app.wait_for_focus("file-text")?;
    desktop.press(&["ctrl+Return"])?;
    app.wait_for_text("file-state", "Saved, and in use.")?;
    desktop.press(&["Escape", "Escape"])?;
    app.element("declare-line").map(|_| ())
}

#[test]
fn services_are_edited_in_the_window_and_a_file_changed_elsewhere_is_not_overwritten() -> Outcome {
    let desktop = Desktop::start()?;
    let app = App::open(&desktop)?;
    app.click("settings-button")?;
    app.click("file-services.toml")?;
    app.wait_for_text("file-problem", "Nothing is wrong")?;
    fill(&app, &["[[service]]", "name = 3"])?;
    app.wait_for_text("file-problem", "line 2, service[0].name")?;
    fill(&app, &["[[service]]", "name = \"payments-api\""])?;
    app.wait_for_text("file-problem", "Nothing is wrong")?;
    let config = std::path::PathBuf::from(desktop.json(&["doctor"])?["config"].as_str().unwrap_or_default());
    std::fs::create_dir_all(&config)?;
    let file = config.join("services.toml");
    std::fs::write(&file, "# theirs\n")?;
    app.click("save-file")?;
    app.wait_for_text("refusal", "changed elsewhere since you opened it")?;
    assert_eq!(std::fs::read_to_string(&file)?, "# theirs\n");
    app.click("save-over")?;
    app.wait_for_text("file-state", "Saved, and in use.")?;
    assert_eq!(std::fs::read_to_string(&file)?, "[[service]]\nname = \"payments-api\"");
    Ok(())
}

/// Writes these lines in place of the text; Enter is a key of its own.
fn fill(app: &App, lines: &[&str]) -> Outcome {
    app.fill("file-text", &lines.join(&char::from(Key::Enter).to_string()))
}

/// The status update as the command line gives it.
fn update(desktop: &Desktop) -> Outcome<String> {
    let answer = desktop.json(&["update", "--kind", "status", "--format", "plain", "--anyway"])?;
    Ok(answer["text"].as_str().unwrap_or_default().to_owned())
}
