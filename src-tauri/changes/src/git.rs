//! The git program, shut off from everything but the repository.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, BufRead, BufReader, Read};
use std::ops::ControlFlow;
use std::path::{self, Path, PathBuf};
use std::process::{Child, ChildStderr, ChildStdout, Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::error::ChangesError;
use crate::limit::{Running, kill};
use crate::one_line::one_line;

/// Has what is asked here; of 2018.
const OLDEST: (u32, u32) = (2, 20);
const OLDEST_TEXT: &str = "2.20";
/// A repository answers in milliseconds; a pane does not wait longer than this.
const PATIENCE: Duration = Duration::from_secs(5);
/// Far more than a screen shows.
const MOST_BYTES: u64 = 16 << 20;
const MOST_SAID: u64 = 16 << 10;
/// A person's own settings; everything else that begins with GIT_ would turn git to another repository or another format.
const KEPT: [&str; 7] =
    ["GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_GLOBAL", "GIT_SSH", "GIT_SSH_COMMAND", "GIT_SSL_CAINFO", "GIT_EXEC_PATH"];
/// Nothing that a repository's own settings name is run, and nothing is left running.
const SETTINGS: [&str; 5] =
    ["core.fsmonitor=false", "core.hooksPath=/dev/null", "gc.auto=0", "maintenance.auto=false", "credential.interactive=false"];

/// The git program, and how long it may take for one repository.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Git {
    /// The program: a name that is looked for in PATH, or a path.
    pub program: PathBuf,
    /// How long reading one repository may take.
    pub patience: Duration,
}

impl Default for Git {
    fn default() -> Self {
        Self { program: PathBuf::from("git"), patience: PATIENCE }
    }
}

/// Git in one repository.
pub(crate) struct GitIn<'a> {
    program: PathBuf,
    pub(crate) path: &'a str,
    running: &'a Running,
    /// Where what it fetches is kept. Without it, it reaches no other repository.
    carries_to: Option<&'a Path>,
}

/// How the reading of git's answer ended.
enum Answer {
    /// The reader had enough.
    Enough,
    /// Git said all, and ended well or not.
    All { ok: bool, code: Option<i32>, said: Vec<u8> },
    /// There was more than anybody reads.
    TooMuch,
}

impl<'a> GitIn<'a> {
    /// Git in a folder that is there.
    pub(crate) fn at(program: &'a Path, path: &'a str, running: &'a Running) -> Result<Self, ChangesError> {
        match fs::metadata(path) {
            Ok(found) if found.is_dir() => Ok(Self { program: find(program)?, path, running, carries_to: None }),
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(ChangesError::Unreadable { path: path.to_owned(), said: error.to_string() })
            }
            _ => Err(ChangesError::NoFolder(path.to_owned())),
        }
    }

    /// Git in another folder, for what this one needs; what it fetches is kept in these `objects`.
    pub(crate) fn carrier<'b>(&self, path: &'b str, objects: &'b Path) -> GitIn<'b>
    where
        'a: 'b,
    {
        GitIn { program: self.program.clone(), path, running: self.running, carries_to: Some(objects) }
    }

    /// A path as git means it that stands in the repository's folder, the same from everywhere.
    pub(crate) fn absolute(&self, path: &Path) -> PathBuf {
        let joined = Path::new(self.path).join(path);
        path::absolute(&joined).unwrap_or(joined)
    }

    /// Gives the fields of git's answer, which end in `end`, one by one until the reader has enough. Says whether there was
    /// more than anybody reads.
    pub(crate) fn fields(&self, words: &[&str], end: u8, mut read: impl FnMut(&[u8]) -> ControlFlow<()>) -> Result<bool, ChangesError> {
        match self.run(self.command(words), end, &mut read)? {
            Answer::Enough | Answer::All { ok: true, .. } => Ok(false),
            Answer::TooMuch => Ok(true),
            Answer::All { said, .. } => Err(self.explain(&said)),
        }
    }

    /// The whole of a short answer; none when git only says that there is none.
    pub(crate) fn answer(&self, words: &[&str]) -> Result<Option<Vec<u8>>, ChangesError> {
        let mut whole = Vec::new();
        let mut read = |field: &[u8]| {
            whole.extend_from_slice(field);
            ControlFlow::Continue(())
        };
        match self.run(self.command(words), 0, &mut read)? {
            Answer::All { ok: false, code: Some(1), said } if said.is_empty() => Ok(None),
            Answer::All { ok: false, said, .. } => Err(self.explain(&said)),
            _ => Ok(Some(whole.trim_ascii_end().to_owned())),
        }
    }

    /// Has git do something that it only tells the failure of.
    pub(crate) fn done(&self, words: &[&str]) -> Result<(), ChangesError> {
        self.end_of(self.command(words))
    }

    /// The same with a file to read from.
    pub(crate) fn done_with(&self, words: &[&str], input: &Path) -> Result<(), ChangesError> {
        let mut command = self.command(words);
        command.stdin(fs::File::open(input).map_err(ChangesError::NotStarted)?);
        self.end_of(command)
    }

    fn end_of(&self, command: Command) -> Result<(), ChangesError> {
        match self.run(command, b'\n', &mut |_| ControlFlow::Continue(()))? {
            Answer::All { ok: false, said, .. } => Err(self.explain(&said)),
            _ => Ok(()),
        }
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        for (name, _) in env::vars_os().filter(|(name, _)| is_foreign(name)) {
            command.env_remove(name);
        }
        command.current_dir(self.path).arg("--no-pager").args(SETTINGS.iter().flat_map(|setting| ["-c", setting])).args(words);
        // A folder inside a repository is not that repository: the changes would be those of something else.
        if let Some(above) = fs::canonicalize(self.path).ok().as_deref().and_then(Path::parent) {
            command.env("GIT_CEILING_DIRECTORIES", above);
        }
        // Whoever would ask for a password is answered with a failure.
        command.envs([
            ("GIT_OPTIONAL_LOCKS", "0"),
            ("GIT_NO_LAZY_FETCH", "1"),
            ("GIT_TERMINAL_PROMPT", "0"),
            ("GIT_ASKPASS", "false"),
            ("SSH_ASKPASS", "false"),
            ("SSH_ASKPASS_REQUIRE", "force"),
            ("GCM_INTERACTIVE", "never"),
            ("LC_ALL", "C"),
            // Of every way to reach another repository, those that run nothing of its choice.
            ("GIT_ALLOW_PROTOCOL", if self.carries_to.is_some() { "https:ssh:file" } else { "" }),
        ]);
        command.env("PATH", env::join_paths(program_folders(&env::var_os("PATH").unwrap_or_default())).unwrap_or_default());
        if let Some(objects) = self.carries_to {
            command.env("GIT_OBJECT_DIRECTORY", objects);
        }
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        command
    }

    fn run(&self, mut command: Command, end: u8, read: &mut dyn FnMut(&[u8]) -> ControlFlow<()>) -> Result<Answer, ChangesError> {
        let mut child = command.spawn().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => ChangesError::GitMissing,
            _ => ChangesError::NotStarted(error),
        })?;
        let (out, said) = (child.stdout.take(), child.stderr.take());
        self.running.set(child);
        // Read beside the answer, so that neither pipe fills while the other is read.
        let said = thread::spawn(move || said.map(listen).unwrap_or_default());
        let stopped = out.map(|out| each_field(out, end, read));
        let child = self.running.take();
        match stopped {
            Some(Err(error)) => Err(ChangesError::NotStarted(error)),
            Some(Ok(Some(stopped))) => {
                child.into_iter().for_each(stop);
                Ok(stopped)
            }
            _ => {
                let status = child.map(|mut child| child.wait()).transpose().map_err(ChangesError::NotStarted)?;
                let ok = status.is_some_and(|status| status.success());
                // What git left running may hold the pipe for hours, so it is listened to only when there is something to say.
                let said = if ok { Vec::new() } else { said.join().unwrap_or_default() };
                Ok(Answer::All { ok, code: status.and_then(|status| status.code()), said })
            }
        }
    }

    /// What git's complaint means.
    fn explain(&self, said: &[u8]) -> ChangesError {
        let path = self.path.to_owned();
        let text = String::from_utf8_lossy(said);
        let says = |part: &str| text.contains(part);
        if says("dubious ownership") || says("unsafe repository") || says("cannot use bare repository") {
            return ChangesError::NotTrusted(path);
        }
        if says("not a git repository") {
            return ChangesError::NoRepository(path);
        }
        match self.version() {
            Some(found) if is_older(&found) => ChangesError::GitTooOld { found, oldest: OLDEST_TEXT },
            _ => ChangesError::Unreadable { path, said: complaint(&text) },
        }
    }

    /// Asked only when something failed: it costs a process.
    fn version(&self) -> Option<String> {
        let mut whole = Vec::new();
        let mut read = |field: &[u8]| {
            whole.extend_from_slice(field);
            ControlFlow::Continue(())
        };
        self.run(self.command(&["--version"]), b'\n', &mut read).ok()?;
        Some(one_line(&whole).strip_prefix("git version ")?.to_owned())
    }
}

/// The program of a name, on the folders of PATH that are the same from everywhere: in a repository `.` is that repository.
fn find(program: &Path) -> Result<PathBuf, ChangesError> {
    if program.components().count() > 1 {
        return Ok(program.to_owned());
    }
    let name = program.with_extension(env::consts::EXE_EXTENSION);
    program_folders(&env::var_os("PATH").unwrap_or_default())
        .map(|folder| folder.join(&name))
        .find(|found| found.is_file())
        .ok_or(ChangesError::GitMissing)
}

fn program_folders(path: &OsStr) -> impl Iterator<Item = PathBuf> {
    env::split_paths(path).filter(|folder| folder.is_absolute())
}

fn is_foreign(name: &OsStr) -> bool {
    name.to_str().is_some_and(|name| (name.starts_with("GIT_") && !KEPT.contains(&name)) || name == "LANGUAGE")
}

/// Nothing when the answer came to its end.
fn each_field(out: ChildStdout, end: u8, read: &mut dyn FnMut(&[u8]) -> ControlFlow<()>) -> io::Result<Option<Answer>> {
    let mut out = BufReader::new(out.take(MOST_BYTES));
    let mut field = Vec::new();
    while out.read_until(end, &mut field)? > 0 {
        // A field that does not end is one that was cut off.
        if field.pop_if(|last| *last == end).is_none() && out.get_ref().limit() == 0 {
            return Ok(Some(Answer::TooMuch));
        }
        if read(&field).is_break() {
            return Ok(Some(Answer::Enough));
        }
        field.clear();
    }
    Ok((out.get_ref().limit() == 0).then_some(Answer::TooMuch))
}

fn listen(mut stderr: ChildStderr) -> Vec<u8> {
    let mut said = Vec::new();
    // What was heard until a failure is better than nothing, and the rest must not fill the pipe.
    drop(stderr.by_ref().take(MOST_SAID).read_to_end(&mut said));
    drop(io::copy(&mut stderr, &mut io::sink()));
    said
}

fn stop(mut child: Child) {
    kill(&mut child);
    drop(child.wait());
}

fn is_older(version: &str) -> bool {
    let mut numbers = version.split('.').map_while(|number| number.parse::<u32>().ok());
    matches!((numbers.next(), numbers.next()), (Some(major), Some(minor)) if (major, minor) < OLDEST)
}

/// The line that names the reason.
fn complaint(text: &str) -> String {
    let line = text.lines().find_map(|line| line.strip_prefix("fatal: ").or_else(|| line.strip_prefix("error: ")));
    let line = one_line(line.or_else(|| text.lines().next()).unwrap_or_default().as_bytes());
    if line.is_empty() { "it ended without saying why".to_owned() } else { line.trim_end_matches('.').to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_program_is_looked_for_where_the_repository_has_no_say() {
        let folders: Vec<PathBuf> = program_folders(OsStr::new(".:/usr/bin::bin:/bin")).collect();
        assert_eq!(folders, [Path::new("/usr/bin"), Path::new("/bin")]);
    }
}
