//! What a command of the team's may be.

use super::placeholders::{KNOWN, check_format, is_typed};
use crate::text::{is_blank, places};

/// Why a command is not taken: a value is quoted by itself, so its place must stand where quotes are read.
pub(crate) fn check_command(command: &str) -> Result<(), String> {
    if is_blank(command) {
        return Err("must not be empty".to_owned());
    }
    if command.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
        return Err("must not hold control characters".to_owned());
    }
    let places = places(command).into_iter().filter(|place| KNOWN.contains(&place.name));
    for place in places {
        check_format(&place)?;
        if !is_typed(place.name) {
            continue;
        }
        if within_quotes(&command[..place.range.start]) {
            return Err(format!("{{{}}} must stand outside of quotes and backticks: it is quoted by itself", place.name));
        }
        if let Some(odd) = ["<<", "$'"].iter().find(|odd| command.contains(**odd)) {
            return Err(format!("{{{}}} cannot be quoted safely in a command with {odd}", place.name));
        }
    }
    Ok(())
}

/// Whether a POSIX shell that has read this much stands within quotes or backticks, or behind a backslash.
pub(crate) fn within_quotes(before: &str) -> bool {
    let (mut quote, mut escaped, mut comment, mut last) = (None, false, false, ' ');
    for c in before.chars() {
        let begins_word = last.is_whitespace() || matches!(last, ';' | '&' | '|' | '(');
        last = c;
        if comment {
            comment = c != '\n';
        } else if escaped {
            escaped = false;
        } else {
            match (quote, c) {
                (Some(open), c) if open == c => quote = None,
                (Some('\''), _) => {}
                (_, '\\') => escaped = true,
                (None, '\'' | '"' | '`') => quote = Some(c),
                (None, '#') if begins_word => comment = true,
                _ => {}
            }
        }
    }
    quote.is_some() || escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_value_stands_only_where_its_quotes_are_read() {
        for (command, taken) in [
            ("deploy {service} --to {severity}", true),
            ("git tag -m \"Rolling back due to {severity}, {date}\"", true),
            ("# don't touch\ndeploy {service}", true),
            ("echo it\\'s {service}", true),
            ("curl -w '%{http_code}' ${service}", true),
            ("awk '{print}' {service}", true),
            ("deploy '{service}'", false),
            ("deploy \"{service}\"", false),
            ("deploy `pick {service}`", false),
            ("deploy \\{service}", false),
            ("# don't\necho \"it's {service}\"", false),
            ("cat <<EOF\n{service}\nEOF", false),
            ("echo $'a\\'b {service}'", false),
            ("deploy {service:iso}", false),
            (" ", false),
            ("a\u{1b}[2J", false),
        ] {
            assert_eq!(check_command(command).is_ok(), taken, "{command}: {:?}", check_command(command));
        }
    }
}
