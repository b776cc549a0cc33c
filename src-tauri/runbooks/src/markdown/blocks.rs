//! comrak's tree, laid flat.

use std::collections::HashMap;

use comrak::nodes::{ListType, Node, NodeCodeBlock, NodeValue};
use comrak::{Arena, Options, parse_document};

use super::inlines::inlines;
use super::lines::count;
use crate::model::{Block, BlockKind, Inline, Lines, Marker};
use crate::shell::read_code;

/// The blocks of a body as far as comrak knows them, and the lines of fences that nothing closes.
pub fn blocks(body: &str) -> (Vec<Block>, Vec<u32>) {
    let arena = Arena::new();
    let root = parse_document(&arena, body, &options());
    let mut flat = Flat::default();
    root.descendants().for_each(|node| flat.take(node));
    (flat.blocks, flat.open_fences)
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.tasklist = true;
    options.extension.autolink = true;
    options.parse.relaxed_autolinks = false;
    options
}

#[derive(Default)]
struct Flat {
    blocks: Vec<Block>,
    open_fences: Vec<u32>,
    /// The number of the next item of each list, by its node's place.
    numbers: HashMap<usize, u32>,
    /// The marker of each item, by its node's place.
    markers: HashMap<usize, Marker>,
}

impl Flat {
    fn take(&mut self, node: Node<'_>) {
        let kind = match &node.data().value {
            NodeValue::Item(_) | NodeValue::TaskItem(_) => return self.item(node),
            NodeValue::Heading(heading) => BlockKind::Heading { level: heading.level, words: inlines(node) },
            NodeValue::Paragraph => BlockKind::Words { words: inlines(node) },
            NodeValue::CodeBlock(code) => self.code(code, node),
            NodeValue::HtmlBlock(html) => BlockKind::Plain { text: html.literal.trim_end().to_owned() },
            NodeValue::ThematicBreak => BlockKind::Rule,
            NodeValue::Table(_) => table(node),
            _ => return,
        };
        self.push(node, kind);
    }

    fn item(&mut self, item: Node<'_>) {
        let marker = self.marker(item);
        self.markers.insert(address(item), marker);
        if item.first_child().is_none() {
            self.push(item, BlockKind::Words { words: Vec::new() });
        }
    }

    fn marker(&mut self, item: Node<'_>) -> Marker {
        let list = match (&item.data().value, item.parent().map(|list| list.data())) {
            (NodeValue::TaskItem(task), _) => return Marker::Task { ticked: task.symbol.is_some() },
            (_, Some(list)) => match &list.value {
                NodeValue::List(list) if list.list_type == ListType::Ordered => count(list.start),
                _ => return Marker::Bullet,
            },
            _ => return Marker::Bullet,
        };
        let next = self.numbers.entry(item.parent().map_or(0, address)).or_insert(list);
        let number = *next;
        *next = number.saturating_add(1);
        Marker::Number { number }
    }

    fn code(&mut self, code: &NodeCodeBlock, node: Node<'_>) -> BlockKind {
        let line = count(node.data().sourcepos.start.line);
        let is_open = code.fenced && !code.closed;
        self.open_fences.extend(is_open.then_some(line));
        let first = code.info.split([' ', '\t', ',', '{', '}', ':']).find(|word| !word.is_empty()).unwrap_or_default();
        let language = first.trim_start_matches('.').to_lowercase();
        read_code(language, code.literal.clone(), line.saturating_add(u32::from(code.fenced)))
    }

    fn push(&mut self, node: Node<'_>, kind: BlockKind) {
        let place = node.data().sourcepos;
        let lines = Lines { from: count(place.start.line), to: count(place.end.line) };
        let (mut indent, mut quoted, mut marker, mut is_first) = (0u32, false, None, true);
        for (at, above) in node.ancestors().enumerate() {
            let is_item = matches!(above.data().value, NodeValue::Item(_) | NodeValue::TaskItem(_));
            indent = indent.saturating_add(u32::from(is_item));
            quoted = quoted || matches!(above.data().value, NodeValue::BlockQuote);
            if is_item && is_first && marker.is_none() && (at > 0 || above.first_child().is_none()) {
                marker = self.markers.get(&address(above)).cloned();
            }
            is_first = is_first && above.previous_sibling().is_none();
        }
        self.blocks.push(Block { lines, indent, marker, quoted, kind });
    }
}

fn address(node: Node<'_>) -> usize {
    std::ptr::from_ref(node).addr()
}

fn table(table: Node<'_>) -> BlockKind {
    let cells = |row: Node<'_>| row.children().map(inlines).collect::<Vec<Vec<Inline>>>();
    let mut rows: Vec<_> = table.children().map(cells).collect();
    let head = if rows.is_empty() { Vec::new() } else { rows.remove(0) };
    BlockKind::Table { head, rows }
}
