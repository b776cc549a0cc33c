//! The page may call the listed commands and nothing else, runs no script but its own, reaches no network, and shows what
//! people typed as text.

use std::fs;
use std::net::TcpListener;
use std::time::Duration;

use serde_json::{Value, json};
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::stays;
use sitrep_tests::{Failure, Outcome, binaries};

#[test]
fn the_page_calls_listed_commands_and_no_others() -> Outcome {
    let desktop = Desktop::start()?;
    let app = App::open(&desktop)?;
    app.element("declare-line")?;
    assert!(app.invoke("overview", json!({}))?["value"]["active"].is_array(), "a listed command is answered");
    for command in FOREIGN {
        expect_not_allowed(&app, command)?;
    }
    for command in ["hide_quick_entry", "quick_opening", "no_such_command", "set_policy"] {
        expect_not_allowed(&app, command)?;
    }
    assert_eq!(app.handles()?.len(), 2, "no window was closed or made");
    Ok(())
}

#[test]
fn quick_entry_calls_only_what_quick_entry_needs() -> Outcome {
    let desktop = Desktop::start()?;
    let app = App::open(&desktop)?;
    app.switch_to_quick()?;
    assert!(app.invoke("preview_quick_entry", json!({ "line": "hello", "aim": { "to": "declaring" } }))?["value"].is_object());
    let (main, quick) = (permitted("main")?, permitted("quick")?);
    let only_main: Vec<&String> = main.iter().filter(|command| !quick.contains(command)).collect();
    for command in ["declare", "change_settings", "resolve", "quit", "copy_update"] {
        assert!(only_main.iter().any(|other| *other == command), "{command} is for the main window");
    }
    for command in only_main {
        expect_not_allowed(&app, command)?;
    }
    for command in FOREIGN {
        expect_not_allowed(&app, command)?;
    }
    assert_eq!(app.invoke("load_draft", json!({ "key": "quick" }))?["value"], "");
    for (command, arguments) in [
        ("load_draft", json!({ "key": "declare" })),
        ("save_draft", json!({ "key": "quickly", "text": "x" })),
        ("load_draft", json!({ "key": "" })),
    ] {
        let answer = app.invoke(command, arguments)?;
        assert!(answer["refused"].as_str().is_some_and(|refused| refused.contains("anothers_draft")), "{command}: {answer}");
    }
    assert_eq!(desktop.json(&["list"])?, json!([]));
    Ok(())
}

#[test]
fn the_page_runs_no_script_but_its_own() -> Outcome {
    let desktop = Desktop::start()?;
    let app = App::open(&desktop)?;
    app.element("declare-line")?;
    for page in [App::switch_to_main, App::switch_to_quick] {
        page(&app)?;
        watch_violations(&app)?;
        for (what, attempt) in SCRIPTS {
            app.script(attempt, vec![])?;
            app.until_script(
                &format!("the policy to stop {what}"),
                "return window.stopped.splice(0).some((directive) => directive.startsWith('script-src'))",
            )?;
            assert_eq!(app.script("return window.ran ?? null", vec![])?, Value::Null, "{what} ran");
        }
        for code in ["eval('window.ran = 1')", "new Function('window.ran = 1')()"] {
            let said = app.script(&format!("try {{ {code}; return 'ran' }} catch (error) {{ return error.name }}"), vec![])?;
            assert_eq!(said, "EvalError", "{code}");
        }
    }
    Ok(())
}

#[test]
fn the_page_reaches_no_network() -> Outcome {
    let desktop = Desktop::start()?;
    let app = App::open(&desktop)?;
    app.element("declare-line")?;
    let listener = TcpListener::bind(("127.0.0.1", 0))?;
    listener.set_nonblocking(true)?;
    let outside = format!("127.0.0.1:{}", listener.local_addr()?.port());
    watch_violations(&app)?;
    for (directive, attempt) in REQUESTS {
        app.script(attempt, vec![json!(outside)])?;
        let stopped = format!("return window.stopped.splice(0).some((directive) => directive.startsWith('{directive}'))");
        app.until_script(&format!("{directive} to stop {attempt}"), &stopped)?;
    }
    let before = app.script("return location.href", vec![])?;
    for attempt in
        ["location.href = `http://${arguments[0]}/gone`", "window.open(`http://${arguments[0]}/gone`)", "location.href = 'about:blank'"]
    {
        app.script(attempt, vec![json!(outside)])?;
    }
    stays(Duration::from_millis(500), "that nothing calls out", || Ok(listener.accept().is_err()))?;
    assert_eq!(app.script("return location.href", vec![])?, before, "the window shows its own page still");
    assert_eq!(app.handles()?.len(), 2);
    app.element("declare-line")?;
    Ok(())
}

#[test]
fn what_people_typed_is_shown_as_text() -> Outcome {
    let desktop = Desktop::start()?;
    let app = App::open(&desktop)?;
    app.type_into("declare-line", &format!("P1 {HOSTILE}"))?;
    app.wait_for_text("declare-preview", HOSTILE)?;
    expect_no_markup(&app, "the declaration")?;
    app.click("declare")?;
    app.wait_for_text("title", HOSTILE)?;
    app.wait_for_row(HOSTILE)?;
    app.log(&format!("entry {HOSTILE}"))?;
    app.wait_for_row(&format!("entry {HOSTILE}"))?;
    app.type_into("log-input", &format!("draft {HOSTILE}"))?;
    desktop.sitrep(&["role", "commander", &format!("@{HOSTILE}")])?.done()?;
    app.wait_for_text("role-incident_commander", "<script>window.ran=1</script>")?;
    app.type_into("impact-who", HOSTILE)?;
    for tab in ["tab-team", "tab-updates", "tab-investigate", "tab-mitigate", "tab-verify", "tab-triage"] {
        app.click(tab)?;
        expect_no_markup(&app, tab)?;
    }
    assert_eq!(app.value("impact-who")?, HOSTILE, "the draft is as it was typed");
    app.click("tab-updates")?;
    app.type_into("field-impact", HOSTILE)?;
    app.wait_for_text("update-preview", "onerror")?;
    expect_no_markup(&app, "the update's preview")?;
    desktop.sitrep(&["resolve", "--reason", HOSTILE])?.done()?;
    app.click("tab-review")?;
    app.wait_for_text("review-lines", "onerror")?;
    expect_no_markup(&app, "the review as it is written")?;
    app.click("read-review")?;
    app.wait_for_text("review-markdown", "onerror")?;
    expect_no_markup(&app, "the review")
}

#[test]
fn quick_entry_and_the_menu_show_text_too() -> Outcome {
    let desktop = Desktop::start()?;
    desktop.declare(&format!("P1 {HOSTILE}"))?;
    let app = App::open(&desktop)?;
    app.wait_for_text("title", HOSTILE)?;
    desktop.focus_window("the main window", sitrep_tests::windows::is_main)?;
    desktop.press(&["ctrl+k"])?;
    app.wait_for_focus("menu-input")?;
    app.wait_for_text("command-menu", HOSTILE)?;
    expect_no_markup(&app, "the menu")?;
    app.open_quick_entry(&desktop)?;
    app.type_into("quick-input", HOSTILE)?;
    app.wait_for_text("quick-target", HOSTILE)?;
    expect_no_markup(&app, "quick entry")
}

const HOSTILE: &str = "<img src=x onerror=window.ran=1><script>window.ran=1</script><b>&amp;</b>";

/// Commands of the toolkit and its plugins, of which the pages need none.
const FOREIGN: &[&str] = &[
    "plugin:global-shortcut|register",
    "plugin:global-shortcut|unregister_all",
    "plugin:event|emit",
    "plugin:event|emit_to",
    "plugin:window|close",
    "plugin:window|set_title",
    "plugin:webview|create_webview_window",
    "plugin:webview|internal_toggle_devtools",
    "plugin:app|version",
    "plugin:path|resolve_directory",
    "plugin:menu|new",
    "plugin:tray|new",
    "plugin:resources|close",
    "plugin:image|from_path",
    "plugin:shell|execute",
    "plugin:fs|read_text_file",
    "plugin:clipboard-manager|read_text",
];

/// Each way by which a script that came in with text could run.
const SCRIPTS: &[(&str, &str)] = &[
    (
        "an inline script",
        "const script = document.createElement('script'); script.textContent = 'window.ran = 1'; document.body.append(script)",
    ),
    (
        "a handler in markup",
        "const box = document.createElement('div'); box.innerHTML = '<img src=\"data:,\" onerror=\"window.ran = 1\">'; document.body.append(box)",
    ),
    (
        "a script in data",
        "const script = document.createElement('script'); script.src = 'data:text/javascript,window.ran=1'; document.body.append(script)",
    ),
    (
        "a script from a blob",
        "const script = document.createElement('script'); script.src = URL.createObjectURL(new Blob(['window.ran = 1'])); document.body.append(script)",
    ),
    (
        "an address that is a script",
        "const link = document.createElement('a'); link.href = 'javascript:window.ran=1'; document.body.append(link); link.click()",
    ),
    ("a timer of text", "try { setTimeout('window.ran = 1', 0) } catch {}"),
];

/// Each way to reach out, and the directive that stops it.
const REQUESTS: &[(&str, &str)] = &[
    ("connect-src", "fetch(`http://${arguments[0]}/fetch`).catch(() => {})"),
    (
        "connect-src",
        "const request = new XMLHttpRequest(); request.open('GET', `http://${arguments[0]}/xhr`); try { request.send() } catch {}",
    ),
    ("connect-src", "try { new WebSocket(`ws://${arguments[0]}/socket`) } catch {}"),
    ("connect-src", "try { navigator.sendBeacon(`http://${arguments[0]}/beacon`, 'x') } catch {}"),
    ("img-src", "new Image().src = `http://${arguments[0]}/picture`"),
    (
        "script-src",
        "const script = document.createElement('script'); script.src = `http://${arguments[0]}/script`; document.body.append(script)",
    ),
    (
        "style-src",
        "const link = document.createElement('link'); link.rel = 'stylesheet'; link.href = `http://${arguments[0]}/style`; document.head.append(link)",
    ),
    (
        "frame-src",
        "const frame = document.createElement('iframe'); frame.src = `http://${arguments[0]}/frame`; document.body.append(frame)",
    ),
    ("media-src", "const sound = document.createElement('audio'); sound.src = `http://${arguments[0]}/sound`; document.body.append(sound)"),
    (
        "form-action",
        "const form = document.createElement('form'); form.action = `http://${arguments[0]}/form`; document.body.append(form); form.submit()",
    ),
];

/// What a window's capability permits, by command.
fn permitted(window: &str) -> Outcome<Vec<String>> {
    let file = binaries::checkout().join(format!("src-tauri/capabilities/{window}.json"));
    let capability: Value = serde_json::from_str(&fs::read_to_string(file)?)?;
    let names = capability["permissions"].as_array().into_iter().flatten().filter_map(Value::as_str);
    Ok(names.filter_map(|name| name.strip_prefix("allow-")).map(|name| name.replace('-', "_")).collect())
}

/// Expects the bridge to refuse the command before it is looked at.
fn expect_not_allowed(app: &App, command: &str) -> Outcome {
    let answer = app.invoke(command, json!({}))?;
    let said = answer["refused"].as_str().unwrap_or_default();
    if said.contains("not allowed") || said.contains("not found") {
        return Ok(());
    }
    Err(Failure::new(format!("{command} was not kept from the page: {answer}")))
}

/// Keeps the directives that stopped something in `window.stopped`.
fn watch_violations(app: &App) -> Outcome {
    let script = "window.stopped = []; document.addEventListener('securitypolicyviolation', (event) => window.stopped.push(event.effectiveDirective))";
    app.script(script, vec![]).map(|_| ())
}

/// Expects that no element was made of the hostile words and that nothing in them ran.
fn expect_no_markup(app: &App, place: &str) -> Outcome {
    let made = app.script("return [document.querySelectorAll('img, script:not([src]), [onerror]').length, window.ran ?? null]", vec![])?;
    if made == json!([0, null]) { Ok(()) } else { Err(Failure::new(format!("{place} made elements of text or ran it: {made}"))) }
}
