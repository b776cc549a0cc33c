//! The house keeps its plan: what uses what runs one way, nothing runs in a circle, files and functions stay short.

mod circles;
mod floors;
mod plan;
mod sizes;
mod source;
mod words;
