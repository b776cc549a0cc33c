//! Whether a line tells of something that was done, or of something that was seen.

/// Words that begin what somebody did: 'rolled back to v312'. What a system may do by itself ('started failing', 'dropped to 3 %') is none.
const DEEDS: &[&str] = &[
    "rolled",
    "reverted",
    "restarted",
    "rebooted",
    "redeployed",
    "deployed",
    "scaled",
    "flushed",
    "purged",
    "cleared",
    "disabled",
    "enabled",
    "toggled",
    "switched",
    "turned",
    "killed",
    "drained",
    "promoted",
    "throttled",
    "rerouted",
    "redirected",
    "paged",
    "informed",
    "told",
    "asked",
    "escalated",
    "applied",
    "added",
    "removed",
    "moved",
    "bumped",
    "upgraded",
    "downgraded",
    "patched",
    "hotfixed",
    "rotated",
    "restored",
    "rebuilt",
    "reindexed",
    "backfilled",
    "retried",
    "replayed",
    "cancelled",
    "paused",
    "resumed",
    "posted",
    "pushed",
    "merged",
    "released",
    "deleted",
    "tagged",
    "isolated",
    "evicted",
    "cordoned",
    "recreated",
    "reset",
    "blocked",
    "unblocked",
    "renewed",
    "revoked",
];
/// What may stand before it: 'we have just rolled back'.
const BEFORE: &[&str] = &["we", "i", "have", "has", "had", "just", "then", "now", "also", "and", "manually"];

/// Whether a line tells of something that somebody did.
#[must_use]
pub fn tells_of_a_deed(line: &str) -> bool {
    let mut words = words(line).skip_while(|word| BEFORE.contains(&word.as_str()) || word.starts_with('@'));
    match (words.next().as_deref(), words.next().as_deref()) {
        (Some("failed"), Some("over")) => true,
        (Some(first), _) => DEEDS.contains(&first),
        (None, _) => false,
    }
}

/// Whether a line adds nothing to what was done: 'rolled back payments' to 'Roll payments-api back to v312'.
#[must_use]
pub fn tells_the_same_deed(line: &str, deed: &str) -> bool {
    let known = deed.to_lowercase();
    let mut told = words(line).filter(|word| word.chars().count() > 2 && !BEFORE.contains(&word.as_str())).peekable();
    told.peek().is_some() && told.all(|word| known.contains(stem(&word)))
}

/// `rolled` and `rollback` begin alike.
fn stem(word: &str) -> &str {
    word.char_indices().nth(4).map_or(word, |(end, _)| &word[..end])
}

fn words(line: &str) -> impl Iterator<Item = String> {
    let parts = line.split(|letter: char| !letter.is_alphanumeric() && letter != '@').filter(|word| !word.is_empty());
    parts.map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_done_is_told_from_what_was_seen() {
        for done in ["Rolled back to v312", "we have just restarted the pool", "@ana failed over to eu-2", "then paged the DBA"] {
            assert!(tells_of_a_deed(done), "{done}");
        }
        for seen in
            ["Alert fires: error rate > 5 %", "started failing at 14:00", "error rate falling", "dropped to 3 %", "restart loops", ""]
        {
            assert!(!tells_of_a_deed(seen), "{seen}");
        }
    }

    #[test]
    fn a_deed_that_is_told_already_is_known() {
        assert!(tells_the_same_deed("rolled back to v312", "Roll payments-api back to v312"));
        assert!(tells_the_same_deed("Rolled back", "Rollback of payments-api"));
        assert!(!tells_the_same_deed("rolled back the cards flag", "Roll payments-api back to v312"));
        assert!(!tells_the_same_deed("", "Rollback"));
    }
}
