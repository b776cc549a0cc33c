//! 'When in doubt, over-classify' (seed: Escalation Rules), as a line.

use sitrep_workstation::acts::DoubtView;

/// What speaks for a higher severity, and how to take it.
pub fn in_doubt(doubt: &DoubtView, handle: &str) -> String {
    format!("In doubt, over-classify. {} Raise it: sitrep severity {} -i {handle}", doubt.why, doubt.to)
}
