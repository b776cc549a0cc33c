//! Blocks one below the other.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::PicturesInMarkdown;
use super::line::{Place, in_one_line, longest_run, paragraph, text, within_brackets};
use crate::paper::block::{Block, Branch, Fact, Level, ListOrder};
use crate::paper::seen_text::SeenText;
use crate::paper::table::Table;
use crate::paper::words::Words;
use crate::text::is_blank;

/// What would end an address, or be read as something else in it.
const IN_AN_ADDRESS: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'&')
    .add(b'(')
    .add(b')')
    .add(b'*')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'`')
    .add(b'|');

/// The blocks, a blank line between two.
pub(super) fn written(blocks: &[Block], pictures: PicturesInMarkdown<'_>) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut above = None;
    for block in blocks {
        let kind = ListKind::of(block);
        let mark = match above {
            Some((before, ListMark::First)) if Some(before) == kind => ListMark::Second,
            _ => ListMark::First,
        };
        let written = block_written(block, mark, pictures);
        if !written.is_empty() {
            out.push(written);
            above = kind.map(|kind| (kind, mark));
        }
    }
    out.join("\n\n")
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ListKind {
    Bullets,
    Numbers,
}

impl ListKind {
    fn of(block: &Block) -> Option<Self> {
        match block {
            Block::List { order: ListOrder::Bullets, .. } => Some(Self::Bullets),
            Block::List { order: ListOrder::NumberedFrom(_), .. } => Some(Self::Numbers),
            Block::Tree { roots } => Some(if roots.len() == 1 { Self::Numbers } else { Self::Bullets }),
            _ => None,
        }
    }
}

/// Which of its two marks a list has: lists of one mark that follow each other would be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ListMark {
    First,
    Second,
}

impl ListMark {
    fn bullet(self) -> &'static str {
        if self == Self::First { "- " } else { "* " }
    }

    fn number(self, number: usize) -> String {
        format!("{number}{} ", if self == Self::First { '.' } else { ')' })
    }
}

fn block_written(block: &Block, mark: ListMark, pictures: PicturesInMarkdown<'_>) -> String {
    match block {
        Block::Heading { level, words } => heading(*level, words),
        Block::Paragraph { words } => paragraph(words),
        Block::Verbatim { text } => verbatim(text),
        Block::Facts { facts } => facts.iter().map(fact).collect::<Vec<_>>().join(" | "),
        Block::List { order, items } => list(*order, items, mark, pictures),
        Block::Table(table) => table_written(table),
        Block::Tree { roots } => branches(roots, 1, mark),
        Block::Picture(picture) => image(&picture.file_name, &picture.alternative, pictures),
        Block::Drawing(drawing) => image(&drawing.file_name, &drawing.alternative, pictures),
    }
}

fn heading(level: Level, words: &Words) -> String {
    let mark = match level {
        Level::Section => "##",
        Level::Part => "###",
        Level::Detail => "####",
    };
    let words = in_one_line(words, Place::Within);
    if words.is_empty() { words } else { format!("{mark} {words}") }
}

fn verbatim(text: &SeenText) -> String {
    let fence = "`".repeat(longest_run(text.as_str(), '`').max(2) + 1);
    format!("{fence}\n{}\n{fence}", text.as_str())
}

fn fact(fact: &Fact) -> String {
    let label = Words::default().strong(fact.label.in_one_line()).plain(": ");
    let value = if is_blank(&fact.value.text()) { Words::default() } else { fact.value.clone() };
    in_one_line(&label.and(value), Place::Line)
}

fn list(order: ListOrder, items: &[Vec<Block>], mark: ListMark, pictures: PicturesInMarkdown<'_>) -> String {
    let items = items.iter().enumerate().map(|(index, blocks)| {
        let mark = match order {
            ListOrder::Bullets => mark.bullet().to_owned(),
            ListOrder::NumberedFrom(first) => mark.number(usize::from(first) + index),
        };
        item(&mark, &item_body(blocks, pictures))
    });
    items.collect::<Vec<_>>().join("\n")
}

/// A list right under an item's words needs no blank line between.
fn item_body(blocks: &[Block], pictures: PicturesInMarkdown<'_>) -> String {
    match blocks {
        [Block::Paragraph { words }, inner @ Block::List { order: ListOrder::Bullets, .. }] => {
            let inner = block_written(inner, ListMark::First, pictures);
            // A bullet alone under words would make a heading of them.
            let between = if inner.lines().next() == Some("-") { "\n\n" } else { "\n" };
            format!("{}{between}{inner}", paragraph(words))
        }
        _ => written(blocks, pictures),
    }
}

/// A body behind a list's mark: what follows its first line stands as far in as that.
fn item(mark: &str, body: &str) -> String {
    let further = " ".repeat(mark.len());
    let lines = body.split('\n').enumerate().map(|(index, line)| match index {
        0 => format!("{mark}{line}"),
        _ if line.is_empty() => String::new(),
        _ => format!("{further}{line}"),
    });
    lines.collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

/// Reasons for the same: where there is one alone it goes on in the list, and several branch off it.
fn branches(branches: &[Branch], depth: usize, mark: ListMark) -> String {
    match branches {
        [only] => branch(only, depth, mark),
        several => several.iter().map(|each| item(mark.bullet(), &branch(each, depth, ListMark::First))).collect::<Vec<_>>().join("\n"),
    }
}

/// A reason and what is behind it, each by its number from the beginning.
fn branch(branch: &Branch, depth: usize, mark: ListMark) -> String {
    let words = in_one_line(&branch.words, Place::Line);
    match branch.children.as_slice() {
        [] => item(&mark.number(depth), &words),
        [only] => format!("{}\n{}", item(&mark.number(depth), &words), self::branch(only, depth + 1, mark)),
        _ => item(&mark.number(depth), &format!("{words}\n{}", branches(&branch.children, depth + 1, ListMark::First))),
    }
}

fn table_written(table: &Table) -> String {
    let columns: Vec<String> = table.columns().iter().map(|label| text(&label.in_one_line(), false)).collect();
    let rule: Vec<String> = columns.iter().map(|label| "-".repeat(label.chars().count() + 2)).collect();
    let rows = table.rows().iter().map(|row| row.iter().map(|cell| in_one_line(cell, Place::Cell)).collect::<Vec<_>>());
    let rows = rows.map(|row| format!("\n| {} |", row.join(" | "))).collect::<String>();
    let caption = table.caption().map(|caption| paragraph(&caption.clone().into())).filter(|caption| !caption.is_empty());
    let caption = caption.map(|caption| format!("{caption}\n\n")).unwrap_or_default();
    if columns.is_empty() {
        caption.trim_end().to_owned()
    } else {
        format!("{caption}| {} |\n|{}|{rows}", columns.join(" | "), rule.join("|"))
    }
}

fn image(file_name: &str, alternative: &SeenText, pictures: PicturesInMarkdown<'_>) -> String {
    let alternative = alternative.in_one_line();
    match pictures {
        PicturesInMarkdown::Mentioned => in_one_line(&Words::default().emphasis(format!("Picture: {alternative}")), Place::Within),
        PicturesInMarkdown::From(folder) => {
            let address = format!("{folder}/{file_name}");
            format!("![{}]({})", within_brackets(&text(&alternative, false)), utf8_percent_encode(&address, IN_AN_ADDRESS))
        }
    }
}
