//! Everybody can use it: axe finds nothing on any screen, in dark and in light, and the keyboard alone reaches everything.

mod axe;
mod job;
mod reach;
mod screens;
