//! What the words after `sitrep-desktop` ask for; a second start hands its words to the first.

/// With this word the desktop starts the app at login.
pub const BACKGROUND: &str = "--background";

/// What a start of the app asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    /// The main window, in front.
    Focus,
    /// No window, only tray, keys and reminders.
    Background,
    /// Quick entry.
    Quick,
    /// The main window with the declare line in focus.
    Declare,
    /// The practice incident.
    Practice,
    /// This incident.
    Open(String),
    /// What a `sitrep://` link fills in.
    Link(String),
}

/// How the app is started, for a person who asked or mistyped.
pub const USAGE: &str = "usage: sitrep-desktop [quick | declare | open INCIDENT | sitrep://declare?… | --practice | --background]";

impl Request {
    /// Reads the words after the program's name; `None` when they mean nothing.
    #[must_use]
    pub fn parse(words: &[String]) -> Option<Self> {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        match words.as_slice() {
            [] => Some(Self::Focus),
            [BACKGROUND] => Some(Self::Background),
            ["quick"] => Some(Self::Quick),
            ["declare"] => Some(Self::Declare),
            ["--practice" | "practice"] => Some(Self::Practice),
            [link] if link.starts_with("sitrep://") => Some(Self::Link((*link).to_owned())),
            ["open", handle] => Some(Self::Open((*handle).to_owned())),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_requests() {
        let cases: &[(&[&str], Option<Request>)] = &[
            (&[], Some(Request::Focus)),
            (&["--background"], Some(Request::Background)),
            (&["quick"], Some(Request::Quick)),
            (&["declare"], Some(Request::Declare)),
            (&["--practice"], Some(Request::Practice)),
            (&["open", "2026-11-23-x"], Some(Request::Open("2026-11-23-x".to_owned()))),
            (&["sitrep://declare?title=x"], Some(Request::Link("sitrep://declare?title=x".to_owned()))),
            (&["open"], None),
            (&["dance"], None),
        ];
        for (words, wanted) in cases {
            let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            assert_eq!(Request::parse(&words), *wanted, "{words:?}");
        }
    }
}
