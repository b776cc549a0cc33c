//! The colours of a paper, which are those of the window.

/// A colour by its name in a style sheet, on a light page and on a dark one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour {
    /// `--text-1`.
    pub name: &'static str,
    /// On a light page, and on paper.
    pub light: &'static str,
    /// On a dark page.
    pub dark: &'static str,
}

const fn colour(name: &'static str, light: &'static str, dark: &'static str) -> Colour {
    Colour { name, light, dark }
}

/// The colours that a page, a drawing in it and the PDF may have.
pub const PALETTE: [Colour; 26] = [
    colour("--bg-sunken", "#f4f5f6", "#0d0f11"),
    colour("--bg-base", "#ffffff", "#121518"),
    colour("--bg-raised", "#f4f6f7", "#1a1e22"),
    colour("--line", "#e1e4e7", "#24292e"),
    colour("--line-strong", "#c9ced3", "#363d44"),
    colour("--line-input", "#7c858f", "#68727d"),
    colour("--text-1", "#14171a", "#eef1f3"),
    colour("--text-2", "#3f4750", "#b9c1c9"),
    colour("--text-3", "#5a636d", "#8f99a3"),
    colour("--accent", "#0b6a74", "#62c8ce"),
    colour("--accent-ink", "#ffffff", "#05191b"),
    colour("--accent-soft", "#e8f3f4", "#13272a"),
    colour("--late-bg", "#14171a", "#eef1f3"),
    colour("--late-ink", "#ffffff", "#0d0f11"),
    colour("--p0", "#c3241d", "#ff736d"),
    colour("--p0-ink", "#ffffff", "#240403"),
    colour("--p0-band", "#cc3a33", "#ff736d"),
    colour("--p1", "#b54d06", "#ff9d4d"),
    colour("--p1-ink", "#ffffff", "#241002"),
    colour("--p1-band", "#d4722a", "#ff9d4d"),
    colour("--p2", "#7a6100", "#e3c94f"),
    colour("--p2-ink", "#ffffff", "#201a00"),
    colour("--p2-band", "#a88a12", "#e3c94f"),
    colour("--p3", "#4f6072", "#a4b4c6"),
    colour("--p3-ink", "#ffffff", "#0e151c"),
    colour("--p3-band", "#7f90a3", "#a4b4c6"),
];

#[cfg(test)]
mod tests {
    use super::*;

    const TOKENS: &str = include_str!("../../../../ui/src/kit/tokens.css");

    fn value<'a>(theme: &'a str, name: &str) -> Option<&'a str> {
        theme.split_once(&format!("\n  {name}: "))?.1.split_once(';').map(|(value, _)| value)
    }

    #[test]
    fn the_colours_are_those_of_the_window() {
        let (dark, light) = TOKENS.split_once(":root[data-theme='light']").expect("both themes");
        for colour in PALETTE {
            assert_eq!(value(dark, colour.name), Some(colour.dark), "{}", colour.name);
            assert_eq!(value(light, colour.name), Some(colour.light), "{}", colour.name);
        }
    }
}
