//! Writes a paper as a tagged PDF.
//!
//! Start with [`print`]. Always true: a text of the paper reaches the typesetter as data and is never read as its markup or code
//! (`data` makes it, `template.typ` alone is code); nothing is read but the order and fonts, and nothing is fetched; the same order
//! gives the same bytes, as long as the same fonts are there. Not here: what a paper says (`sitrep_core::paper`), and who starts this
//! program.

mod data;
mod drawing;
mod fault;
mod files;
mod fonts;
mod print;
mod sizes;
mod world;

pub use fault::Fault;
pub use print::print;
