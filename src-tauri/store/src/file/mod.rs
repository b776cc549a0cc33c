//! The database as a file: its folder, its connections, its schema, and what is done when it cannot be used.
//!
//! Start with [`open_for_writing`]; what cannot be written is read by a [`View`]. Always true: a database appears whole (`begin`) and is never deleted
//! (`damage`) but for that of a practice (`removal`), and only SQLite opens the file of a sound one, because closing it by other means drops SQLite's
//! locks. Not here: what is in its tables.

mod access;
mod begin;
mod connection;
mod damage;
mod derived;
mod folder;
mod opening;
mod removal;
mod schema;
mod view;
mod whole_file;

pub use folder::{OpenToOthers, is_for_its_owner_alone, make_private, make_private_folder};
pub use whole_file::{sync_folder, write_whole};

pub(crate) use access::trouble;
pub(crate) use begin::{open_unseen, put_in_place};
pub(crate) use connection::{copy_into, explain, explain_any, is_failing_disk};
pub(crate) use damage::{is_free, look, move_away, names_aside, set_aside_in};
pub(crate) use derived::{empty_derived, make_derived, open_derived, read_derived};
pub(crate) use folder::{is_same_file, open_to_others, private_file_in};
pub(crate) use opening::{Opened, open_for_writing};
pub(crate) use removal::remove;
pub(crate) use schema::rewrite_schema_number;
pub(crate) use view::View;
