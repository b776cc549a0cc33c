//! Whether words that are found are said, feared or denied.

use super::matching::Found;
use super::tokens::Token;

/// How words stand in their sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Said,
    Feared,
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
const PRACTISES: &[&str] = &[
    "drill",
    "drills",
    "exercise",
    "exercises",
    "tabletop",
    "simulation",
    "simulated",
    "simulate",
    "gameday",
    "training",
    "rehearsal",
    "rehearse",
    "hypothetical",
    "pretend",
    "mock",
];
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
    "database",
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

/// How the words stand. What is not denied and not feared is said.
pub(super) fn standing(found: &Found, tokens: &[Token]) -> Standing {
    let (before, after) = (before(found, tokens), after(found, tokens));
    let between: Vec<&str> = (found.first..found.last).filter(|at| !found.named.contains(at)).map(|at| tokens[at].word.as_str()).collect();
    let part = tokens[found.first].part;
    let practised = tokens.iter().any(|token| (token.part == part || token.part + 1 == part) && PRACTISES.contains(&token.word.as_str()));
    let is_tool = after.first().is_some_and(|next| TOOLS.contains(next));
    if practised || is_tool {
        return Standing::Denied;
    }
    if is_open(&before) || is_open(&after) {
        return Standing::Feared;
    }
    if denies(&before) || denies(&between) || denies_behind(&after) {
        return Standing::Denied;
    }
    let feared = |words: &[&str]| words.iter().any(|word| FEARS.contains(word) || AVERTS.contains(word));
    if feared(&before) || feared(&between) || tokens[found.first].asked || feared(&after[..after.len().min(2)]) {
        return Standing::Feared;
    }
    Standing::Said
}

/// The words before, from where the sentence last turned.
fn before<'t>(found: &Found, tokens: &'t [Token]) -> Vec<&'t str> {
    let part = tokens[found.first].part;
    let near = tokens[..found.first].iter().rev().take(REACH).take_while(|token| token.part == part);
    // 'No, data was stolen' answers a question; 'no leak, breach or theft' is a list.
    let mut words: Vec<&str> = near.take_while(|token| !turns(token)).map(|token| token.word.as_str()).collect();
    words.reverse();
    words
}

fn turns(token: &Token) -> bool {
    TURNS.contains(&token.word.as_str()) || (token.comma && matches!(token.word.as_str(), "no" | "yes"))
}

fn after<'t>(found: &Found, tokens: &'t [Token]) -> Vec<&'t str> {
    let part = tokens[found.last].part;
    let comma = tokens[found.last].comma;
    let near = tokens[found.last + 1..].iter().take(REACH).take_while(|token| token.part == part && !turns(token));
    let mut words = Vec::new();
    for token in near {
        words.push(token.word.as_str());
        if token.comma {
            break;
        }
    }
    if comma { Vec::new() } else { words }
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

fn denies(words: &[&str]) -> bool {
    let ruled_out = words.windows(2).any(|two| two[0].starts_with("rul") && two[1] == "out");
    let denied = words.iter().enumerate().any(|(at, word)| is_denial(word) && !is_idle(words, at));
    ruled_out || denied
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
fn denies_behind(words: &[&str]) -> bool {
    let near = &words[..words.len().min(5)];
    let false_alarm = near.windows(2).any(|two| two[0] == "false" && matches!(two[1], "alarm" | "positive" | "alert"));
    let ruled_out = near.windows(2).any(|two| two[0].starts_with("rul") && two[1] == "out");
    let verb = |word: &str| matches!(word, "is" | "was" | "were" | "are" | "has" | "have" | "did" | "does" | "had" | "been");
    let not = near.windows(2).any(|two| verb(two[0]) && matches!(two[1], "not" | "never" | "none" | "nothing"));
    let told = near.iter().any(|word| matches!(*word, "excluded" | "unfounded" | "disproved" | "denied" | "debunked" | "refuted"));
    false_alarm || ruled_out || not || told || near.first().is_some_and(|first| first.ends_with("n't") || matches!(*first, "never" | "not"))
}
