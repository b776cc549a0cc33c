//! What a link of the team's may be.

use super::placeholders::{KNOWN, check_place};
use crate::text::places;

/// Whether a text is a link of any kind: it begins with a scheme, as `https:` is one.
#[must_use]
pub fn is_link(text: &str) -> bool {
    let Some((scheme, _)) = text.split_once(':') else { return false };
    // One letter is the drive of a path.
    scheme.len() > 1
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

/// Whether a text is a link that a browser opens: to a page, with its host written out.
#[must_use]
pub fn is_page(text: &str) -> bool {
    check_link(text).is_ok()
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
}
