//! Commands that stand in words: `Run kubectl get pods`.

use crate::markdown::count;
use crate::model::{Block, BlockKind, Command, Inline};
use crate::shell::{looks_like_a_command, read_code};

/// The code in a block's words that is a whole command.
pub fn commands_in_words(block: &Block) -> impl Iterator<Item = Command> {
    codes_with_lines(block).into_iter().filter(|(_, code)| code.trim().contains(' ') && looks_like_a_command(code)).filter_map(
        |(line, code)| match read_code("sh".to_owned(), code.to_owned(), line) {
            BlockKind::Command(command) => Some(command),
            _ => None,
        },
    )
}

/// The code in a block's words, each with the line it stands in.
fn codes_with_lines(block: &Block) -> Vec<(u32, &str)> {
    let lines: Vec<&[Inline]> = match &block.kind {
        // The second line of a table is drawn, not said.
        BlockKind::Table { rows, .. } => {
            return (block.lines.from.saturating_add(2)..)
                .zip(rows)
                .flat_map(|(line, row)| row.iter().flatten().filter_map(move |part| Some((line, code(part)?))))
                .collect();
        }
        _ => vec![block.words()],
    };
    let mut line = block.lines.from;
    let mut codes = Vec::new();
    for part in lines.into_iter().flatten() {
        codes.extend(code(part).map(|code| (line, code)));
        line = line.saturating_add(count(part.text().matches('\n').count()));
    }
    codes
}

fn code(part: &Inline) -> Option<&str> {
    match part {
        Inline::Code { text } => Some(text),
        _ => None,
    }
}
