//! The two charts, as SVG.
//!
//! A chart is for a page that colours it: shapes have classes and no colour of their own, so that a strict policy on styles lets it
//! through and both themes draw the same. `p0` to `p3` are the fills of the severities and `ink-p0` to `ink-p3` the labels on them; `grid`
//! and `axis` are lines, `tick` what is written at them and `now` the tick of the week that goes on; `median` and `p90` are the dots and
//! `span` the line between them; `label` names a row, `note` says what is missing, and `hit` is drawn by nobody: it is what the pointer
//! meets and a ring goes around. Each bar is a group with its place in `data-bar`, each row one with its place in `data-row`. Sizes are
//! in the pixels of the window's text. Always true: it holds no style, no script and no address, and the table beside it says the same.

mod bars;
mod dumbbells;
mod parts;
mod scale;

pub use bars::{bars, weeks_per_bar};
pub use dumbbells::dumbbells;
