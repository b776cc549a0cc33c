//! Which colours the picture has, and who chooses them.

use super::element::Element;
use super::measure::SIZE;
use crate::vocabulary::Severity;

/// Who gives the picture its colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// The page that it is put in, by the classes `p0` to `p3`, `text-1` to `text-3`, `line`, `late-bg` and `late-ink`, of which each
    /// sets `color` alone.
    Page,
    /// A paper's, as `var(--p1-band)`: the page that it is in names them.
    Paper,
    /// It brings its own, which are those of light paper.
    StandAlone,
}

/// What a part of the picture is painted with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    Severity(Severity),
    /// What is to be looked at.
    Strong,
    /// Labels.
    Label,
    /// Axes.
    Faint,
    Line,
    LateGround,
    LateWords,
}

impl Ink {
    fn class(self) -> &'static str {
        match self {
            Self::Severity(Severity::P0) => "p0",
            Self::Severity(Severity::P1) => "p1",
            Self::Severity(Severity::P2) => "p2",
            Self::Severity(Severity::P3) => "p3",
            Self::Strong => "text-1",
            Self::Label => "text-2",
            Self::Faint => "text-3",
            Self::Line => "line",
            Self::LateGround => "late-bg",
            Self::LateWords => "late-ink",
        }
    }

    fn in_palette(self) -> &'static str {
        match self {
            Self::Severity(Severity::P0) => "var(--p0-band)",
            Self::Severity(Severity::P1) => "var(--p1-band)",
            Self::Severity(Severity::P2) => "var(--p2-band)",
            Self::Severity(Severity::P3) => "var(--p3-band)",
            Self::Strong => "var(--text-1)",
            Self::Label => "var(--text-2)",
            Self::Faint => "var(--text-3)",
            Self::Line => "var(--line-strong)",
            Self::LateGround => "var(--late-bg)",
            Self::LateWords => "var(--late-ink)",
        }
    }

    fn on_paper(self) -> &'static str {
        match self {
            Self::Severity(Severity::P0) => "#cc3a33",
            Self::Severity(Severity::P1) => "#d4722a",
            Self::Severity(Severity::P2) => "#a88a12",
            Self::Severity(Severity::P3) => "#7f90a3",
            Self::Strong | Self::LateGround => "#14171a",
            Self::Label => "#3f4750",
            Self::Faint => "#5a636d",
            Self::Line => "#c9ced3",
            Self::LateWords => "#ffffff",
        }
    }
}

/// Paints elements in one look.
#[derive(Debug, Clone, Copy)]
pub(super) struct Brush {
    pub(super) look: Look,
}

impl Brush {
    pub(super) fn fill(self, element: Element, ink: Ink) -> Element {
        self.ink(element, "fill", ink)
    }

    pub(super) fn outline(self, element: Element, ink: Ink) -> Element {
        self.stroke(element.set("fill", "none"), ink)
    }

    pub(super) fn stroke(self, element: Element, ink: Ink) -> Element {
        self.ink(element, "stroke", ink)
    }

    fn ink(self, element: Element, attribute: &'static str, ink: Ink) -> Element {
        match self.look {
            Look::Page => element.set("class", ink.class()).set(attribute, "currentColor"),
            Look::Paper => element.set(attribute, ink.in_palette()),
            Look::StandAlone => element.set(attribute, ink.on_paper()),
        }
    }

    /// A straight line from one point to another.
    pub(super) fn line(self, (x1, y1): (f64, f64), (x2, y2): (f64, f64), ink: Ink) -> Element {
        self.stroke(Element::new("line").at("x1", x1).at("y1", y1).at("x2", x2).at("y2", y2), ink)
    }

    /// Words from `x` on, or `anchor`ed there in another way; `y` is their base line.
    pub(super) fn text(self, x: f64, y: f64, anchor: Anchor, words: &str, ink: Ink) -> Element {
        let text = Element::new("text").at("x", x).at("y", y);
        let text = match anchor {
            Anchor::Start => text,
            Anchor::Middle => text.set("text-anchor", "middle"),
            Anchor::End => text.set("text-anchor", "end"),
        };
        self.fill(text, ink).saying(words)
    }

    /// Words in the inverse of the page, as wide as given, with their middle at `y`.
    pub(super) fn chip(self, x: f64, y: f64, width: f64, words: &str) -> [Element; 2] {
        let height = SIZE + 5.0;
        let ground = Element::new("rect").at("x", x).at("y", y - height / 2.0).at("width", width).at("height", height).at("rx", 3.0);
        let words = self.text(x + width / 2.0, y + SIZE * 0.36, Anchor::Middle, words, Ink::LateWords).set("font-weight", "600");
        [self.fill(ground, Ink::LateGround), words]
    }
}

/// Which end of the words is at the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}
