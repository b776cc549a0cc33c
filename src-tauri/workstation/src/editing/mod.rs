//! Changing the team's files: the editor of Settings, and `sitrep services import`.
//!
//! Start with `editor`. Always true: a file is written only when a person says so, whole or not at all, never over what somebody else
//! wrote meanwhile; it is renamed to `.old` rather than deleted; and a text with a fault is told with its line and replaces nothing.
//! Not here: following the files (`team_files`, `data::team`).

mod editor;
mod file_list;
mod look;
mod services_import;
mod template_preview;
mod template_source;

pub use editor::{TeamFileSave, TeamFileText};
pub use file_list::TeamFileRow;
pub use look::{TeamFileInput, TeamFileLook, TeamFileProblem, TemplateRender, TemplateVariable};
