//! Whether words that are found are said, feared or denied.

use std::collections::BTreeMap;

use super::matching::Found;
use super::tokens::Token;

/// How words stand in their sentence. Of several that are found the last of these holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    Said,
    Feared,
    /// Something near denies or practises, perhaps something else: words that are grave are asked about.
    Doubted,
    Denied,
}

/// How far from the words a sentence is read.
const REACH: usize = 8;

const DENIES: &[&str] = &[
    "no",
    "not",
    "never",
    "none",
    "nothing",
    "neither",
    "nor",
    "without",
    "zero",
    "cannot",
    "exclude",
    "excluded",
    "excludes",
    "excluding",
    "deny",
    "denied",
    "denies",
    "disproved",
    "disprove",
    "unrelated",
    "isn",
    "nobody",
    "unfounded",
    "debunked",
    "refuted",
    "free",
];
/// Turned away before it came to it.
const AVERTS: &[&str] = &[
    "prevented",
    "prevent",
    "avoided",
    "avoid",
    "blocked",
    "thwarted",
    "averted",
    "stopped",
    "foiled",
    "attempted",
    "attempt",
    "attempts",
    "stop",
    "block",
];
const FEARS: &[&str] = &[
    "possible",
    "possibly",
    "potential",
    "potentially",
    "maybe",
    "perhaps",
    "might",
    "may",
    "could",
    "suspect",
    "suspected",
    "suspects",
    "suspecting",
    "suspicion",
    "whether",
    "if",
    "likely",
    "probably",
    "alleged",
    "allegedly",
    "apparent",
    "apparently",
    "rumour",
    "rumor",
    "rumoured",
    "fear",
    "fears",
    "worried",
    "unsure",
    "unclear",
    "looks",
    "seems",
    "claims",
    "claimed",
    "check",
    "checking",
    "wonder",
    "investigating",
    "rule",
];
const PRACTISES: &[&str] = &["drill", "drills", "exercise", "exercises", "tabletop", "simulation", "gameday", "rehearsal"];
/// These practise, too, or are part of a name.
const MAY_PRACTISE: &[&str] = &["simulated", "simulate", "training", "rehearse", "hypothetical", "pretend", "mock"];
/// Behind a verb these deny what is told, and not something else about it.
const DENIED_WITH: &[&str] = &[
    "a",
    "an",
    "the",
    "any",
    "our",
    "been",
    "yet",
    "actually",
    "really",
    "evidence",
    "caused",
    "related",
    "due",
    "involve",
    "look",
    "seem",
    "see",
    "seen",
    "find",
    "found",
    "show",
    "confirmed",
    "observed",
    "detected",
    "present",
    "happened",
    "happening",
    "happen",
    "occurred",
    "occur",
    "true",
    "real",
    "one",
    "likely",
    "it",
    "so",
];
/// How many words may stand between a denial and what it denies.
const DENIED_WITHIN: usize = 4;
/// Behind the words these make the name of a tool or a text of them.
const TOOLS: &[&str] = &[
    "detection",
    "detector",
    "scanner",
    "scanners",
    "scanning",
    "scan",
    "scans",
    "checker",
    "monitor",
    "monitoring",
    "policy",
    "policies",
    "course",
    "page",
    "dashboard",
    "prevention",
    "protection",
    "plan",
    "plans",
    "runbook",
    "runbooks",
    "playbook",
    "procedure",
    "procedures",
    "notification",
    "notifications",
    "filter",
    "filters",
    "service",
    "api",
    "insurance",
    "template",
    "docs",
    "documentation",
    "tracker",
    "feed",
    "clause",
    "law",
    "awareness",
    "guide",
    "checklist",
    "webinar",
    "simulator",
    "button",
    "tests",
    "linter",
];
/// A sentence turns here: what was denied before it is not denied behind it.
const TURNS: &[&str] = &[
    "but",
    "however",
    "though",
    "although",
    "yet",
    "except",
    "instead",
    "then",
    "because",
    "since",
    "after",
    "due",
    "following",
    "when",
    "while",
    "until",
    "before",
    "and",
];

/// How each part of a sentence is practised, as far as it is: surely, or perhaps.
pub(super) fn practised_parts(tokens: &[Token]) -> BTreeMap<usize, Standing> {
    let mut parts = BTreeMap::new();
    for token in tokens {
        let standing = match token.word.as_str() {
            word if PRACTISES.contains(&word) => Standing::Denied,
            word if MAY_PRACTISE.contains(&word) => Standing::Doubted,
            _ => continue,
        };
        // 'Drill: data breach' is practised behind the colon, too.
        for part in [token.part, token.part + 1] {
            let known = parts.entry(part).or_insert(standing);
            *known = standing.max(*known);
        }
    }
    parts
}

/// How the words stand. What is not denied and not feared is said.
pub(super) fn standing(found: &Found, tokens: &[Token], practised: &BTreeMap<usize, Standing>) -> Standing {
    let (before, after) = (before(found, tokens), after(found, tokens));
    let between: Vec<Near<'_>> = (found.first..found.last).filter(|at| !found.named.contains(at)).map(|at| Near::of(&tokens[at])).collect();
    if after.first().is_some_and(|next| TOOLS.contains(&next.word)) {
        return Standing::Denied;
    }
    if let Some(standing) = practised.get(&tokens[found.first].part) {
        return *standing;
    }
    let (said_before, said_after) = (words(&before), words(&after));
    if is_open(&said_before) || is_open(&said_after) {
        return Standing::Feared;
    }
    let denials = [denial(&before), denial(&between), denial_behind(&said_after)];
    if let Some(denied) = denials.into_iter().flatten().max() {
        return denied;
    }
    let feared = |words: &[&str]| words.iter().any(|word| FEARS.contains(word) || AVERTS.contains(word));
    let asked = tokens[found.first].asked;
    if feared(&said_before) || feared(&words(&between)) || asked || feared(&said_after[..said_after.len().min(2)]) {
        return Standing::Feared;
    }
    Standing::Said
}

/// A word near those that were found, and whether a comma stands behind it.
#[derive(Debug, Clone, Copy)]
struct Near<'t> {
    word: &'t str,
    comma: bool,
}

impl<'t> Near<'t> {
    fn of(token: &'t Token) -> Self {
        Self { word: &token.word, comma: token.comma }
    }
}

fn words<'t>(near: &[Near<'t>]) -> Vec<&'t str> {
    near.iter().map(|near| near.word).collect()
}

/// The words before, from where the sentence last turned.
fn before<'t>(found: &Found, tokens: &'t [Token]) -> Vec<Near<'t>> {
    let part = tokens[found.first].part;
    let near = tokens[..found.first].iter().rev().take(REACH).take_while(|token| token.part == part);
    // 'No, data was stolen' answers a question; 'no leak, breach or theft' is a list.
    let mut words: Vec<Near<'t>> = near.take_while(|token| !turns(token)).map(Near::of).collect();
    words.reverse();
    words
}

fn turns(token: &Token) -> bool {
    TURNS.contains(&token.word.as_str()) || (token.comma && matches!(token.word.as_str(), "no" | "yes"))
}

fn after<'t>(found: &Found, tokens: &'t [Token]) -> Vec<Near<'t>> {
    let part = tokens[found.last].part;
    if tokens[found.last].comma {
        return Vec::new();
    }
    let near = tokens[found.last + 1..].iter().take(REACH).take_while(|token| token.part == part && !turns(token));
    let mut words = Vec::new();
    for token in near {
        words.push(Near::of(token));
        if token.comma {
            break;
        }
    }
    words
}

fn is_denial(word: &str) -> bool {
    DENIES.contains(&word) || word.ends_with("n't")
}

/// 'Cannot rule out', 'not excluded', 'no doubt', 'not sure', 'not yet known': nothing is denied by these.
fn is_open(words: &[&str]) -> bool {
    let denied_at = |at: usize| words[at.saturating_sub(3)..at].iter().any(|word| is_denial(word));
    words.iter().enumerate().any(|(at, word)| match *word {
        "rule" | "ruled" | "ruling" => words.get(at + 1) == Some(&"out") && denied_at(at),
        "excluded" | "exclude" | "sure" | "clear" | "known" | "know" | "certain" | "confirmed" | "confirm" => {
            denied_at(at) && !told_none(words, at)
        }
        _ => false,
    })
}

/// 'No confirmed breach' is none so far, and stays a denial; 'not confirmed' is open.
fn told_none(words: &[&str], at: usize) -> bool {
    at.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|before| *before == "no")
}

fn is_ruled_out(words: &[&str]) -> bool {
    words.windows(2).any(|two| two[0].starts_with("rul") && two[1] == "out")
}

/// Whether the words deny what follows them: surely, or perhaps something else that stands between.
fn denial(near: &[Near<'_>]) -> Option<Standing> {
    let words = words(near);
    let denied = (0..words.len()).filter(|at| is_denial(words[*at]) && !is_idle(&words, *at)).map(|at| {
        let over_a_comma = near[at..].iter().any(|near| near.comma);
        let next = words.get(at + 1);
        let of_this = next.is_none_or(|next| DENIED_WITH.contains(next)) || !is_not(words[at]);
        let near_enough = words.len() - 1 - at <= DENIED_WITHIN;
        if of_this && near_enough && !over_a_comma { Standing::Denied } else { Standing::Doubted }
    });
    // What was not averted came to it.
    let averted = |at: usize| words.get(at + 1).is_some_and(|next| AVERTS.contains(next));
    let came_to_it = (0..words.len()).any(|at| is_denial(words[at]) && averted(at));
    match (is_ruled_out(&words), came_to_it) {
        (true, _) => Some(Standing::Denied),
        (false, true) => None,
        (false, false) => denied.max(),
    }
}

/// 'Not' and its short forms deny a verb, which may be another than the one that is told.
fn is_not(word: &str) -> bool {
    word == "not" || word == "cannot" || word.ends_with("n't")
}

/// 'No doubt', 'not only', 'no longer', 'free access' deny nothing of what follows.
fn is_idle(words: &[&str], at: usize) -> bool {
    let next = words.get(at + 1).copied().unwrap_or_default();
    match words[at] {
        "free" => next != "of" && next != "from",
        "without" => matches!(next, "authorisation" | "authorization" | "permission" | "doubt" | "a"),
        _ => matches!(next, "only" | "just" | "longer" | "doubt" | "question" | "less" | "matter"),
    }
}

/// Behind the words only a verb denies them: 'a breach is not seen', 'a leak was ruled out', 'breach: false alarm'.
fn denial_behind(words: &[&str]) -> Option<Standing> {
    let near = &words[..words.len().min(5)];
    let false_alarm = near.windows(2).any(|two| two[0] == "false" && matches!(two[1], "alarm" | "positive" | "alert"));
    let told = near.iter().any(|word| matches!(*word, "excluded" | "unfounded" | "disproved" | "denied" | "debunked" | "refuted"));
    if false_alarm || is_ruled_out(near) || told {
        return Some(Standing::Denied);
    }
    let verb = |word: &str| matches!(word, "is" | "was" | "were" | "are" | "has" | "have" | "did" | "does" | "had" | "been");
    let not = |word: &str| matches!(word, "not" | "never" | "none" | "nothing") || word.ends_with("n't");
    let at = near.iter().enumerate().position(|(at, word)| not(word) && (at == 0 || word.ends_with("n't") || verb(near[at - 1])))?;
    let of_this = near.get(at + 1).is_none_or(|next| DENIED_WITH.contains(next));
    Some(if of_this { Standing::Denied } else { Standing::Doubted })
}
