//! Lines of a text, and those that no block holds.

use std::borrow::Cow;

use crate::model::{Block, BlockKind, Lines};

/// The text as it is read: without a mark of its byte order, and with `\n` at each line's end. Its lines stay where they are.
#[must_use]
pub fn as_read(text: &str) -> Cow<'_, str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if !text.contains('\r') {
        return Cow::Borrowed(text);
    }
    let only_returns = !text.contains('\n');
    Cow::Owned(if only_returns { text.replace('\r', "\n") } else { text.replace("\r\n", "\n").replace('\r', " ") })
}

/// A count as lines are counted. No text that is read has more.
#[must_use]
pub fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The same text with some of its lines emptied.
pub fn without(text: &str, emptied: &[Lines]) -> String {
    let is_emptied = |number: u32| emptied.iter().any(|lines| lines.hold(number));
    let lines = (1u32..).zip(text.split_inclusive('\n'));
    lines
        .map(|(number, line)| {
            if !is_emptied(number) {
                line
            } else if line.ends_with('\n') {
                "\n"
            } else {
                ""
            }
        })
        .collect()
}

/// The blocks with every line of the text from `from` on in one of them: what no block holds becomes plain text, or belongs to the block before it where it is only
/// a mark of a quote or a list.
pub fn complete(blocks: Vec<Block>, text: &str, from: u32) -> Vec<Block> {
    let lines: Vec<&str> = text.split('\n').collect();
    let mut whole: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut next = from;
    for mut block in blocks {
        let starts = block.lines.from.max(next);
        put_back(&mut whole, &lines, next, starts);
        block.lines = Lines { from: starts, to: block.lines.to.min(count(lines.len())).max(starts.saturating_sub(1)) };
        next = block.lines.to.saturating_add(1);
        whole.push(block);
    }
    put_back(&mut whole, &lines, next, count(lines.len()).saturating_add(1));
    whole
}

/// Puts back what stands in the lines from `from` to before `until`.
fn put_back(whole: &mut Vec<Block>, lines: &[&str], from: u32, until: u32) {
    for number in from..until {
        let line = lines.get(number.saturating_sub(1) as usize).copied().unwrap_or_default();
        match whole.last_mut() {
            _ if line.trim().is_empty() => {}
            Some(last) if is_only_a_mark(line) && last.lines.from <= last.lines.to => last.lines.to = number,
            Some(Block { kind: BlockKind::Plain { text }, lines: held, .. }) if held.to.saturating_add(1) == number && number > from => {
                text.push('\n');
                text.push_str(line);
                held.to = number;
            }
            _ => whole.push(plain(line, number)),
        }
    }
}

fn plain(line: &str, number: u32) -> Block {
    let kind = BlockKind::Plain { text: line.to_owned() };
    Block { lines: Lines { from: number, to: number }, indent: 0, marker: None, quoted: false, kind }
}

fn is_only_a_mark(line: &str) -> bool {
    line.chars().all(|c| c.is_whitespace() || c == '>')
}
