//! A desktop without a screen: its own X server, window manager, message bus, notification daemon and home.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::rc::Rc;

use rusqlite::{Connection, OpenFlags};
use tempfile::TempDir;

use crate::process::{self, Process};
use crate::wait::{eventually, until};
use crate::window_manager::WindowManager;
use crate::{Failure, Outcome, binaries, dunst};

/// Names this bench in the environment of everything that it starts, so that all of it can be ended.
const MARKER: &str = "SITREP_TEST_DESKTOP";

/// The size of the screen.
const SCREEN: &str = "1440x900x24";

const FONTS: &str = "<?xml version=\"1.0\"?><fontconfig><include ignore_missing=\"yes\">/etc/fonts/fonts.conf</include>\
    <match><test name=\"family\"><string>system-ui</string></test>\
    <edit name=\"family\" mode=\"prepend\" binding=\"strong\"><string>Inter</string></edit></match></fontconfig>";

/// A running desktop. Everything on it ends when it is dropped.
pub struct Desktop {
    display: String,
    bus: String,
    home: Rc<TempDir>,
    folder: PathBuf,
    data: PathBuf,
    processes: Vec<Process>,
}

impl Desktop {
    /// Starts one, with a notification daemon.
    pub fn start() -> Outcome<Self> {
        Self::start_under(WindowManager::Openbox)
    }

    /// Starts one under another window manager.
    pub fn start_under(manager: WindowManager) -> Outcome<Self> {
        let mut desktop = Self::first(manager)?;
        dunst::start(&mut desktop)?;
        Ok(desktop)
    }

    /// Starts one on which nothing shows notifications.
    pub fn without_notifications() -> Outcome<Self> {
        Self::first(WindowManager::Openbox)
    }

    fn first(manager: WindowManager) -> Outcome<Self> {
        let home = Rc::new(tempfile::Builder::new().prefix("sitrep-desktop-").tempdir()?);
        let data = home.path().join("data");
        Self::in_home(home, "first", data, manager)
    }

    /// A second desktop, as if a second person sat at the same disk: another screen and bus, the same data folder.
    pub fn beside(&self) -> Outcome<Self> {
        let mut desktop = Self::in_home(Rc::clone(&self.home), "second", self.data.clone(), WindowManager::Openbox)?;
        dunst::start(&mut desktop)?;
        Ok(desktop)
    }

    fn in_home(home: Rc<TempDir>, name: &str, data: PathBuf, manager: WindowManager) -> Outcome<Self> {
        let folder = home.path().join(name);
        for part in ["home", "config", "runtime", "logs"] {
            fs::create_dir_all(folder.join(part))?;
        }
        fs::set_permissions(folder.join("runtime"), fs::Permissions::from_mode(0o700))?;
        // The page asks for the system's font; on the desktops that people have, that is Inter or much like it.
        fs::create_dir_all(folder.join("config/fontconfig"))?;
        fs::write(folder.join("config/fontconfig/fonts.conf"), FONTS)?;
        let mut desktop = Self { display: String::new(), bus: String::new(), home, folder, data, processes: Vec::new() };
        desktop.start_screen()?;
        desktop.start_bus()?;
        manager.start(&mut desktop)?;
        Ok(desktop)
    }

    fn start_screen(&mut self) -> Outcome {
        let arguments = ["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"];
        let number = self.first_line("Xvfb", &arguments)?;
        self.display = format!(":{number}");
        Ok(())
    }

    fn start_bus(&mut self) -> Outcome {
        self.bus = self.private_bus("bus")?;
        Ok(())
    }

    /// Starts a message bus and gives its address. It knows no services to start by itself, so that only what a journey
    /// starts is there.
    pub(crate) fn private_bus(&mut self, name: &str) -> Outcome<String> {
        let config = self.folder.join(format!("{name}.conf"));
        let socket = self.folder.join("runtime");
        fs::write(
            &config,
            format!(
                "<busconfig><type>session</type><listen>unix:dir={}</listen><auth>EXTERNAL</auth>\
                 <policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/>\
                 <allow own=\"*\"/></policy></busconfig>",
                socket.display()
            ),
        )?;
        self.first_line("dbus-daemon", &["--nofork", "--print-address=1", "--config-file", &text(&config)])
    }

    /// Starts a program that stays, and reads the first line that it prints.
    fn first_line(&mut self, program: &str, arguments: &[&str]) -> Outcome<String> {
        let log = fs::File::create(self.log_of(program))?;
        let mut command = self.command(program);
        let mut child =
            command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log).spawn().map_err(|_| absent(program))?;
        let pipe = child.stdout.take();
        self.processes.push(Process::adopt(child));
        let mut line = String::new();
        let mut reader = BufReader::new(pipe.ok_or_else(|| Failure::new("no pipe"))?);
        reader.read_line(&mut line)?;
        // Kept open: a program that prints to a closed pipe would end.
        std::mem::forget(reader);
        let line = line.trim().to_owned();
        if line.is_empty() { Err(self.did_not_start(program)) } else { Ok(line) }
    }

    fn did_not_start(&self, program: &str) -> Failure {
        let log = fs::read_to_string(self.log_of(program)).unwrap_or_default();
        Failure::new(format!("{program} did not start: {log}"))
    }

    /// Starts a program that stays until the desktop ends.
    pub fn run(&mut self, program: &str, arguments: &[&str]) -> Outcome {
        let mut command = self.command(program);
        command.args(arguments);
        let process = Process::start(command, &self.log_of(program)).map_err(|_| absent(program))?;
        self.processes.push(process);
        Ok(())
    }

    /// Starts the app as a person would, with nothing watching it.
    pub fn open_app(&self) -> Outcome<Process> {
        self.open_app_with(&[], |_| {})
    }

    /// Starts the app with arguments and a change to how it is started.
    pub fn open_app_with(&self, arguments: &[&str], change: impl FnOnce(&mut Command)) -> Outcome<Process> {
        let mut command = self.command(binaries::desktop_app()?);
        command.args(arguments);
        change(&mut command);
        Process::start(command, &self.log_of("app"))
    }

    /// Writes the team's own policy.
    pub fn follow_policy(&self, policy: &str) -> Outcome {
        let folder = self.folder.join("config/sitrep");
        fs::create_dir_all(&folder)?;
        Ok(fs::write(folder.join("policy.toml"), policy)?)
    }

    /// Has the policy ask for updates and escalation alone, so that nothing else reminds.
    pub fn follow_policy_of_updates(&self) -> Outcome {
        let severities = ["P0", "P1", "P2"].map(|severity| format!("[severity.{severity}]\nresponse_minutes = 0\n"));
        self.follow_policy(&format!("impact_assessment_minutes = 10000\n{}", severities.concat()))
    }

    /// A command in the desktop's environment and no other.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.env_clear().envs(self.environment()).current_dir(self.folder.join("home"));
        command
    }

    fn environment(&self) -> Vec<(String, String)> {
        let folder = |part: &str| text(&self.folder.join(part));
        [
            // Programs of this desktop alone come first.
            ("PATH", format!("{}:{}", folder("bin"), std::env::var("PATH").unwrap_or_default())),
            (MARKER, self.marker_value()),
            ("HOME", folder("home")),
            ("USER", "ana".to_owned()),
            ("DISPLAY", self.display.clone()),
            ("DBUS_SESSION_BUS_ADDRESS", self.bus.clone()),
            ("XDG_RUNTIME_DIR", folder("runtime")),
            ("XDG_CONFIG_HOME", folder("config")),
            ("XDG_DATA_HOME", folder("home/share")),
            ("XDG_CACHE_HOME", folder("home/cache")),
            ("XDG_SESSION_TYPE", "x11".to_owned()),
            ("SITREP_DATA_DIR", text(&self.data)),
            ("SITREP_CONFIG_DIR", folder("config/sitrep")),
            ("FONTCONFIG_FILE", folder("config/fontconfig/fonts.conf")),
            ("GDK_BACKEND", "x11".to_owned()),
            ("GTK_A11Y", "none".to_owned()),
            ("NO_AT_BRIDGE", "1".to_owned()),
            ("GTK_THEME", "Adwaita".to_owned()),
            ("LIBGL_ALWAYS_SOFTWARE", "1".to_owned()),
            // Without a graphics card the compositor draws by software, and that crashes now and then (Mesa's swrast).
            ("WEBKIT_DISABLE_COMPOSITING_MODE", "1".to_owned()),
            ("LC_ALL", "C.UTF-8".to_owned()),
            ("TZ", "UTC".to_owned()),
            ("RUST_BACKTRACE", "1".to_owned()),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .into()
    }

    /// What the environment of everything on this desktop holds, and of nothing else.
    #[must_use]
    pub fn marker(&self) -> String {
        format!("{MARKER}={}\0", self.marker_value())
    }

    fn marker_value(&self) -> String {
        text(&self.folder)
    }

    /// The X display.
    #[must_use]
    pub fn display(&self) -> &str {
        &self.display
    }

    /// The message bus.
    #[must_use]
    pub fn bus(&self) -> &str {
        &self.bus
    }

    /// The data folder.
    #[must_use]
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// Waits until the message bus has noticed that a killed app is gone: a start before that is taken for a second one.
    pub fn wait_until_forgotten(&self) -> Outcome {
        let bus = zbus::blocking::connection::Builder::address(self.bus.as_str())?.build()?;
        let names = zbus::blocking::fdo::DBusProxy::new(&bus)?;
        until("the killed app to leave the bus", || Ok(!names.list_names()?.iter().any(|name| name.to_lowercase().contains("sitrep"))))
    }

    /// How many reminders the data says were shown.
    pub fn shown_reminders(&self) -> Outcome<u32> {
        Ok(self.database()?.query_row("SELECT count(*) FROM reminders WHERE shown_at IS NOT NULL", [], |row| row.get(0))?)
    }

    /// The texts that are kept because they were typed and not sent.
    pub fn drafts(&self) -> Outcome<Vec<String>> {
        let database = self.database()?;
        let mut drafts = database.prepare("SELECT text FROM drafts")?;
        let rows = drafts.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The database, to look at.
    pub fn database(&self) -> Outcome<Connection> {
        Ok(Connection::open_with_flags(self.database_file(), OpenFlags::SQLITE_OPEN_READ_ONLY)?)
    }

    /// Where the database is.
    #[must_use]
    pub fn database_file(&self) -> PathBuf {
        self.data.join("sitrep.db")
    }

    /// A folder for whatever a journey leaves.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What the app has printed so far.
    #[must_use]
    pub fn app_log(&self) -> String {
        fs::read_to_string(self.log_of("app")).unwrap_or_default()
    }

    pub(crate) fn log_of(&self, program: &str) -> PathBuf {
        self.folder.join("logs").join(format!("{program}.log"))
    }

    /// The id of the running app, however it was started.
    pub fn app_id(&self) -> Outcome<u32> {
        eventually("the app to run", || Ok(self.app_ids().first().copied()))
    }

    /// The ids of all running apps on this desktop.
    #[must_use]
    pub fn app_ids(&self) -> Vec<u32> {
        process::marked_named(&self.marker(), "sitrep-desktop")
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        let left = process::marked(&self.marker());
        if !left.is_empty() {
            let _ = process::signal("KILL", &left);
        }
    }
}

fn absent(program: &str) -> Failure {
    Failure::new(format!("{program} could not be started: run `scripts/setup bench`, which installs it"))
}

pub(crate) fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
