//! What a link and a command of the team's may be.

use super::{KNOWN, Place, is_typed, places};

/// What `{from}` and its like can be written as.
const FORMATS: [&str; 3] = ["ms", "s", "iso"];

/// Whether a text is a link of any kind: it begins with a scheme, as `https:` is one.
#[must_use]
pub fn is_link(text: &str) -> bool {
    let Some((scheme, _)) = text.split_once(':') else { return false };
    // One letter is the drive of a path.
    scheme.len() > 1
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

/// Why a link is not taken. Only what a browser fetches from a host that is written out is one.
pub(crate) fn check_link(url: &str) -> Result<(), String> {
    let lower = url.to_ascii_lowercase();
    let Some(start) = ["https://", "http://"].iter().find_map(|scheme| lower.starts_with(scheme).then_some(scheme.len())) else {
        return Err("must begin with https:// or http://".to_owned());
    };
    if url.chars().any(|c| c.is_whitespace() || c.is_control() || c == '\\') {
        return Err("must not hold spaces or backslashes".to_owned());
    }
    let host = url[start..].split(['/', '?', '#']).next().unwrap_or_default();
    match host {
        "" => Err("names no host".to_owned()),
        host if host.contains(['{', '}']) => Err("must have no place in its host: a value would choose where it leads".to_owned()),
        host if host.contains('@') => Err("must hold no name or password".to_owned()),
        _ => places(url).iter().try_for_each(|place| check_place(place, &KNOWN)),
    }
}

/// Why a command is not taken: a value is quoted by itself, so its place must stand where quotes are read.
pub(crate) fn check_command(command: &str) -> Result<(), String> {
    if command.trim().is_empty() {
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

fn check_place(place: &Place<'_>, known: &[&str]) -> Result<(), String> {
    if !known.contains(&place.name) {
        return Err(format!("knows no {{{}}}; there are {}", place.name, known.join(", ")));
    }
    check_format(place)
}

/// Only an instant has formats.
pub(crate) fn check_format(place: &Place<'_>) -> Result<(), String> {
    match place.format {
        None => Ok(()),
        Some(format) if matches!(place.name, "onset" | "from" | "to") => {
            let known = FORMATS.contains(&format);
            if known { Ok(()) } else { Err(format!("knows no format {format}; there are {}", FORMATS.join(", "))) }
        }
        Some(_) => Err(format!("{{{}}} has no formats", place.name)),
    }
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
    fn only_links_to_a_written_host_are_taken() {
        for (url, reason) in [
            ("https://grafana.example/d/pay?from={from:ms}&to={to:iso}&var={service}", None),
            ("HTTP://kibana.example", None),
            ("javascript:alert(1)", Some("https://")),
            ("file:///etc/passwd", Some("https://")),
            ("grafana.example/d", Some("https://")),
            ("https:///d", Some("no host")),
            ("https://{service}.example/", Some("in its host")),
            ("https://ana:pw@grafana.example/", Some("password")),
            ("https://grafana.example\\@evil.example/", Some("backslashes")),
            ("https://grafana.example/a b", Some("spaces")),
            ("https://grafana.example/?q={sevice}", Some("knows no {sevice}")),
            ("https://grafana.example/?q={from:week}", Some("knows no format week")),
            ("https://grafana.example/?q={service:iso}", Some("has no formats")),
        ] {
            let said = check_link(url).err();
            assert_eq!(said.is_some(), reason.is_some(), "{url}: {said:?}");
            assert!(said.unwrap_or_default().contains(reason.unwrap_or_default()), "{url}");
        }
    }

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
