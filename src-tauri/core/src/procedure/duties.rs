//! What an incident owes: what its severity asks for, and what the worst that it had asked for.

use crate::incident::Incident;
use crate::team::{Duties, Policy};

impl Incident {
    /// What it owes. What got better is owed what it was when it was worst; what never was that bad is not.
    #[must_use]
    pub fn duties<'a>(&self, policy: &'a Policy) -> Duties<'a> {
        policy.duties(&[self.peak_severity(), self.severity])
    }

    /// Who is to be notified and was not yet, in the order of the policy.
    #[must_use]
    pub fn untold<'a>(&self, policy: &'a Policy) -> Vec<&'a str> {
        self.duties(policy).notify().into_iter().filter(|who| !self.notified.contains(*who)).collect()
    }
}
