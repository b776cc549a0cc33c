//! Debian's Alertmanager, on a free port, with a folder of its own.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{Failure, Outcome};

/// Ends with the journey.
pub struct Alertmanager {
    program: Child,
    _folder: TempDir,
    /// Where it listens.
    pub address: SocketAddr,
}

impl Alertmanager {
    /// One that listens, on a port that the system chose.
    pub fn start() -> Outcome<Self> {
        let folder = tempfile::tempdir()?;
        let config = folder.path().join("alertmanager.yml");
        fs::write(&config, "route: { receiver: nobody }\nreceivers: [{ name: nobody }]\n")?;
        let mut command = Command::new("prometheus-alertmanager");
        command.arg(format!("--config.file={}", config.display())).arg(format!("--storage.path={}", folder.path().join("data").display()));
        command.args(["--web.listen-address=127.0.0.1:0", "--cluster.listen-address="]).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut program = command.spawn().map_err(|error| Failure::new(format!("prometheus-alertmanager does not start: {error}")))?;
        let log = program.stderr.take().ok_or_else(|| Failure::new("its log is not read"))?;
        let address = address_in(log)?;
        Ok(Self { program, _folder: folder, address })
    }

    /// Where it is asked.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Fires an alert with these labels.
    pub fn fire(&self, labels: &Value) -> Outcome {
        let body = json!([{ "labels": labels, "annotations": { "summary": "Payments fail" } }]).to_string();
        let mut stream = TcpStream::connect(self.address)?;
        let head = "POST /api/v2/alerts HTTP/1.1\r\nHost: alertmanager\r\nContent-Type: application/json\r\nConnection: close";
        write!(stream, "{head}\r\nContent-Length: {}\r\n\r\n{body}", body.len())?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        if answer.starts_with("HTTP/1.1 200") { Ok(()) } else { Err(Failure::new(format!("the Alertmanager does not take it: {answer}"))) }
    }
}

impl Drop for Alertmanager {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// Its log says where it listens; what it says later is read, too, so that it never waits to say it.
fn address_in(log: impl Read + Send + 'static) -> Outcome<SocketAddr> {
    let (tell, listening) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(log).lines().map_while(Result::ok) {
            // The journey ends before its Alertmanager does.
            let _ = tell.send(line);
        }
    });
    while let Ok(line) = listening.recv_timeout(Duration::from_secs(30)) {
        if let Some((_, address)) = line.split_once("msg=\"Listening on\" address=") {
            return address.trim().parse().map_err(|error| Failure::new(format!("{address}: {error}")));
        }
    }
    Err(Failure::new("the Alertmanager does not listen"))
}
