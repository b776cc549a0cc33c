//! The program that prints, and how long it may take.

use std::env;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use sitrep_core::paper::{PrintNote, PrintOrder};

use crate::error::PrintError;
use crate::talk::{Heard, talk};

/// The program that prints.
pub const PROGRAM: &str = if cfg!(windows) { "sitrep-pdf.exe" } else { "sitrep-pdf" };

/// A review of ten pages takes about a second; one of five days with many pictures some.
const PATIENCE: Duration = Duration::from_secs(60);
/// Far more than a review with its pictures.
const PDF_AT_MOST: u64 = 512 << 20;

/// A PDF, and what is to be said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The file, byte by byte.
    pub pdf: Vec<u8>,
    /// Whether it keeps to PDF/UA-1; else it is tagged and no more.
    pub accessible: bool,
    /// Letters that no font on this computer has, each once: they are drawn as an empty box.
    pub without_font: String,
}

/// What has papers printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printer {
    /// The program.
    pub program: PathBuf,
    /// How long it may take for one paper.
    pub patience: Duration,
}

impl Printer {
    /// The program that lies in the folder of this one.
    ///
    /// # Errors
    /// [`PrintError::Missing`] where there is none.
    pub fn beside_this_program() -> Result<Self, PrintError> {
        let program = env::current_exe().map_or_else(|_| PathBuf::from(PROGRAM), |own| own.with_file_name(PROGRAM));
        if program.is_file() { Ok(Self::of(program)) } else { Err(PrintError::Missing(program)) }
    }

    /// This program, with as much time as a review may take.
    #[must_use]
    pub fn of(program: PathBuf) -> Self {
        Self { program, patience: PATIENCE }
    }

    /// Has an order printed; `tell` hears on how many pages, once that is known.
    ///
    /// # Errors
    /// Every [`PrintError`]. Nothing of the program is left running then.
    pub fn print(&self, order: &PrintOrder, tell: impl FnMut(usize)) -> Result<Printed, PrintError> {
        let mut child = self.start()?;
        let heard = talk(&mut child, order, PDF_AT_MOST).map_err(|error| self.not_started(error));
        let answer = heard.and_then(|heard| self.answer(&heard, tell));
        // Whatever it says, there is nothing more to wait for.
        child.kill().unwrap_or_default();
        child.wait().map(drop).unwrap_or_default();
        answer
    }

    fn start(&self) -> Result<Child, PrintError> {
        let mut command = Command::new(&self.program);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        #[cfg(windows)]
        std::os::windows::process::CommandExt::creation_flags(&mut command, 0x0800_0000); // No console window shows up.
        command.spawn().map_err(|error| match error.kind() {
            ErrorKind::NotFound => PrintError::Missing(self.program.clone()),
            _ => self.not_started(error),
        })
    }

    fn not_started(&self, error: std::io::Error) -> PrintError {
        PrintError::NotStarted { program: self.program.clone(), error }
    }

    fn answer(&self, heard: &Receiver<Heard>, mut tell: impl FnMut(usize)) -> Result<Printed, PrintError> {
        let begun = Instant::now();
        let mut answer = Answer::default();
        loop {
            match heard.recv_timeout(self.patience.saturating_sub(begun.elapsed())) {
                Ok(Heard::Note(PrintNote::LaidOut { pages })) => tell(pages),
                Ok(Heard::Note(note)) => answer.last = Some(note),
                Ok(Heard::Words(words)) => answer.words = Some(words),
                Ok(Heard::Printed(pdf)) => answer.pdf = pdf.unwrap_or_default(),
                Err(RecvTimeoutError::Timeout) => return Err(PrintError::TooSlow(self.patience)),
                Err(RecvTimeoutError::Disconnected) => return answer.read(),
            }
            if answer.pdf.len() as u64 > PDF_AT_MOST {
                return Err(PrintError::TooLarge(PDF_AT_MOST));
            }
        }
    }
}

/// All that was heard.
#[derive(Default)]
struct Answer {
    pdf: Vec<u8>,
    last: Option<PrintNote>,
    words: Option<String>,
}

impl Answer {
    /// A PDF counts only where its program says that it is whole.
    fn read(self) -> Result<Printed, PrintError> {
        match self.last {
            Some(PrintNote::Printed { accessible, without_font }) if self.pdf.starts_with(b"%PDF-") => {
                Ok(Printed { pdf: self.pdf, accessible, without_font })
            }
            Some(PrintNote::Refused { reason, detail }) => Err(PrintError::Refused { reason, detail }),
            _ => Err(PrintError::Ended(self.words)),
        }
    }
}
