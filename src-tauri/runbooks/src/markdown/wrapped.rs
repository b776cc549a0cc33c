//! A runbook that stands whole within a fence of Markdown, as a guide shows it: the fence is taken off.

/// The text without the two lines of such a fence: its first words open it, its last ones close it, and what is within has a heading first.
pub fn unwrapped(text: String) -> String {
    let Some((opens, closes)) = wrapper(&text) else { return text };
    let lines = text.split_inclusive('\n').enumerate();
    lines.map(|(at, line)| if at == opens || at == closes { if line.ends_with('\n') { "\n" } else { "" } } else { line }).collect()
}

fn wrapper(text: &str) -> Option<(usize, usize)> {
    let mut said = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let (opens, first) = said.next()?;
    let (_, inside) = said.next()?;
    let (closes, last) = said.last()?;
    let ticks = first.len() - first.trim_start_matches('`').len();
    let named = matches!(first.get(ticks..)?.trim().to_ascii_lowercase().as_str(), "markdown" | "md");
    let is_end = last.trim_end().len() == ticks && last.trim_end().bytes().all(|byte| byte == b'`');
    (ticks >= 3 && named && is_end && inside.starts_with('#')).then_some((opens, closes))
}
