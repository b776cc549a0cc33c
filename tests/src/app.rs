//! The built app, driven through WebKitWebDriver.

use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::time::Duration;

use fantoccini::wd::{Capabilities, TimeoutConfiguration, WindowHandle};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};

use crate::desktop::{Desktop, text};
use crate::process::{self, Process};
use crate::wait::{eventually, until};
use crate::windows::{Screen, is_quick};
use crate::{Failure, Outcome, binaries};

/// How much of what the app printed is told, in bytes.
const LAST_PRINTED: usize = 2000;

/// The running app with a hand in each of its windows.
pub struct App {
    // Dropped in this order: the session ends before its runtime and its driver do.
    pub(crate) client: Client,
    pub(crate) runtime: Runtime,
    driver: Process,
    log: PathBuf,
}

impl App {
    /// Opens the app on a desktop and waits for its main window's page.
    pub fn open(desktop: &Desktop) -> Outcome<Self> {
        let app = Self::open_binary(desktop, &binaries::desktop_app()?, &[])?;
        app.switch_to_main()?;
        Ok(app)
    }

    /// Opens the app with something else in its environment.
    pub fn open_with(desktop: &Desktop, environment: &[(&str, &str)]) -> Outcome<Self> {
        let app = Self::open_binary(desktop, &binaries::desktop_app()?, environment)?;
        app.switch_to_main()?;
        Ok(app)
    }

    /// Opens any program built on the same toolkit.
    pub fn open_binary(desktop: &Desktop, binary: &Path, environment: &[(&str, &str)]) -> Outcome<Self> {
        let port = free_port()?;
        let mut command = desktop.command(web_driver()?);
        command.arg(format!("--port={port}")).arg("--host=127.0.0.1");
        command.env("TAURI_AUTOMATION", "true").env("TAURI_WEBVIEW_AUTOMATION", "true");
        command.envs(environment.iter().copied());
        let driver = Process::start(command, &desktop.log_of("app"))?;
        until("WebKitWebDriver to answer", || Ok(TcpStream::connect(("127.0.0.1", port)).is_ok()))?;
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let client = runtime
            .block_on(connect(port, binary))
            .map_err(|failure| Failure::new(format!("the app did not open: {failure}\n{}", desktop.app_log())))?;
        Ok(Self { client, runtime, driver, log: desktop.log_of("app") })
    }

    /// What the app has printed last.
    pub(crate) fn printed(&self) -> String {
        let log = std::fs::read(&self.log).unwrap_or_default();
        String::from_utf8_lossy(&log[log.len().saturating_sub(LAST_PRINTED)..]).into_owned()
    }

    /// Turns to the main window.
    pub fn switch_to_main(&self) -> Outcome {
        self.switch_to(|address| !address.ends_with("/quick.html"))
    }

    /// Turns to the quick-entry window, shown or not.
    pub fn switch_to_quick(&self) -> Outcome {
        self.switch_to(|address| address.ends_with("/quick.html"))
    }

    fn switch_to(&self, is_it: impl Fn(&str) -> bool) -> Outcome {
        until("the window's page", || {
            for handle in self.handles()? {
                self.runtime.block_on(self.client.switch_to_window(handle))?;
                let state = self.script("return [location.href.split(/[?#]/)[0], document.readyState]", vec![])?;
                if state[1] == "complete" && state[0].as_str().is_some_and(|address| address.starts_with("tauri:") && is_it(address)) {
                    return Ok(true);
                }
            }
            Ok(false)
        })
    }

    /// Opens quick entry by its global key, turns to it, and waits until its field has the keyboard.
    pub fn open_quick_entry(&self, desktop: &Desktop) -> Outcome {
        desktop.press(&["ctrl+alt+space"])?;
        self.wait_for_quick_entry(desktop)
    }

    /// Waits until quick entry's field has the keyboard.
    pub fn wait_for_quick_entry(&self, desktop: &Desktop) -> Outcome {
        Screen::of(desktop)?.wait_until_active("quick entry to have the keyboard", is_quick)?;
        self.switch_to_quick()?;
        self.until_script(
            "the field of quick entry to have the keyboard",
            "return document.hasFocus() && document.activeElement?.id === 'quick-input'",
        )?;
        Ok(())
    }

    /// The app's windows.
    pub fn handles(&self) -> Outcome<Vec<WindowHandle>> {
        Ok(self.runtime.block_on(self.client.windows())?)
    }

    /// Runs a script in the page and gives what it returns.
    pub fn script(&self, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
        Ok(self.runtime.block_on(self.client.execute(script, arguments))?)
    }

    /// Runs an expression that is a promise and gives what it comes to, or the reason of its refusal as `refused`.
    pub fn promise(&self, expression: &str) -> Outcome<Value> {
        let script = format!(
            "const done = arguments[arguments.length - 1];\
             const words = (reason) => typeof reason === 'string' ? reason : JSON.stringify(reason) === '{{}}' ? String(reason) : JSON.stringify(reason);\
             Promise.resolve().then(() => ({expression})).then((value) => done({{ value: value ?? null }}), (reason) => done({{ refused: words(reason) }}));"
        );
        Ok(self.runtime.block_on(self.client.execute_async(&script, vec![]))?)
    }

    /// Calls a command as the page does, and gives what it answered or how it was refused.
    pub fn invoke(&self, command: &str, arguments: Value) -> Outcome<Value> {
        self.promise(&format!("window.__TAURI_INTERNALS__.invoke({}, {arguments})", json!(command)))
    }

    /// Ends the app at once, as a power cut would, and gives up the session.
    pub fn kill(self, desktop: &Desktop) -> Outcome {
        for id in desktop.app_ids() {
            process::kill_by_id(id)?;
        }
        drop(self);
        desktop.wait_until_forgotten()
    }
}

impl Drop for App {
    fn drop(&mut self) {
        let _ = self.driver.kill();
    }
}

async fn connect(port: u16, binary: &Path) -> Outcome<Client> {
    let mut capabilities = Capabilities::new();
    capabilities.insert("webkitgtk:browserOptions".to_owned(), json!({ "binary": text(binary), "args": [] }));
    let address = format!("http://127.0.0.1:{port}");
    let mut builder = ClientBuilder::new(HttpConnector::new());
    let client = tokio::time::timeout(Duration::from_secs(60), builder.capabilities(capabilities).connect(&address))
        .await
        .map_err(|_| Failure::new("no session within a minute"))??;
    let limits = TimeoutConfiguration::new(Some(Duration::from_secs(20)), Some(Duration::from_secs(20)), Some(Duration::ZERO));
    client.update_timeouts(limits).await?;
    Ok(client)
}

fn free_port() -> Outcome<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// Some systems keep the driver out of the search path.
fn web_driver() -> Outcome<PathBuf> {
    let path = std::env::var("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).map(|folder| folder.join("WebKitWebDriver")).find(|file| file.is_file());
    found.ok_or_else(|| Failure::new("WebKitWebDriver is missing: run `scripts/setup bench`, which installs it"))
}

impl App {
    /// Waits until a script returns something other than null or false.
    pub fn until_script(&self, what: &str, script: &str) -> Outcome<Value> {
        eventually(what, || Ok(Some(self.script(script, vec![])?).filter(|value| !value.is_null() && *value != Value::Bool(false))))
    }
}
