//! Which commands are risky, and why.

use std::borrow::Cow;
use std::sync::LazyLock;

use serde::Deserialize;

use super::language::{Tongue, tongue};
use super::split::commands_in;
use crate::model::Risk;

/// A risky command, as `runbooks.toml` has it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Risky {
    /// Words in order, such as `kubectl delete lease`. `*` stands for anything within a word.
    pub command: String,
    /// Why, in words.
    pub why: String,
}

#[derive(Debug, Default, Deserialize)]
struct Table {
    risky: Vec<Risky>,
    statement: Vec<Risky>,
    change: Vec<Change>,
}

#[derive(Debug, Deserialize)]
struct Change {
    command: String,
}

/// A test of this file reads it; were it broken, nothing would be risky.
static BUILT_IN: LazyLock<Table> = LazyLock::new(|| toml::from_str(include_str!("risks.toml")).unwrap_or_default());

/// Which commands are risky: Sitrep's own, and those of the team before them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Risks {
    of_the_team: Vec<Risky>,
}

impl Risks {
    /// Sitrep's own and these.
    #[must_use]
    pub fn with(of_the_team: Vec<Risky>) -> Self {
        Self { of_the_team }
    }

    /// Why a text is risky: its worst command. `line` is that of the text.
    #[must_use]
    pub fn of(&self, text: &str, language: &str, line: u32) -> Option<Risk> {
        let risky = commands_in(text, language).into_iter().filter_map(|piece| Some((piece, self.of_one(piece.text, language)?)));
        let (piece, (_, worst)) = risky.min_by_key(|(_, (rank, _))| *rank)?;
        Some(Risk { command: worst.command.clone(), why: worst.why.clone(), line: line.saturating_add(piece.line) })
    }

    /// Whether a text changes something: it is risky, or known to change.
    #[must_use]
    pub fn changes(&self, text: &str, language: &str) -> bool {
        let lower = text.to_ascii_lowercase();
        let near: Vec<&Change> = BUILT_IN.change.iter().filter(|change| may_fit(&change.command, &lower)).collect();
        let changes = |words: &[Cow<'_, str>]| near.iter().any(|change| fits(&change.command, words));
        let pieces = || commands_in(text, language).into_iter().flat_map(|piece| simple_commands(piece.text));
        self.of(text, language, 0).is_some() || (!near.is_empty() && pieces().any(|words| changes(&words)))
    }

    /// The worst of one command, with its place among all; statements are as bad as it gets.
    fn of_one(&self, text: &str, language: &str) -> Option<(usize, &Risky)> {
        let simple = simple_commands(text);
        let is_tried = |words: &[Cow<'_, str>]| words.iter().any(|word| word.starts_with("--dry-run") && word != "--dry-run=none");
        let lower = text.to_ascii_lowercase();
        let all = self.of_the_team.iter().chain(&BUILT_IN.risky).enumerate();
        let mut near = all.filter(|(_, risky)| may_fit(&risky.command, &lower));
        let by_words = near.find(|(_, risky)| simple.iter().any(|words| fits(&risky.command, words) && !is_tried(words)));
        by_words.or_else(|| statement(text, tongue(language), &simple).map(|risky| (0, risky)))
    }
}

/// A risky statement of a text of SQL, or of one that a client is given.
fn statement(text: &str, tongue: Tongue, simple: &[Vec<Cow<'_, str>>]) -> Option<&'static Risky> {
    let clients = ["psql", "mysql", "mariadb", "sqlite3", "cqlsh", "gitlab-psql", "sqlcmd", "clickhouse-client", "redis-cli", "mongosh"];
    let by_client = || simple.iter().any(|words| words.iter().any(|word| clients.contains(&word.rsplit('/').next().unwrap_or(word))));
    if !matches!(tongue, Tongue::Sql | Tongue::Query) && !by_client() {
        return None;
    }
    let lower = format!(" {} ", text.to_ascii_lowercase().replace(|c: char| !c.is_ascii_alphanumeric() && c != '_', " "));
    let words = lower.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    let padded = format!(" {words} ");
    BUILT_IN
        .statement
        .iter()
        .find(|risky| padded.contains(&format!(" {} ", risky.command)) && (risky.command != "update" || padded.contains(" set ")))
}

/// The words of each command between pipes, `&&` and `;`. Quotes are taken off.
fn simple_commands(text: &str) -> Vec<Vec<Cow<'_, str>>> {
    let joined: Cow<'_, str> =
        if text.contains('\\') { Cow::Owned(text.replace("\\\r\n", " ").replace("\\\n", " ")) } else { Cow::Borrowed(text) };
    let mut all = vec![Vec::new()];
    for word in joined.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()) {
        let ends = matches!(word, "|" | "||" | "&&" | ";" | "do" | "then" | "else") || word.ends_with(';');
        let bare = word.trim_matches(['"', '\'', '`', ';', '(', ')']).trim_start_matches("$(").trim_start_matches('(');
        let says = !bare.is_empty() && !matches!(bare, "|" | "||" | "&&");
        if let Some(last) = all.last_mut().filter(|_| says) {
            last.push(Cow::Owned(bare.to_owned()));
        }
        if ends {
            all.push(Vec::new());
        }
    }
    all
}

/// Whether the words of a pattern stand anywhere in a text of small letters: a quick look before the words are told apart. A single option may stand
/// among others, `-fr`, and is not looked for.
fn may_fit(pattern: &str, lower: &str) -> bool {
    pattern.split_whitespace().all(|part| {
        let part = part.trim_matches('*');
        let is_option = part.len() == 2 && part.starts_with('-');
        is_option
            || if part.bytes().any(|byte| byte.is_ascii_uppercase()) {
                lower.contains(&part.to_ascii_lowercase())
            } else {
                lower.contains(part)
            }
    })
}

/// Whether the words of a pattern stand in order, the first one where a program stands.
fn fits(pattern: &str, words: &[Cow<'_, str>]) -> bool {
    let mut pattern = pattern.split_whitespace();
    let Some(program) = pattern.next() else { return false };
    let Some(at) =
        (0..words.len()).find(|at| is_program(words, *at) && word_fits(program, words[*at].rsplit('/').next().unwrap_or_default()))
    else {
        return false;
    };
    let mut rest = words[at + 1..].iter();
    pattern.all(|part| rest.any(|word| word_fits(part, word)))
}

/// The first word, or one behind `sudo`, `xargs`, `--` and their like, or anywhere behind `ssh`.
fn is_program(words: &[Cow<'_, str>], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|before| words.get(before)) else { return true };
    let hands_on = matches!(
        before.as_ref(),
        "sudo" | "xargs" | "time" | "watch" | "nohup" | "env" | "exec" | "--" | "-c" | "$" | "then" | "do" | "-exec"
    );
    let after_option = before.starts_with('-') && words.iter().take(at).any(|word| word == "xargs" || word == "sudo");
    hands_on || after_option || before.contains('=') && !before.starts_with('-') || words.first().is_some_and(|first| first == "ssh")
}

/// `-r` fits `-rf`; `--force` fits `--force-with-lease`, which is as forced; `*` is anything; capitals of statements do not count.
fn word_fits(part: &str, word: &str) -> bool {
    let letter = part.strip_prefix('-').filter(|letter| letter.len() == 1);
    match (letter, part.split_once('*')) {
        (Some(letter), _) => {
            word.starts_with('-') && !word.starts_with("--") && word.contains(letter) || letter == "r" && word == "--recursive"
        }
        (None, Some((head, tail))) => word.strip_prefix(head).is_some_and(|rest| rest.contains(tail.trim_end_matches('*'))),
        (None, None) if part.starts_with("--") => word.starts_with(part),
        (None, None) => word.eq_ignore_ascii_case(part) || kinds_are_the_same(part, word),
    }
}

/// `pods`, `pod/x` and `po` are `pod`.
fn kinds_are_the_same(part: &str, word: &str) -> bool {
    let kind = word.split('/').next().unwrap_or(word);
    !word.starts_with('/') && kind.len() < word.len() && kind == part
        || word.strip_suffix('s') == Some(part)
        || kind.strip_suffix('s') == Some(part)
}
