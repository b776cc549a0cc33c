//! One thing that was looked at, and how it is told.

use serde::Serialize;

/// How far the names of the checks reach.
const NAMES: usize = 16;

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Check {
    /// Stable, for scripts.
    pub name: &'static str,
    pub good: bool,
    pub says: String,
    /// What still works and what to do.
    pub advice: Vec<String>,
}

impl Check {
    pub fn good(name: &'static str, says: impl Into<String>) -> Self {
        Self { name, good: true, says: says.into(), advice: vec![] }
    }

    pub fn bad(name: &'static str, says: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { name, good: false, says: says.into(), advice: vec![advice.into()] }
    }

    pub fn with(mut self, advice: impl IntoIterator<Item = String>) -> Self {
        self.advice.extend(advice);
        self
    }

    pub fn lines(&self) -> Vec<String> {
        let mark = if self.good { ' ' } else { '!' };
        let mut title = self.name.replace('_', " ");
        if let Some(first) = title.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        let first = format!("{mark} {title:<NAMES$}{}", self.says);
        std::iter::once(first).chain(self.advice.iter().map(|line| format!("  {:NAMES$}{line}", ""))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_line_is_marked_and_followed_by_what_to_do() {
        let check = Check::bad("session_bus", "there is none.", "Start one.").with(["Then try again.".to_owned()]);
        assert_eq!(
            check.lines(),
            ["! Session bus     there is none.", "                  Start one.", "                  Then try again."]
        );
        assert_eq!(Check::good("tray", "shown.").lines(), ["  Tray            shown."]);
    }
}
