//! Changing the team's files.

pub(crate) mod editor;
pub(crate) mod services_import;
pub mod team_file_views;
pub(crate) mod template_preview;
