//! The policy that is followed now, and why the file is not.

use std::sync::Arc;

use sitrep_core::team::{EffectivePolicy, Policy, TeamFileError};

use super::followed::Stamp;

/// The policy that is followed now.
pub(crate) struct InForce {
    pub(crate) policy: Arc<Policy>,
    pub(crate) effective: EffectivePolicy,
    /// Why the file is not followed, if it is not.
    pub(crate) problem: Option<String>,
    /// The file as it was when it was read.
    pub(crate) seen: Stamp,
}

impl InForce {
    pub(crate) fn built_in() -> Result<Self, TeamFileError> {
        Ok(Self::of(EffectivePolicy::built_in()?, None, None))
    }

    pub(crate) fn of(effective: EffectivePolicy, problem: Option<String>, seen: Stamp) -> Self {
        Self { policy: Arc::new(effective.policy.clone()), effective, problem, seen }
    }
}

/// A text that was good once; it may be strange to a newer Sitrep, which then follows its own policy.
pub(crate) fn last_good_or_built_in(text: &str) -> Result<EffectivePolicy, TeamFileError> {
    EffectivePolicy::with(text).or_else(|_| EffectivePolicy::built_in())
}
