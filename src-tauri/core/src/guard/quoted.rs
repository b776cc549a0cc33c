//! What others said: quotes and code in a review are not its own words.

use std::sync::LazyLock;

use regex::Regex;

/// Fenced blocks, quoted lines, code and quotes within a line.
const QUOTED: &str = r#"(?m)^[ \t]*```[^\n]*\n(?:[^`]|`[^`]|``[^`])*(?:```|\z)|^[ \t]*>[^\n]*|`[^`\n]+`|"[^"\n]{1,300}"|“[^”\n]{1,300}”"#;
/// A mention is written as code, so that pasting it pings nobody.
const MENTION: &str = r"^`@[\p{L}\p{N}_.-]+`$";
/// What stands in place of each byte: no pattern takes it for a word, or for what is between words.
const FILL: &str = "`";

/// The text with all that it quotes blotted out; what is left stands where it stood.
pub(super) fn without_quoted(text: &str) -> String {
    static PARTS: LazyLock<Option<(Regex, Regex)>> = LazyLock::new(|| Some((Regex::new(QUOTED).ok()?, Regex::new(MENTION).ok()?)));
    let Some((quoted, mention)) = PARTS.as_ref() else { return text.to_owned() };
    let (mut own, mut from) = (String::with_capacity(text.len()), 0);
    for part in quoted.find_iter(text).filter(|part| !mention.is_match(part.as_str())) {
        own.push_str(&text[from..part.start()]);
        own.extend(part.as_str().bytes().map(|byte| if byte == b'\n' { "\n" } else { FILL }));
        from = part.end();
    }
    own.push_str(&text[from..]);
    own
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_quoted_is_blotted_out_and_the_rest_stays_where_it_was() {
        for (text, own) in [
            ("it says \"should have\" there", "it says ````````````` there"),
            ("run `make ß` now", "run ````````` now"),
            ("by `@ana` alone", "by `@ana` alone"),
            ("a\n> said\nb", "a\n``````\nb"),
            ("a\n```\nx `y`\n```\nb", "a\n```\n`````\n```\nb"),
            ("5\" disks and 3\n\" more", "5\" disks and 3\n\" more"),
        ] {
            assert_eq!(without_quoted(text), own, "{text}");
            assert_eq!(own.len(), text.len(), "{text}");
        }
    }
}
