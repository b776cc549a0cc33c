//! A chord such as `Ctrl+Alt+Space`, written as the desktops want it.

/// A chord taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chord {
    modifiers: Vec<Modifier>,
    /// The key as X and Wayland name it: `space`, `l`, `Return`.
    key: String,
}

/// The names of keys that are not the same on screen and in a desktop's files.
const KEYS: [(&str, &str); 17] = [
    ("Space", "space"),
    ("Enter", "Return"),
    ("Esc", "Escape"),
    ("PageUp", "Prior"),
    ("PageDown", "Next"),
    (",", "comma"),
    (".", "period"),
    ("-", "minus"),
    ("=", "equal"),
    ("/", "slash"),
    ("\\", "backslash"),
    (";", "semicolon"),
    ("'", "apostrophe"),
    ("`", "grave"),
    ("[", "bracketleft"),
    ("]", "bracketright"),
    ("Backspace", "BackSpace"),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Modifier {
    Ctrl,
    Alt,
    Shift,
    Super,
}

impl Modifier {
    const ALL: [Self; 4] = [Self::Ctrl, Self::Alt, Self::Shift, Self::Super];

    /// As the portal, Sway and Hyprland write it.
    fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Ctrl => ("CTRL", "Ctrl", "CTRL"),
            Self::Alt => ("ALT", "Mod1", "ALT"),
            Self::Shift => ("SHIFT", "Shift", "SHIFT"),
            Self::Super => ("LOGO", "Mod4", "SUPER"),
        }
    }

    fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|modifier| format!("{modifier:?}").eq_ignore_ascii_case(word))
    }
}

impl Chord {
    /// Takes a chord apart; `None` when it has no key or a modifier that no desktop knows.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut words: Vec<&str> = text.split('+').map(str::trim).collect();
        let key = words.pop().filter(|key| !key.is_empty())?;
        let modifiers = words.into_iter().map(Modifier::read).collect::<Option<_>>()?;
        Some(Self { modifiers, key: key_name(key) })
    }

    /// For the desktop portal: `CTRL+ALT+space`.
    #[must_use]
    pub fn for_portal(&self) -> String {
        self.joined("+", "+", |modifier| modifier.words().0)
    }

    /// For Sway: `Ctrl+Mod1+space`.
    #[must_use]
    pub fn for_sway(&self) -> String {
        self.joined("+", "+", |modifier| modifier.words().1)
    }

    /// For Hyprland: `CTRL ALT, space`.
    #[must_use]
    pub fn for_hyprland(&self) -> String {
        self.joined(" ", ", ", |modifier| modifier.words().2)
    }

    fn joined(&self, between: &str, before_key: &str, word: impl Fn(Modifier) -> &'static str) -> String {
        let modifiers: Vec<&str> = self.modifiers.iter().map(|modifier| word(*modifier)).collect();
        format!("{}{before_key}{}", modifiers.join(between), self.key)
    }
}

fn key_name(key: &str) -> String {
    match KEYS.into_iter().find(|(shown, _)| shown.eq_ignore_ascii_case(key)) {
        Some((_, named)) => named.to_owned(),
        None if key.chars().count() == 1 => key.to_lowercase(),
        None => key.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chord_is_written_as_each_desktop_wants_it() {
        let cases = [
            ("Ctrl+Alt+Space", "CTRL+ALT+space", "Ctrl+Mod1+space", "CTRL ALT, space"),
            ("Super+Shift+L", "LOGO+SHIFT+l", "Mod4+Shift+l", "SUPER SHIFT, l"),
            ("ctrl + enter", "CTRL+Return", "Ctrl+Return", "CTRL, Return"),
            ("Alt+F9", "ALT+F9", "Mod1+F9", "ALT, F9"),
        ];
        for (chord, portal, sway, hyprland) in cases {
            let read = Chord::read(chord).unwrap();
            assert_eq!((read.for_portal().as_str(), read.for_sway().as_str(), read.for_hyprland().as_str()), (portal, sway, hyprland));
        }
        for nonsense in ["", "Ctrl+", "Hyper+L"] {
            assert_eq!(Chord::read(nonsense), None, "{nonsense}");
        }
    }
}
