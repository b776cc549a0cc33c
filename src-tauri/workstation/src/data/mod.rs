//! The data folder, its clock and what is read from it.

pub(crate) mod agenda;
pub(crate) mod clock;
pub(crate) mod find;
pub(crate) mod folders;
pub(crate) mod monotonic_time;
pub(crate) mod pictures;
pub(crate) mod settings;
pub(crate) mod watch;
pub(crate) mod workstation;
