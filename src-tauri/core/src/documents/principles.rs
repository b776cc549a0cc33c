//! What a review keeps to (seed: Blameless Culture Principles).

/// The six principles, each with its practice.
pub const PRINCIPLES: [(&str, &str); 6] = [
    ("Assume good intent", "People made the best decisions they could with the information they had at the time."),
    ("Focus on systems, not individuals", "Ask \"what allowed this to happen?\" not \"who caused this?\""),
    (
        "Separate the what from the who",
        "Describe actions taken without naming individuals in the root cause. Use role titles if context is needed.",
    ),
    ("Reward transparency", "Publicly thank people who report incidents, share mistakes, or identify risks."),
    ("Follow through on action items", "PIR action items are tracked and completed. Unfixed systemic issues lead to repeat incidents."),
    ("Share learnings broadly", "Publish PIR summaries (redacted if needed) so other teams learn too."),
];
