//! Blocks that show a prompt: what is typed, and what is printed.

use super::language::shows_prompts;
use crate::pattern::Pattern;

/// What was typed behind a prompt, and what was printed below.
#[derive(Debug, Default)]
pub struct Session {
    /// What is copied.
    pub typed: String,
    /// What was printed.
    pub printed: String,
    /// At which line, from 0, the first typed one stands.
    pub first: usize,
}

/// `$ `, `user@host:~$ `, `[root@host ~]# `, `PS C:\> `, `mysql> `. A `#` alone is a comment unless the fence says otherwise.
static PROMPT: Pattern = Pattern::new(
    r"^\s{0,3}(?:\([\w.-]+\) ?)?(?:[$%❯➜]|[\w.-]+@[\w.-]+(?:[: ][^\s$#]*)? ?[$#%]|\[[\w.-]+@[^\]\s]+(?: [^\]]*)?\] ?[$#]|PS [A-Z]:[^>\n]*>|[A-Z]:\\[^>\n]*>|(?:mysql|redis|psql|sqlite|MariaDB|\w+=[#>]|[\w.:-]+:\d+)>)[ \t]+",
);

/// The length of a line's prompt.
fn prompt(line: &str, root_too: bool) -> Option<usize> {
    let may_be_one = line.contains(['$', '%', '#', '>', '❯', '➜']);
    let found = may_be_one.then(|| PROMPT.find(line)).flatten().map(|found| found.end());
    found.or_else(|| (root_too && line.starts_with("# ")).then_some(2))
}

/// What a block shows as typed and as printed; nothing if it shows no prompt.
pub fn session(text: &str, language: &str) -> Option<Session> {
    let first = text.lines().position(|line| prompt(line, false).is_some());
    let root_too = shows_prompts(language) && first.is_none();
    let first = if root_too { text.lines().position(|line| prompt(line, true).is_some())? } else { first? };
    let only_comments_before = || text.lines().take(first).all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'));
    (shows_prompts(language) || only_comments_before()).then(|| split(text, first, root_too))
}

fn split(text: &str, first: usize, root_too: bool) -> Session {
    let mut session = Session { first, ..Session::default() };
    let mut continued = false;
    for line in text.lines() {
        let typed = prompt(line, root_too).and_then(|end| line.get(end..));
        let typed = typed.or_else(|| continued.then(|| line.strip_prefix("> ").unwrap_or(line)));
        continued = typed.is_some_and(goes_on);
        let to = if typed.is_some() { &mut session.typed } else { &mut session.printed };
        to.push_str(typed.unwrap_or(line));
        to.push('\n');
    }
    session
}

/// Whether a line ends in a backslash that continues it.
pub fn goes_on(line: &str) -> bool {
    let line = line.trim_end_matches('\r');
    (line.len() - line.trim_end_matches('\\').len()) % 2 == 1
}
