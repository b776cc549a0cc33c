//! What the screens show.

pub mod guidance;
pub(crate) mod incident;
pub(crate) mod investigation;
pub mod investigation_views;
pub(crate) mod recent_changes;
pub(crate) mod recent_changes_views;
pub mod service_help;
pub mod views;
