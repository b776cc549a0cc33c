//! Why a template is not used.

/// Why a template is not used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{reason}", line.map(|line| format!("line {line}: ")).unwrap_or_default())]
pub struct TemplateError {
    /// In which line of the file (from 1), if that is known.
    pub line: Option<usize>,
    /// What is wrong.
    pub reason: String,
}

/// An error of the body in lines of the file.
pub(super) fn in_file(error: TemplateError, first_line: Option<usize>) -> TemplateError {
    let line = first_line.and_then(|first| error.line.map(|line| line + first - 1));
    let reason = if first_line.is_none() { format!("subject: {}", error.reason) } else { error.reason };
    TemplateError { line, reason }
}
