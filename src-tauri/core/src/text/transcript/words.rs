//! What people said, without the markup that it was written in.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::Regex;

/// What is marked up, and what is seen of it.
struct Markup(Regex, &'static str);

fn ready(table: &[(&str, &'static str)]) -> Vec<Markup> {
    table.iter().filter_map(|(pattern, seen)| Some(Markup(Regex::new(pattern).ok()?, seen))).collect()
}

/// People, channels and links as Slack, Mattermost and Discord hand them out.
const MENTIONS: &[(&str, &str)] = &[
    (r"<@[!&]?[A-Za-z0-9]+\|@?([^<>|\n]+)>", "@$1"),
    (r"<@[!&]?([A-Za-z0-9]+)>", "@$1"),
    (r"<#[A-Za-z0-9]+\|#?([^<>|\n]+)>", "#$1"),
    (r"<#([A-Za-z0-9]+)\|?>", "#$1"),
    (r"<!subteam\^[A-Z0-9]+\|@?([^<>|\n]+)>", "@$1"),
    (r"<!(here|channel|everyone)(?:\|[^<>\n]*)?>", "@$1"),
    (r"<!date\^\d+\^[^<>|\n]*\|([^<>|\n]+)>", "$1"),
    (r"<((?:https?|mailto|tel|ssh|sftp|ftp):[^<>|\s]+)\|([^<>|\n]+)>", "$2 ($1)"),
    (r"<((?:https?|mailto|tel|ssh|sftp|ftp):[^<>|\s]+)>", "$1"),
    (r"<a?(:[a-zA-Z0-9_]+:)\d+>", "$1"),
];

/// Markdown within a line.
const MARKDOWN: &[(&str, &str)] = &[
    (r"!?\[([^\[\]\n]+)\]\(([^()\s]+)\)", "$1 ($2)"),
    (r"\*\*([^*\n]+)\*\*", "$1"),
    (r"__([^_\n]+)__", "$1"),
    (r"~~([^~\n]+)~~", "$1"),
    (r"`([^`\n]+)`", "$1"),
    (r"(^|[\s(])\*([^\s*][^*\n]*[^\s*]|[^\s*])\*($|[\s).,;:!?])", "$1$2$3"),
    (r"(^|[\s(])_([^\s_][^_\n]*[^\s_]|[^\s_])_($|[\s).,;:!?])", "$1$2$3"),
    (r"(?i)<br\s*/?>", "\n"),
    (r"\\([|*_`\[\]#<>-])", "$1"),
];

static MENTIONED: LazyLock<Vec<Markup>> = LazyLock::new(|| ready(MENTIONS));
static MARKED: LazyLock<Vec<Markup>> = LazyLock::new(|| ready(MARKDOWN));

fn seen(text: &str, table: &[Markup]) -> String {
    let mut text = Cow::Borrowed(text);
    for Markup(pattern, seen) in table {
        if let Cow::Owned(changed) = pattern.replace_all(&text, *seen) {
            text = Cow::Owned(changed);
        }
    }
    text.into_owned()
}

/// Mentions as names, channels and links.
pub(super) fn named(text: &str) -> String {
    if text.contains('<') { seen(text, &MENTIONED) } else { text.to_owned() }
}

/// Markdown as words; what was opened in the head and closed behind the words goes, too.
pub(super) fn unmarked(text: &str, head: &str) -> String {
    let words = seen(text, &MARKED);
    let mut words = words.trim().to_owned();
    let is_opened = |mark: &str| head.matches(mark).count() % 2 == 1;
    for mark in ["**", "__", "~~"].into_iter().filter(|mark| is_opened(mark)) {
        words = words.replacen(mark, "", 1);
    }
    for mark in ["*", "_", "`"].into_iter().filter(|mark| is_opened(mark)) {
        words = words.strip_suffix(mark).unwrap_or(&words).trim_end().to_owned();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_markup_is_a_pattern() {
        assert_eq!((MENTIONED.len(), MARKED.len()), (MENTIONS.len(), MARKDOWN.len()));
    }

    #[test]
    fn markup_goes_and_words_stay() {
        for (text, expected) in [
            (
                "<@U0123ABCD|ana> see <https://x.test/d/1|the panel> in <#C04|ops> <!here>",
                "@ana see the panel (https://x.test/d/1) in #ops @here",
            ),
            ("vec<String> and a < b > c", "vec<String> and a < b > c"),
        ] {
            assert_eq!(named(text), expected);
        }
        for (text, expected) in [
            ("**P1 declared**, channel `#ops` opened", "P1 declared, channel #ops opened"),
            ("my_var_name and 2 * 3 * 4", "my_var_name and 2 * 3 * 4"),
            ("_late_ but [done](https://x.test)", "late but done (https://x.test)"),
        ] {
            assert_eq!(unmarked(text, ""), expected);
        }
    }
}
