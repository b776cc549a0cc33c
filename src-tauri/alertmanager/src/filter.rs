//! Whether an Alertmanager reads a filter: `severity="critical"`, `team=~"pay.*"`.

use regex_syntax::ast;

use crate::error::SourceError;
use crate::one_line::one_line;

/// Two letters first: `=~` begins as `=` does.
const OPERATORS: [&str; 4] = ["=~", "!~", "!=", "="];

/// # Errors
/// [`SourceError::Filter`] with what is wrong.
pub fn check(filter: &str) -> Result<(), SourceError> {
    check_matcher(filter.trim()).map_err(|reason| SourceError::Filter { filter: one_line(filter), reason })
}

fn check_matcher(filter: &str) -> Result<(), &'static str> {
    if filter.starts_with('{') {
        return Err("leave the braces away and write each matcher as a filter of its own");
    }
    let rest = after_label(filter)?.trim_start();
    let operator = OPERATORS.into_iter().find(|operator| rest.starts_with(operator));
    let operator = operator.ok_or("after the label comes one of = != =~ !~")?;
    let value = quoted(rest[operator.len()..].trim_start())?;
    if operator.ends_with('~') { check_expression(&value) } else { Ok(()) }
}

/// A label is a name, or since Alertmanager 0.27 anything in quotes.
fn after_label(filter: &str) -> Result<&str, &'static str> {
    if let Some(inner) = filter.strip_prefix('"') {
        let end = inner.find('"').ok_or("the quotes round the label do not end")?;
        return Ok(&inner[end + 1..]);
    }
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == ':';
    let rest = filter.trim_start_matches(is_name);
    let begins_well = !rest.starts_with(filter) && !filter.starts_with(|c: char| c.is_ascii_digit());
    if begins_well { Ok(rest) } else { Err("it begins with a label, such as severity") }
}

/// The value in its quotes, as the Alertmanager reads it.
fn quoted(text: &str) -> Result<String, &'static str> {
    let inner = text.strip_prefix('"').ok_or("the value stands in double quotes")?;
    let mut value = String::new();
    let mut letters = inner.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if letters.as_str().is_empty() => return Ok(value),
            '"' => return Err("something follows the value: write each matcher as a filter of its own, and a quote in a value as \\\""),
            '\\' => unescape(letters.next(), &mut value),
            _ => value.push(letter),
        }
    }
    Err("the quotes round the value do not end")
}

fn unescape(letter: Option<char>, value: &mut String) {
    match letter {
        Some('n') => value.push('\n'),
        Some(letter @ ('"' | '\\')) => value.push(letter),
        Some(letter) => value.extend(['\\', letter]),
        None => {}
    }
}

/// Only what is wrong in Go's expressions, too: where the two differ, the Alertmanager has the last word.
fn check_expression(value: &str) -> Result<(), &'static str> {
    if value.contains("\\Q") {
        return Ok(());
    }
    let error = ast::parse::Parser::new().parse(value).err();
    match error.map(|error| error.kind().clone()) {
        Some(ast::ErrorKind::GroupUnclosed) => Err("a ( has no )"),
        Some(ast::ErrorKind::GroupUnopened) => Err("a ) has no ("),
        Some(ast::ErrorKind::RepetitionMissing) => Err("* + ? and {…} need something before them, as in .*"),
        Some(ast::ErrorKind::NestLimitExceeded(_)) => Err("it nests too deep"),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_an_alertmanager_reads_is_taken() {
        for filter in [
            r#"severity="critical""#,
            r#"team != "web""#,
            r#"team=~"pay.*|shop""#,
            r#"_a:b!~"""#,
            r#" a="a \"quoted\" word, and {more}" "#,
            r#"instance=~"10\\.0\..+""#,
            r#""a.label with dots"="x""#,
            r#"a="é🚒""#,
            r#"a=~"[a[b]""#,
            r#"a=~"\\Q(\\E""#,
        ] {
            assert_eq!(check(filter), Ok(()), "{filter}");
        }
    }

    #[test]
    fn what_none_reads_is_said_with_what_to_write() {
        for (filter, reason) in [
            ("", "begins with a label"),
            ("severity", "one of = != =~ !~"),
            ("severity=critical", "in double quotes"),
            (r#"severity=="critical""#, "in double quotes"),
            (r#"severity="critical"#, "quotes round the value do not end"),
            (r#"severity="critical\""#, "quotes round the value do not end"),
            (r#"severity="a",team="b""#, "a filter of its own"),
            (r#"{severity="a"}"#, "leave the braces away"),
            (r#"9a="b""#, "begins with a label"),
            (r#""a="b"#, "one of = != =~ !~"),
            (r#""a"#, "quotes round the label do not end"),
            (r#"a-b="c""#, "one of = != =~ !~"),
            (r#"a=~"(b""#, "a ( has no )"),
            (r#"a=~"b)""#, "a ) has no ("),
            (r#"a=~"*""#, "need something before them"),
        ] {
            let error = check(filter).expect_err(filter);
            assert!(error.to_string().contains(reason), "{filter}: {error}");
            assert!(error.to_string().contains(r#"severity="critical""#), "{error}");
        }
    }

    proptest! {
        #[test]
        fn no_filter_makes_it_panic(filter in "[a\"=~!\\\\(){}*é ]{0,20}|.{0,40}") {
            let _ = check(&filter);
        }
    }

    #[test]
    fn a_deep_expression_ends() {
        let deep = format!("a=~\"{}{}\"", "(".repeat(900), ")".repeat(900));

        assert!(check(&deep).is_err(), "it is refused, and the stack holds");
    }
}
