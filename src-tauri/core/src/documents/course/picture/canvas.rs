//! What every lane is drawn with.

use super::element::Element;
use super::measure::width;
use super::paint::{Anchor, Brush, Ink};
use super::room::{Spot, merge};
use super::scale::Scale;
use crate::text::thousands;

/// The width of the picture, in its units.
pub(super) const WIDTH: f64 = 672.0;
/// From the middle of a lane to the base line of words that stand in it.
pub(super) const BASE: f64 = 4.0;

/// The brush, the axis, and how far apart marks stay.
#[derive(Debug, Clone, Copy)]
pub(super) struct Canvas {
    pub(super) brush: Brush,
    pub(super) scale: Scale,
    /// What would come closer than this is drawn as one.
    pub(super) grain: f64,
}

/// A part of the picture, and how high it is.
pub(super) struct Drawn {
    pub(super) elements: Vec<Element>,
    pub(super) height: f64,
}

impl Canvas {
    pub(super) fn bounds(&self) -> (f64, f64) {
        (self.scale.left, self.scale.right)
    }

    /// The name of a lane, beside it.
    pub(super) fn name(&self, middle: f64, name: &str) -> Element {
        self.brush.text(0.0, middle + BASE, Anchor::Start, name, Ink::Faint)
    }

    /// Marks, those that would cover each other counted.
    pub(super) fn apart(&self, spots: impl IntoIterator<Item = Spot>) -> Vec<Spot> {
        merge(spots, self.grain, self.bounds(), |count| width(&thousands(count)) + 10.0)
    }

    /// How many a spot stands for.
    pub(super) fn count(&self, spot: &Spot, middle: f64) -> [Element; 2] {
        let pill = Element::new("rect").at("x", spot.from).at("y", middle - 7.0).at("width", spot.to - spot.from).at("height", 14.0);
        let words = self.brush.text(spot.middle(), middle + BASE, Anchor::Middle, &thousands(spot.count), Ink::Label);
        [self.brush.outline(pill.at("rx", 7.0), Ink::Label), words]
    }
}
