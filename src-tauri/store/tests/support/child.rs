//! The test itself as another process: with a umask, as nobody, several at the same moment.

use std::env;
use std::fs::{self, Permissions};
use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

use sitrep_store::Store;

use super::Result;

const DEED: &str = "SITREP_TEST_DEED";
const FOLDER: &str = "SITREP_TEST_FOLDER";
const GO: &str = "SITREP_TEST_GO";
const ANSWER: &str = "answer: ";
const READY: &str = "ready to go";
const STAYS: &str = "stays until let go";
const NOBODY: u32 = 65534;

/// Does a deed in a folder and says what came of it.
pub type Deed = fn(&Path) -> Result<String>;

/// To be called by a test named `child`, which is a test in name alone.
pub fn be(deeds: &[(&str, Deed)]) -> Result {
    let (Ok(deed), Ok(folder)) = (env::var(DEED), env::var(FOLDER)) else { return Ok(()) };
    if env::var_os(GO).is_some() {
        println!("\n{READY}");
        std::io::stdin().lock().read_line(&mut String::new())?;
    }
    let (_, done) = deeds.iter().find(|(name, _)| *name == deed).ok_or("no such deed")?;
    match done(Path::new(&folder)) {
        Ok(said) => println!("\n{ANSWER}{said}"),
        Err(error) => println!("\n{ANSWER}refused: {error}"),
    }
    Ok(())
}

/// The arguments that make this test program be the child.
pub const ARGUMENTS: [&str; 3] = ["--exact", "child", "--nocapture"];

/// Turns a command that starts this test program into one that does a deed.
pub fn told<'a>(command: &'a mut Command, deed: &str, folder: &Path) -> &'a mut Command {
    command.args(ARGUMENTS).env(DEED, deed).env(FOLDER, folder)
}

/// This test program in a folder that others can reach, to be run by somebody to whom permissions mean something: as oneself, or as nobody where that is the
/// superuser.
pub struct Nobody {
    place: tempfile::TempDir,
    program: PathBuf,
}

impl Nobody {
    pub fn new() -> Result<Self> {
        let place = tempfile::Builder::new().permissions(Permissions::from_mode(0o755)).tempdir()?;
        let program = place.path().join("test");
        fs::copy(env::current_exe()?, &program)?;
        Ok(Self { place, program })
    }

    /// A folder of theirs, which the test can reach, too.
    pub fn folder(&self, name: &str) -> Result<PathBuf> {
        let folder = self.place.path().join(name);
        fs::create_dir(&folder)?;
        self.give(&folder)?;
        Ok(folder)
    }

    /// Makes it theirs.
    pub fn give(&self, path: &Path) -> Result {
        if is_superuser() {
            chown(path, Some(NOBODY), Some(NOBODY))?;
        }
        Ok(())
    }

    /// Does a deed as them, with a umask.
    pub fn answer(&self, umask: &str, deed: &str, folder: &Path) -> Result<String> {
        answer(told(&mut self.command(umask), deed, folder))
    }

    /// As [`hold`].
    pub fn hold(&self, deed: &str, folder: &Path) -> Result<Waiting> {
        Waiting::until(STAYS, told(&mut self.command("022"), deed, folder))
    }

    fn command(&self, umask: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", &format!("umask {umask}; exec \"$@\""), "sh"]);
        if is_superuser() {
            command.args(["setpriv", &format!("--reuid={NOBODY}"), &format!("--regid={NOBODY}"), "--clear-groups"]);
        }
        command.arg(&self.program);
        command
    }
}

pub fn is_superuser() -> bool {
    fs::metadata("/proc/self").is_ok_and(|about| about.uid() == 0)
}

/// Runs it to its end and gives its answer.
pub fn answer(command: &mut Command) -> Result<String> {
    let output = command.output()?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let answer = said.lines().find_map(|line| line.strip_prefix(ANSWER)).map(str::to_owned);
    answer.ok_or_else(|| format!("no answer: {said}{}", String::from_utf8_lossy(&output.stderr)).into())
}

/// Starts a process whose deed calls [`stay`], and gives it once it stays.
pub fn hold(deed: &str, folder: &Path) -> Result<Waiting> {
    Waiting::until(STAYS, told(&mut Command::new(env::current_exe()?), deed, folder))
}

/// Stays until the test lets go of this process.
pub fn stay() -> Result<String> {
    println!("\n{STAYS}");
    std::io::stdin().lock().read_line(&mut String::new())?;
    Ok(String::new())
}

/// A deed: keeps the database open until the test lets go of this process.
pub fn keep_open(folder: &Path) -> Result<String> {
    let _store = Store::open(folder)?;
    stay()
}

/// Does the deed in several processes at the same moment.
pub fn at_once(count: usize, deed: &str, folder: &Path) -> Result<Vec<String>> {
    let start = |_| Waiting::until(READY, told(&mut Command::new(env::current_exe()?), deed, folder).env(GO, "1"));
    let mut waiting: Vec<Waiting> = (0..count).map(start).collect::<Result<_>>()?;
    for child in &mut waiting {
        child.go()?;
    }
    waiting.iter_mut().map(|child| child.wait_for(ANSWER)).collect()
}

/// A process that is ended with this.
pub struct Waiting {
    process: Child,
    says: BufReader<ChildStdout>,
}

impl Waiting {
    fn until(word: &str, command: &mut Command) -> Result<Self> {
        let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let says = BufReader::new(process.stdout.take().ok_or("no pipe")?);
        let mut child = Self { process, says };
        child.wait_for(word)?;
        Ok(child)
    }

    /// Lets it go on to its end and gives its answer.
    pub fn let_go(&mut self) -> Result<String> {
        self.go()?;
        self.wait_for(ANSWER)
    }

    fn go(&mut self) -> Result {
        Ok(self.process.stdin.as_mut().ok_or("no pipe")?.write_all(b"go\n")?)
    }

    /// The rest of the first line that holds this word.
    fn wait_for(&mut self, word: &str) -> Result<String> {
        let mut line = String::new();
        while self.says.read_line(&mut line)? > 0 {
            if let Some((_, rest)) = line.trim_end().split_once(word) {
                return Ok(rest.to_owned());
            }
            line.clear();
        }
        Err(format!("it ended without saying '{word}'").into())
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}
