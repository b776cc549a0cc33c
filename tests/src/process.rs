//! Programs that a desktop runs, and how they end.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use nix::sys::ptrace;
use nix::unistd::Pid;

use crate::Outcome;
use crate::wait::until;

/// A running program. Ends with the desktop it runs on, or when dropped.
pub struct Process {
    child: Child,
}

impl Process {
    /// Starts it, with what it prints going to `log`.
    pub fn start(mut command: Command, log: &Path) -> Outcome<Self> {
        let file = fs::File::options().create(true).append(true).open(log)?;
        let child = command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file).spawn()?;
        Ok(Self { child })
    }

    /// Takes charge of a program that was started by hand.
    #[must_use]
    pub fn adopt(child: Child) -> Self {
        Self { child }
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Ends it at once, as a power cut would.
    pub fn kill(&mut self) -> Outcome {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }

    /// Waits until it has ended by itself and gives its exit code.
    pub fn ended(&mut self) -> Outcome<Option<i32>> {
        until("the program to end", || Ok(self.child.try_wait()?.is_some()))?;
        Ok(self.child.wait()?.code())
    }

    /// Whether it still runs.
    pub fn is_running(&mut self) -> Outcome<bool> {
        Ok(self.child.try_wait()?.is_none())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The first thread of a program, held still while its others go on: a window that does not answer. Goes on when dropped, by
/// the thread that holds it.
pub struct HeldThread(Pid);

impl HeldThread {
    /// Holds it.
    pub fn first_of(id: u32) -> Outcome<Self> {
        let pid = Pid::from_raw(i32::try_from(id)?);
        ptrace::seize(pid, ptrace::Options::empty())?;
        ptrace::interrupt(pid)?;
        let held = Self(pid);
        until("the thread to be held", || Ok(fs::read_to_string(format!("/proc/{id}/task/{id}/status"))?.contains("tracing stop")))?;
        Ok(held)
    }
}

impl Drop for HeldThread {
    fn drop(&mut self) {
        let _ = ptrace::detach(self.0, None);
    }
}

/// Ends a program that another one started, as a power cut would, and waits until it is gone.
pub fn kill_by_id(id: u32) -> Outcome {
    signal("KILL", &[id])?;
    until("the killed program to be gone", || Ok(!is_alive(id)))
}

/// Sends a signal.
pub fn signal(name: &str, ids: &[u32]) -> Outcome {
    let ids: Vec<String> = ids.iter().map(u32::to_string).collect();
    // The shell's own `kill`: the program of that name is not on every machine.
    Command::new("sh").arg("-c").arg(format!("kill -{name} {}", ids.join(" "))).stderr(Stdio::null()).status()?;
    Ok(())
}

/// The programs whose environment holds `marker`, zombies excepted.
#[must_use]
pub fn marked(marker: &str) -> Vec<u32> {
    let own = std::process::id();
    let holds = |id: &u32| fs::read(format!("/proc/{id}/environ")).is_ok_and(|bytes| contains(&bytes, marker.as_bytes()));
    all_ids().filter(|id| *id != own).filter(holds).collect()
}

/// Among the marked programs, the ones with this name.
#[must_use]
pub fn marked_named(marker: &str, name: &str) -> Vec<u32> {
    let called = |id: &u32| fs::read_link(format!("/proc/{id}/exe")).is_ok_and(|exe| exe.file_name().is_some_and(|file| file == name));
    marked(marker).into_iter().filter(called).collect()
}

fn all_ids() -> impl Iterator<Item = u32> {
    fs::read_dir("/proc").into_iter().flatten().flatten().filter_map(|entry| entry.file_name().to_str()?.parse().ok())
}

fn is_alive(id: u32) -> bool {
    // The letter after the name is the state; Z is a program that is dead and not yet collected.
    fs::read_to_string(format!("/proc/{id}/stat")).is_ok_and(|stat| !stat.rsplit(')').next().unwrap_or_default().starts_with(" Z"))
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle)
}
