//! What every verb stands on: the workstation it works with, the incident it is about, what it reads, the app it may start.
//!
//! Start with [`CommandLine`]. Always true: the folders are those of the environment, and with `--practice` the practice folder.
//! Not here: a verb's own arguments, and what it answers.

mod clipboard;
mod context;
mod desktop_app;
mod display;
mod entry;
mod environment;
mod global;
mod incident;
mod input;
mod list_part;
mod question;
mod reading_all;
mod values;

pub use clipboard::copy_message;
pub use context::{CommandLine, Subject, standing};
pub use desktop_app::{has_app, open_app};
pub use display::DisplayServer;
pub use entry::EntryArg;
pub use environment::environment_of;
pub use global::GlobalArgs;
pub use incident::{IncidentArg, NamedIncident, NamesIncident};
pub use input::{read_alert_text, read_file, read_standard_input, text_or_input};
pub use list_part::{MoveArgs, PartArgs, nth};
pub use question::{can_be_asked, is_said_yes};
pub use reading_all::read_all_to_search;
pub use values::{detection, one_of, update_format};
