//! Drawings, whose colours are names on a page and must be colours on paper.

use sitrep_core::paper::PALETTE;

/// The drawing with the colours that it has on a light page.
pub fn on_paper(svg: &str) -> String {
    let mut out = String::with_capacity(svg.len());
    let mut rest = svg;
    while let Some((before, after)) = rest.split_once("var(") {
        out.push_str(before);
        let (inside, behind) = after.split_at(end_of_call(after));
        out.push_str(colour(inside));
        rest = behind.strip_prefix(')').unwrap_or(behind);
    }
    out.push_str(rest);
    out
}

/// Where the bracket closes that stands open before `text`.
fn end_of_call(text: &str) -> usize {
    let mut open = 1_u32;
    for (at, letter) in text.char_indices() {
        match letter {
            '(' => open += 1,
            ')' if open == 1 => return at,
            ')' => open -= 1,
            _ => {}
        }
    }
    text.len()
}

/// A colour by its name, else by what stands behind the name for that case, else the text's.
fn colour(inside: &str) -> &str {
    let (name, otherwise) = inside.split_once(',').unwrap_or((inside, "currentColor"));
    PALETTE.iter().find(|colour| colour.name == name.trim()).map_or(otherwise.trim(), |colour| colour.light)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_colours_become_those_of_a_light_page() {
        let svg = r#"<rect fill="var(--p1)" style="stroke: var( --no, rgb(1, 2, 3) ); fill: var(--other)"/> var("#;
        assert_eq!(on_paper(svg), r##"<rect fill="#b54d06" style="stroke: rgb(1, 2, 3); fill: currentColor"/> currentColor"##);
    }
}
