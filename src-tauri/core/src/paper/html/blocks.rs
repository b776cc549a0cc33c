//! Blocks one below the other.

use html_escape::{encode_double_quoted_attribute, encode_text};

use super::words::{apart, in_lines, in_one_line};
use crate::paper::block::{Block, Branch, Fact, Level, ListOrder};
use crate::paper::picture::{Drawing, Picture, PictureFiles};
use crate::paper::seen_text::SeenText;
use crate::paper::table::Table;
use crate::paper::words::Words;
use crate::text::is_blank;

/// The blocks, each on lines of its own.
pub(super) fn written(blocks: &[Block], files: &PictureFiles) -> String {
    blocks.iter().map(|block| block_written(block, files)).collect()
}

fn block_written(block: &Block, files: &PictureFiles) -> String {
    match block {
        Block::Heading { level, words } => heading(*level, words),
        Block::Paragraph { words } => paragraph(words),
        Block::Verbatim { text } => format!("<pre dir=\"auto\">{}</pre>\n", verbatim(text)),
        Block::Facts { facts } => format!("<dl>\n{}</dl>\n", facts.iter().map(fact).collect::<String>()),
        Block::List { order, items } => list(*order, items, files),
        Block::Table(table) => table_written(table),
        Block::Tree { roots } => branches(roots, 1),
        Block::Picture(picture) => picture_written(picture, files),
        Block::Drawing(drawing) => drawing_written(drawing),
    }
}

fn heading(level: Level, words: &Words) -> String {
    let rank = match level {
        Level::Section => 2,
        Level::Part => 3,
        Level::Detail => 4,
    };
    let words = in_one_line(words);
    if words.is_empty() { words } else { format!("<h{rank}>{words}</h{rank}>\n") }
}

fn paragraph(words: &Words) -> String {
    let lines = in_lines(words);
    if lines.is_empty() { lines } else { format!("<p>{lines}</p>\n") }
}

/// The first line's end is the page's, so that one that is a text's own stays.
fn verbatim(text: &SeenText) -> String {
    format!("\n{}", encode_text(text.as_str()))
}

fn fact(fact: &Fact) -> String {
    format!("<div><dt>{}</dt><dd>{}</dd></div>\n", apart(&fact.label.in_one_line()), in_lines(&fact.value))
}

fn list(order: ListOrder, items: &[Vec<Block>], files: &PictureFiles) -> String {
    let items: String = items.iter().map(|blocks| format!("<li>{}</li>\n", item(blocks, files))).collect();
    match order {
        ListOrder::Bullets => format!("<ul>\n{items}</ul>\n"),
        ListOrder::NumberedFrom(first) => format!("<ol start=\"{first}\">\n{items}</ol>\n"),
    }
}

/// An item that is one paragraph is its words.
fn item(blocks: &[Block], files: &PictureFiles) -> String {
    match blocks {
        [Block::Paragraph { words }] => in_lines(words),
        _ => format!("\n{}", written(blocks, files)),
    }
}

fn table_written(table: &Table) -> String {
    let caption = table.caption().map(|caption| format!("<caption>{}</caption>\n", apart(&caption.in_one_line()))).unwrap_or_default();
    let columns: String = table.columns().iter().map(column).collect();
    let cell = |words: &Words| format!("<td>{}</td>", in_one_line(words));
    let rows: String = table.rows().iter().map(|row| format!("<tr>{}</tr>\n", row.iter().map(cell).collect::<String>())).collect();
    format!("<table>\n{caption}<thead>\n<tr>{columns}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n</table>\n")
}

/// A heading that names nothing is none.
fn column(label: &SeenText) -> String {
    let label = label.in_one_line();
    if is_blank(&label) { "<td></td>".to_owned() } else { format!("<th scope=\"col\">{}</th>", apart(&label)) }
}

/// Each reason by its number from the beginning, what is behind it further in.
fn branches(branches: &[Branch], depth: usize) -> String {
    if branches.is_empty() {
        return String::new();
    }
    let branch = |branch: &Branch| {
        let behind = self::branches(&branch.children, depth + 1);
        format!("<li value=\"{depth}\">{}{}{behind}</li>\n", in_one_line(&branch.words), if behind.is_empty() { "" } else { "\n" })
    };
    format!("<ol class=\"tree\">\n{}</ol>\n", branches.iter().map(branch).collect::<String>())
}

fn picture_written(picture: &Picture, files: &PictureFiles) -> String {
    let alternative = picture.alternative.in_one_line();
    match files.get(&picture.file_name) {
        Some(png) => format!(
            "<figure><img src=\"data:image/png;base64,{}\" alt=\"{}\"></figure>\n",
            png.in_base64(),
            encode_double_quoted_attribute(&alternative)
        ),
        None => paragraph(&Words::default().emphasis(format!("Picture: {alternative}"))),
    }
}

/// What comes before the drawing itself belongs to a file and not to a page.
fn drawing_written(drawing: &Drawing) -> String {
    let alternative = drawing.alternative.in_one_line();
    match drawing.svg.find("<svg") {
        Some(begin) => format!(
            "<figure role=\"img\" aria-label=\"{}\">{}</figure>\n",
            encode_double_quoted_attribute(&alternative),
            &drawing.svg[begin..]
        ),
        None => paragraph(&Words::default().emphasis(format!("Picture: {alternative}"))),
    }
}
