//! Names that mean the same.

use percent_encoding::percent_decode_str;

use super::words::words;

/// Words that a title has besides the alert's.
const BESIDE: &[&str] = &["runbook", "alert", "the", "a", "is", "are", "for", "of", "on", "in", "to", "playbook", "sop"];

/// Whether a text is named as alerts are: `PaymentErrorsHigh`.
#[must_use]
pub fn is_alert_name(text: &str) -> bool {
    let one_word = text.len() >= 6
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && text.starts_with(|c: char| c.is_ascii_uppercase());
    one_word && text.chars().any(|c| c.is_ascii_lowercase()) && words(text).len() > 1
}

/// Whether two names have the same words: `PaymentErrorsHigh` and `Payment errors high`.
#[must_use]
pub fn same_words(one: &str, other: &str) -> bool {
    let one = said(one);
    !one.is_empty() && one == said(other)
}

/// The words that a name says something by, in order.
pub fn said(name: &str) -> Vec<String> {
    let mut said: Vec<String> = words(name).into_iter().filter(|word| !BESIDE.contains(&word.as_str())).collect();
    said.sort_unstable();
    said.dedup();
    said
}

/// Whether an address leads to the file at a path: a page of GitHub or GitLab, of a wiki, or of a site that is built from the folder.
#[must_use]
pub fn url_leads_to(url: &str, path: &str) -> bool {
    segments_shared(url, path) > 0
}

/// How many parts of a path an address ends with; none where the last is not the same, or could be another's.
#[must_use]
pub fn segments_shared(url: &str, path: &str) -> usize {
    let url = url.split(['?', '#']).next().unwrap_or_default();
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    let of_url: Vec<String> = parts(&percent_decode_str(url).decode_utf8_lossy());
    let of_path = parts(path);
    let shared = of_url.iter().rev().zip(of_path.iter().rev()).take_while(|(a, b)| a == b).count();
    let says_enough = shared > 1 || of_path.len() == 1 || of_path.last().is_some_and(|name| name.len() >= 8);
    if says_enough { shared } else { 0 }
}

/// The parts of a path in small letters without what sites change; a page of a folder is the folder.
fn parts(path: &str) -> Vec<String> {
    let plain = |part: &str| part.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let mut parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let last = parts.pop().unwrap_or_default();
    let stem = [".md.erb", ".markdown", ".mdx", ".md", ".html"].iter().find_map(|ending| last.strip_suffix(ending)).unwrap_or(last);
    let is_page = matches!(stem.to_lowercase().as_str(), "readme" | "index" | "_index") && !parts.is_empty();
    parts.into_iter().chain((!is_page).then_some(stem)).map(plain).collect()
}
