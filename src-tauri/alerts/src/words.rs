//! Foreign words made harmless: what nobody sees is gone, and each has a bound.

use sitrep_core::text::{as_seen, is_blank, tidy_line};

/// A title, a name, a label: one line.
pub(crate) const LINE: usize = 300;
/// A summary: several lines.
pub(crate) const TEXT: usize = 4_000;
/// A link; browsers take more, and nobody reads one.
const URL: usize = 2_048;
/// No more of a long foreign text is looked at, however much of it shows nothing.
const LOOKED_AT: usize = 64 * 1024;

/// One cleaned line of at most `most` letters; none where nothing shows.
pub(crate) fn line(text: &str, most: usize) -> Option<String> {
    let line = tidy_line(start(text, LOOKED_AT));
    (!is_blank(&line)).then(|| shortened(line, most))
}

/// Cleaned lines of at most [`TEXT`] letters; none where nothing shows.
pub(crate) fn lines(text: &str) -> Option<String> {
    let seen = as_seen(start(text, LOOKED_AT));
    (!is_blank(&seen)).then(|| shortened(seen.trim().to_owned(), TEXT))
}

/// The address, if it is http or https with a host, hides nothing and is not too long.
pub(crate) fn web_address(text: &str) -> Option<String> {
    let text = text.trim();
    let rest = ["https://", "http://"].iter().find_map(|scheme| strip_scheme(text, scheme))?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_whole = text.len() <= URL && !text.chars().any(|c| c.is_whitespace() || c.is_control() || "\\\"<>`".contains(c));
    // A name before the host makes it look like another's.
    (is_whole && !host.is_empty() && !host.contains('@') && as_seen(text) == text).then(|| text.to_owned())
}

fn strip_scheme<'t>(text: &'t str, scheme: &str) -> Option<&'t str> {
    text.get(..scheme.len()).filter(|head| head.eq_ignore_ascii_case(scheme))?;
    text.get(scheme.len()..)
}

/// The first `most` letters, with a sign that more was there.
fn shortened(text: String, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text,
        Some(_) => text.chars().take(most.saturating_sub(1)).chain(['…']).collect(),
    }
}

/// The first bytes, up to a letter's end.
pub(crate) fn start(text: &str, most: usize) -> &str {
    text.get(..text.floor_char_boundary(most)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_one_cleaned_bounded_line() {
        assert_eq!(line(" a\n b\u{202e}\u{1b}[31mc ", 10).as_deref(), Some("a bc"));
        assert_eq!(line("äöüß", 3).as_deref(), Some("äö…"));
        assert_eq!(line("\u{200b} \n", 3), None);
    }

    #[test]
    fn only_plain_web_addresses_are_links() {
        for good in ["https://grafana.example.com/d/1?a=b#c", "HTTP://10.0.0.1:9090/graph"] {
            assert_eq!(web_address(good).as_deref(), Some(good));
        }
        let long = format!("https://a.example/{}", "x".repeat(3000));
        for bad in ["javascript:alert(1)", "file:///etc/passwd", "https://", "https://a@evil.example/", "https://a b", "ftp://x", &long, ""]
        {
            assert_eq!(web_address(bad), None, "{bad}");
        }
    }
}
