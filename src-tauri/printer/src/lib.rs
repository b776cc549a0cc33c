//! Has a paper printed as PDF by `sitrep-pdf`, a program of its own.
//!
//! Start with [`Printer::beside_this_program`]. Always true: there is an answer within the printer's patience, whatever the program
//! does, and nothing of it is left running; a PDF is whole or there is none; and where the program fails, everything else goes on. Not
//! here: what is printed, and what the PDF looks like.

mod error;
mod printer;
mod talk;

pub use error::PrintError;
pub use printer::{PROGRAM, Printed, Printer};
