//! Why there is no PDF.

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use sitrep_core::paper::PrintRefusal;

/// Why there is no PDF. Each ends a sentence.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// The program is not beside this one.
    #[error("the program that writes PDF, {}, is not there", .0.display())]
    Missing(PathBuf),
    /// The program is there and does not start.
    #[error("{} did not start ({error})", program.display())]
    NotStarted {
        /// The program.
        program: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// It took too long, and was ended.
    #[error("it took longer than {} seconds", .0.as_secs())]
    TooSlow(Duration),
    /// What came out is more than a PDF of a review is.
    #[error("the PDF grew beyond {} MB", .0 >> 20)]
    TooLarge(u64),
    /// The program says that it cannot be printed.
    #[error("{detail}")]
    Refused {
        /// Why.
        reason: PrintRefusal,
        /// In words.
        detail: String,
    },
    /// The program ended without a PDF and without a reason.
    #[error("the program that writes PDF ended halfway{}", .0.as_ref().map(|said| format!(" ({said})")).unwrap_or_default())]
    Ended(Option<String>),
}

impl PrintError {
    /// A stable word for scripts and pages.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Missing(_) => "no_pdf_program",
            Self::NotStarted { .. } => "pdf_not_started",
            Self::TooSlow(_) => "pdf_too_slow",
            Self::TooLarge(_) => "pdf_too_large",
            Self::Refused { .. } => "not_printable",
            Self::Ended(_) => "pdf_ended",
        }
    }
}
