//! The forms in which an incident is handed on.

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use sitrep_core::redaction::CopyForm;
use ts_rs::TS;

/// A form in which an incident is handed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ExportFormat {
    /// The review as Markdown.
    Markdown,
    /// The review as one HTML file that asks for nothing outside.
    Html,
    /// The review as PDF, tagged.
    Pdf,
    /// The whole incident, which can be taken in again.
    Json,
    /// The timeline as comma-separated values.
    Csv,
    /// The review's time, for a calendar.
    Calendar,
}

impl ExportFormat {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Markdown, Self::Html, Self::Pdf, Self::Json, Self::Csv, Self::Calendar];

    /// How it is typed, which is the end of its file's name, too.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Calendar => "ics",
        }
    }

    /// Whether the files of pictures are in it.
    #[must_use]
    pub fn holds_pictures(self) -> bool {
        matches!(self, Self::Html | Self::Pdf | Self::Json)
    }

    pub(super) fn copy_form(self) -> CopyForm {
        if self == Self::Pdf { CopyForm::Pdf } else { self.form_of_words() }
    }

    /// Of its words before they are printed.
    pub(super) fn form_of_words(self) -> CopyForm {
        match self {
            Self::Html => CopyForm::Html,
            Self::Calendar => CopyForm::Calendar,
            Self::Markdown | Self::Pdf | Self::Json | Self::Csv => CopyForm::Other,
        }
    }
}

/// What was typed is no form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no form; there are md, html, pdf, json, csv and ics")]
pub struct UnknownExportFormat(String);

impl FromStr for ExportFormat {
    type Err = UnknownExportFormat;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|format| format.word() == word).ok_or_else(|| UnknownExportFormat(word.to_owned()))
    }
}
