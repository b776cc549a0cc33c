//! What is read in a paper, a part after the other: `h2 Summary`, `td 14:00`.

use sitrep_core::paper::{Block, Branch, Fact, Level, ListOrder, Paper, Words};

/// A part of what is read, in order.
pub type Outline = Vec<String>;

pub fn part(name: &str, text: &str) -> String {
    format!("{name} {}", tidy(text))
}

pub fn tidy(text: &str) -> String {
    let text = text.replace(['\u{2068}', '\u{2069}'], "");
    text.split_whitespace().filter(|word| !sitrep_core::text::is_blank(word)).collect::<Vec<_>>().join(" ")
}

pub fn if_any(name: &str, text: &str) -> Option<String> {
    Some(part(name, text)).filter(|part| !sitrep_core::text::is_blank(&part[name.len()..]))
}

pub fn of_paper(paper: &Paper) -> Outline {
    let mut out = vec![part("h1", &paper.title.in_one_line())];
    paper.blocks.iter().for_each(|block| of_block(block, &mut out));
    out
}

/// Lines of which nothing is seen are none.
fn seen_lines(words: &Words) -> String {
    words.text().lines().filter(|line| !sitrep_core::text::is_blank(line)).collect::<Vec<_>>().join("\n")
}

fn of_block(block: &Block, out: &mut Outline) {
    match block {
        Block::Heading { level, words } => {
            let name = match level {
                Level::Section => "h2",
                Level::Part => "h3",
                Level::Detail => "h4",
            };
            out.extend(if_any(name, &seen_lines(words)));
        }
        Block::Paragraph { words } => out.extend(if_any("p", &seen_lines(words))),
        Block::Verbatim { text } => out.push(format!("pre {}", text.as_str().trim_end_matches('\n'))),
        Block::Facts { facts } => {
            let fact = |fact: &Fact| format!("{}: {}", tidy(&fact.label.in_one_line()), seen_lines(&fact.value));
            out.push(part("p", &facts.iter().map(fact).collect::<Vec<_>>().join(" | ")));
        }
        Block::List { order, items } => items.iter().enumerate().for_each(|(index, item)| {
            out.push(match order {
                ListOrder::Bullets => "item".to_owned(),
                ListOrder::NumberedFrom(first) => format!("item {}", usize::from(*first) + index),
            });
            item.iter().for_each(|block| of_block(block, out));
        }),
        Block::Table(table) => {
            out.extend(table.caption().and_then(|caption| if_any("p", &caption.in_one_line())));
            out.extend(table.columns().iter().map(|label| part("th", &label.in_one_line())));
            out.extend(table.rows().iter().flatten().map(|cell| part("td", &seen_lines(cell))));
        }
        Block::Tree { roots } => of_branches(roots, 1, out),
        Block::Picture(picture) => out.push(part("img", &picture.alternative.in_one_line())),
        Block::Drawing(drawing) => out.push(part("img", &drawing.alternative.in_one_line())),
    }
}

fn of_branches(branches: &[Branch], depth: usize, out: &mut Outline) {
    for branch in branches {
        out.push(format!("item {depth}"));
        out.extend(if_any("p", &seen_lines(&branch.words)));
        of_branches(&branch.children, depth + 1, out);
    }
}
