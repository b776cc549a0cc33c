//! Whether words that nobody marked as a command are one.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Programs that runbooks call.
static KNOWN: LazyLock<HashSet<&str>> = LazyLock::new(|| include_str!("programs.txt").split_whitespace().collect());

/// What stands before the program.
const BEFORE: &[&str] = &["sudo", "time", "watch", "nohup", "env", "exec"];

/// Whether a text is a whole command: it begins with a known program that gets something to do, or with a path.
#[must_use]
pub fn looks_like_a_command(text: &str) -> bool {
    let line = first_line(text);
    let mut words = line.split_whitespace().skip_while(|word| BEFORE.contains(word) || is_assignment(word));
    let Some(program) = words.next() else { return false };
    let alone = words.next().is_none();
    let name = program.rsplit('/').next().unwrap_or(program);
    let is_path = program.starts_with("./") || program.starts_with("/usr/") || program.starts_with("/bin/") || program.starts_with("/opt/");
    let known = KNOWN.contains(name) && (!alone || matches!(name, "reboot" | "df" | "top" | "uptime" | "dmesg" | "free" | "ps" | "w"));
    (is_path && (!alone || program.len() > 4 && !program.ends_with('/'))) || (known && !reads_as_prose(line))
}

/// Whether a block without a language is one: as above, or an unknown program with an option.
pub fn block_looks_like_a_command(text: &str) -> bool {
    let line = first_line(text);
    let mut words = line.split_whitespace();
    let program = words.next().unwrap_or_default();
    let is_name =
        program.starts_with(|c: char| c.is_ascii_lowercase()) && program.chars().all(|c| c.is_ascii_alphanumeric() || "_.-/".contains(c));
    let mut with_option =
        || words.any(|word| word.len() > 1 && word.starts_with('-') && word.as_bytes().get(1).is_some_and(|byte| *byte != b'>'));
    let assigns_output = is_assignment(line) && (line.contains("=$(") || line.contains("=`"));
    looks_like_a_command(text) || assigns_output || line.starts_with("export ") || (is_name && !reads_as_prose(line) && with_option())
}

fn first_line(text: &str) -> &str {
    text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#')).unwrap_or_default()
}

fn is_assignment(word: &str) -> bool {
    let name = word.split_once('=').map_or("", |(name, _)| name);
    !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && !name.starts_with(|c: char| c.is_ascii_digit())
}

fn reads_as_prose(line: &str) -> bool {
    let words = line.split_whitespace();
    let small = ["the", "is", "are", "and", "was", "you", "this", "that", "should", "will", "has"];
    words.clone().count() > 3 && !line.contains(" -") && words.filter(|word| small.contains(word)).count() > 1
}
