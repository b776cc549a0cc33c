//! Debian's Alertmanager, on a free port, with a folder of its own.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;

/// What is critical keeps what is a warning in the same cluster silent.
const CONFIG: &str = r#"
route: { receiver: nobody }
receivers: [{ name: nobody }]
inhibit_rules:
  - source_matchers: [ 'severity="critical"' ]
    target_matchers: [ 'severity="warning"' ]
    equal: [ cluster ]
"#;

/// Ends with the test.
pub struct Alertmanager {
    program: Child,
    folder: TempDir,
    pub address: SocketAddr,
}

impl Alertmanager {
    /// One that listens, on a port that the system chose.
    pub fn start() -> Self {
        Self::in_folder(tempfile::tempdir().expect("a folder is made"), "127.0.0.1:0", &[])
    }

    /// One below a path, such as `/alertmanager/`.
    pub fn below(path: &str) -> Self {
        Self::in_folder(tempfile::tempdir().expect("a folder is made"), "127.0.0.1:0", &[&format!("--web.route-prefix={path}")])
    }

    /// One with settings of its web server, in YAML.
    pub fn with_web(folder: TempDir, settings: &str) -> Self {
        let file = folder.path().join("web.yml");
        std::fs::write(&file, settings).expect("the settings are written");
        Self::in_folder(folder, "127.0.0.1:0", &[&format!("--web.config.file={}", file.display())])
    }

    /// Ends it as a crash does, and starts one at the same port that knows nothing.
    pub fn crash_and_start_again(self) -> Self {
        let address = self.crash();
        Self::in_folder(tempfile::tempdir().expect("a folder is made"), &address.to_string(), &[])
    }

    /// Ends it as a crash does; what listened there.
    pub fn crash(mut self) -> SocketAddr {
        end(&mut self.program);
        self.address
    }

    fn in_folder(folder: TempDir, address: &str, more: &[&str]) -> Self {
        let mut program = start_program(folder.path(), address, more);
        let log = program.stderr.take().expect("its log is read");
        let address = address_in(log);
        Self { program, folder, address }
    }

    /// Where it listens.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Where its files are.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Fires alerts with these labels.
    pub fn fire(&self, alerts: &[Value]) {
        let alerts: Vec<Value> = alerts.iter().map(|labels| json!({ "labels": labels })).collect();
        self.post("alerts", &json!(alerts));
    }

    /// Silences the alerts of a name.
    pub fn silence(&self, alertname: &str) {
        let matcher = json!({ "name": "alertname", "value": alertname, "isRegex": false, "isEqual": true });
        let (from, to) = ("2020-01-01T00:00:00Z", "2100-01-01T00:00:00Z");
        self.post("silences", &json!({ "matchers": [matcher], "startsAt": from, "endsAt": to, "createdBy": "test", "comment": "test" }));
    }

    fn post(&self, what: &str, body: &Value) {
        let request = ureq::post(format!("{}/api/v2/{what}", self.url())).header("content-type", "application/json");
        request.send(body.to_string()).expect("the Alertmanager takes it");
    }
}

impl Drop for Alertmanager {
    fn drop(&mut self) {
        end(&mut self.program);
    }
}

/// It may have ended already.
fn end(program: &mut Child) {
    let _ = program.kill();
    let _ = program.wait();
}

fn start_program(folder: &Path, address: &str, more: &[&str]) -> Child {
    let config = folder.join("alertmanager.yml");
    std::fs::write(&config, CONFIG).expect("the settings are written");
    let mut command = Command::new("prometheus-alertmanager");
    command.arg(format!("--config.file={}", config.display())).arg(format!("--storage.path={}", folder.join("data").display()));
    command.arg(format!("--web.listen-address={address}")).arg("--cluster.listen-address=").args(more);
    let started = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn();
    started.unwrap_or_else(|error| {
        panic!("prometheus-alertmanager does not start ({error}): the package of that name is needed; scripts/setup bench installs it")
    })
}

/// Its log says where it listens; what it says later is read, too, so that it never waits to say it.
fn address_in(log: ChildStderr) -> SocketAddr {
    let (tell, listening) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(log).lines().map_while(Result::ok) {
            // The test ends before its Alertmanager does.
            let _ = tell.send(line);
        }
    });
    let mut said = Vec::new();
    while let Ok(line) = listening.recv_timeout(Duration::from_secs(30)) {
        if let Some((_, address)) = line.split_once("msg=\"Listening on\" address=") {
            return address.trim().parse().expect("an address follows");
        }
        said.push(line);
    }
    panic!("the Alertmanager does not listen; it said:\n{}", said.join("\n"))
}
