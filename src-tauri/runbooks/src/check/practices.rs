//! The practices that the rules hold a runbook to (seed: Runbook Best Practices).

use serde::Serialize;

use super::mark::Rule;

/// A practice, why it is one, and the rules that look after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Practice {
    /// What to do.
    pub practice: &'static str,
    /// Why.
    pub reason: &'static str,
    /// The rules, by their codes.
    pub rules: &'static [Rule],
}

/// The practices in the procedure's order.
pub const PRACTICES: [Practice; 7] = [
    Practice {
        practice: "Use exact commands, not descriptions",
        reason: "Under stress, responders should copy-paste, not interpret",
        rules: &[Rule::VagueStep, Rule::PastesAndRuns, Rule::OpenFence],
    },
    Practice {
        practice: "Include expected output",
        reason: "So responders know if the command worked",
        rules: &[Rule::NoExpected, Rule::DeadImage],
    },
    Practice {
        practice: "Provide verification after each step",
        reason: "Catch issues early, do not proceed blindly",
        rules: &[Rule::NoVerification],
    },
    Practice {
        practice: "Include a rollback for each step",
        reason: "If a mitigation step makes things worse",
        rules: &[Rule::NoRollback],
    },
    Practice {
        practice: "Test runbooks regularly",
        reason: "Outdated runbooks cause confusion during real incidents",
        rules: &[Rule::Stale, Rule::DeadLink],
    },
    Practice { practice: "Date-stamp and version runbooks", reason: "Know when it was last verified", rules: &[Rule::NoVersion] },
    Practice { practice: "Link from alert to runbook", reason: "Reduce time-to-runbook to one click", rules: &[Rule::NoAlert] },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_rule_looks_after_one_practice() {
        let mut all: Vec<Rule> = PRACTICES.iter().flat_map(|one| one.rules).copied().collect();
        all.sort_unstable();
        let mut wanted = Rule::ALL.to_vec();
        wanted.sort_unstable();
        assert_eq!(all, wanted);
    }
}
