//! What a heading is called in a link.

use std::collections::{HashMap, HashSet};

use crate::model::Block;

/// The anchors of a text's headings, as GitHub and GitLab make them, and those that a text sets itself (`{#own}`, `<a name="own">`).
#[must_use]
pub fn anchors(blocks: &[Block]) -> HashSet<String> {
    let mut seen: HashMap<String, u32> = HashMap::new();
    let mut all = HashSet::new();
    for block in blocks {
        let text = block.text();
        all.extend(set_by_hand(&text));
        if block.heading().is_some() {
            let anchor = anchor(&text);
            let before = seen.entry(anchor.clone()).or_default();
            all.insert(if *before == 0 { anchor } else { format!("{anchor}-{before}") });
            *before = before.saturating_add(1);
        }
    }
    all
}

fn anchor(heading: &str) -> String {
    let heading = heading.split("{#").next().unwrap_or(heading).trim().to_lowercase();
    heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ')).map(|c| if c == ' ' { '-' } else { c }).collect()
}

fn set_by_hand(text: &str) -> impl Iterator<Item = String> {
    let parts = ["{#", "name=\"", "id=\"", "name='", "id='"].into_iter().flat_map(|before| text.split(before).skip(1));
    parts.filter_map(|rest| Some(rest.split_once(['}', '"', '\''])?.0.to_owned()))
}
