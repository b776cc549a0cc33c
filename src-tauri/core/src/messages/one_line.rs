//! Typed text in one line, as a person sees it.

/// What a person can see of a text, in one line.
pub(super) fn in_one_line(text: &str) -> String {
    let visible: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).filter(|c| !turns_direction(*c)).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Embeddings, overrides and isolates reach beyond the text that holds them; right-to-left letters need none of them.
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
