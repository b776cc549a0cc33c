//! Words taken out of a text, however a form wrote them: with backslashes, as code, as entities, with spaces of no width.

use regex::{NoExpand, Regex, escape};

use super::json_words::map_words;
use super::seen::is_blank;

/// What stands in place of words that were taken out.
pub const REDACTED: &str = "(redacted)";
/// What the forms put between the letters of words.
const BETWEEN: &str = r"(?:\\|`|\u{200b}|\u{2060}|\u{feff}|\u{ad})*";

/// Finds words to be taken out.
#[derive(Debug)]
pub struct Redactor(Vec<Regex>);

impl Redactor {
    /// For these words; blank ones are none.
    #[must_use]
    pub fn new(words: &[String]) -> Self {
        let written = |word: &String| Regex::new(&word.chars().map(as_written).collect::<Vec<_>>().join(BETWEEN)).ok();
        Self(words.iter().filter(|word| !is_blank(word)).filter_map(written).collect())
    }

    /// The text without them; none where it holds none.
    #[must_use]
    pub fn redact(&self, text: &str) -> Option<String> {
        let found = self.0.iter().any(|words| words.is_match(text));
        found.then(|| self.0.iter().fold(text.to_owned(), |text, words| words.replace_all(&text, NoExpand(REDACTED)).into_owned()))
    }

    /// The same of what may be JSON, whose texts alone are looked at then.
    #[must_use]
    pub fn redact_data(&self, text: &str) -> Option<String> {
        let Ok(value) = serde_json::from_str(text) else { return self.redact(text) };
        let mut found = false;
        let value = map_words(value, &mut |text| match self.redact(&text) {
            Some(redacted) => {
                found = true;
                redacted
            }
            None => text,
        });
        found.then(|| value.to_string())
    }
}

fn as_written(letter: char) -> String {
    match letter {
        '&' => "&(?:amp;)?".to_owned(),
        '<' => "(?:<|&lt;)".to_owned(),
        '>' => "(?:>|&gt;)".to_owned(),
        // A table has two for one.
        '"' => "(?:\"{1,2}|&quot;)".to_owned(),
        '\'' => "(?:'|&#39;|&#x27;)".to_owned(),
        letter if letter.is_whitespace() => r"\s+".to_owned(),
        letter => escape(&letter.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_however_they_are_written() {
        let words = Redactor::new(&["a_b <c> & 'd'".to_owned(), " ".to_owned()]);
        for text in ["a_b <c> & 'd'", "a\\_b \\<c\\> \\& 'd'", "a_b &lt;c&gt; &amp; &#39;d&#39;", "a\u{200b}_b\n<c> & 'd'"] {
            assert_eq!(words.redact(&format!("x {text}.")).as_deref(), Some("x (redacted)."), "{text}");
        }
        assert_eq!(words.redact("ab c & d"), None);
        let quoted = Redactor::new(&["say \"x\"\nand y".to_owned()]);
        for text in ["say \"x\" and y", "say \"\"x\"\"\nand y"] {
            assert_eq!(quoted.redact(text).as_deref(), Some("(redacted)"), "{text}");
        }
        let json = r#"{"text":"say \"x\"\nand y"}"#;
        assert_eq!(quoted.redact_data(json).as_deref(), Some(r#"{"text":"(redacted)"}"#));
        let named = Redactor::new(&["told @ana it is".to_owned()]);
        assert_eq!(named.redact("we told `@ana` it is so").as_deref(), Some("we (redacted) so"));
    }
}
