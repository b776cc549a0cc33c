//! Long and structured text in short: a message is read on a phone, and the whole of it is on the timeline.

use serde::de::IgnoredAny;

/// So many characters are told whole.
const WHOLE_AT_MOST: usize = 280;
/// So many lines are told whole.
const LINES_AT_MOST: usize = 4;
/// So much is told of a longer one.
const BEGINNING: usize = 200;
/// A line of prose has fewer marks than this among a hundred characters.
const MARKS_IN_A_HUNDRED: usize = 25;

/// A text as a message tells it: whole where it is short, else the beginning of its first line of prose; `None` where it is data
/// alone, a payload that was pasted.
pub(super) fn in_short(text: &str) -> Option<String> {
    let text = text.trim();
    if is_data(text) {
        return None;
    }
    if text.chars().count() <= WHOLE_AT_MOST && text.lines().count() <= LINES_AT_MOST {
        return Some(text.to_owned());
    }
    text.lines().map(str::trim).find(|line| is_prose(line)).map(|line| format!("{} …", beginning(line)))
}

/// The same; of data it says how much there is.
pub(super) fn told(text: &str) -> String {
    in_short(text).unwrap_or_else(|| format!("pasted data, {} characters, on the timeline", text.chars().count()))
}

/// One object or list as programs write them, or one document of tags. '[10:05] rolled back [ok]' is a sentence.
fn is_data(text: &str) -> bool {
    let is_document = || text.starts_with('<') && text.ends_with('>') && text.contains("</");
    let is_json = || text.starts_with(['{', '[']) && serde_json::from_str::<IgnoredAny>(text).is_ok();
    is_json() || is_document()
}

fn is_prose(line: &str) -> bool {
    let all = line.chars().count();
    let marks = line.chars().filter(|c| !c.is_alphanumeric() && !c.is_whitespace()).count();
    line.contains(char::is_whitespace) && !line.starts_with(['{', '[', '<', '"']) && marks * 100 < all * MARKS_IN_A_HUNDRED
}

/// Whole words, as far as there is room.
fn beginning(line: &str) -> &str {
    let Some((end, _)) = line.char_indices().nth(BEGINNING) else { return line.trim_end_matches(['.', '…']) };
    let cut = &line[..end];
    cut.rsplit_once(char::is_whitespace).map_or(cut, |(words, _)| words).trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_short_is_told_whole_and_what_is_long_by_its_beginning() {
        assert_eq!(in_short("502s on card payments only").as_deref(), Some("502s on card payments only"));
        let alert = format!("Alert: checkout error rate above 5%\n{{\"payload\": \"{}\"}}", "x".repeat(30_000));
        assert_eq!(in_short(&alert).as_deref(), Some("Alert: checkout error rate above 5% …"));
        let told = in_short(&"many words ".repeat(60)).unwrap_or_default();
        assert!(told.ends_with("many …") || told.ends_with("words …"), "{told}");
        assert!(told.chars().count() <= BEGINNING + 2);
    }

    #[test]
    fn words_in_brackets_are_no_data() {
        for words in [
            "[10:05] rolled back [ok]",
            "{draining} node {7}",
            "<3 users> see <5 errors>",
            "error in <b>x</b>",
            "<b>x</b> is broken",
            "<b> and <c>",
        ] {
            assert_eq!(in_short(words).as_deref(), Some(words));
        }
        for data in ["{\"status\": \"firing\"}", "[1, 2]", "<alert><id>7</id></alert>"] {
            assert_eq!(in_short(data), None, "{data}");
        }
    }

    #[test]
    fn data_is_no_sentence() {
        let payload = format!("{{\"alerts\": [{}]}}", "{\"status\": \"firing\"}, ".repeat(1500));
        assert_eq!(in_short(&payload), None);
        for piece in ["a=b&", "x=1; ", "ab; "] {
            assert_eq!(in_short(&piece.repeat(200)), None, "{piece}");
        }
        assert_eq!(in_short(&format!("{}abc;", "ab; ".repeat(99))), None, "a quarter is too much");
        let no_prose = "x".repeat(400);
        assert_eq!(in_short(&format!("{no_prose}\nis prose after it")).as_deref(), Some("is prose after it …"));
        assert_eq!(in_short(&format!("{{ as written }}\n{}", "x=1; ".repeat(80))), None, "no line of it is prose");
        assert!(told(&payload).starts_with("pasted data, 3"));
    }
}
