//! What the team says of itself, in its own files.

use std::sync::Arc;

use super::policy::Policy;
use super::service::Services;

/// What the team says of itself, in its own files.
#[derive(Debug, Clone)]
pub struct Team {
    /// The policy in force.
    pub policy: Arc<Policy>,
    /// Its services.
    pub services: Arc<Services>,
}
