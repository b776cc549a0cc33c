//! The five whys as a numbered list (seed: Five Whys); where an answer has several reasons, each is a list of its own.

use crate::incident::{Incident, WhyNode};
use crate::paper::{Block, ListOrder, Words};
use crate::vocabulary::ReviewField;

/// How many are asked where nobody has answered yet.
const ASKED: usize = 5;

pub(super) fn five_whys(incident: &Incident) -> Vec<Block> {
    let tree = incident.review.whys();
    let problem = incident.review.text(&ReviewField::Problem).unwrap_or(&incident.title);
    let first = format!(" did this happen ({problem})? -> ");
    if tree.is_empty() {
        let asked = (0..ASKED).map(|at| Words::default().strong("Why").plain(if at == 0 { first.clone() } else { "? -> ".to_owned() }));
        return vec![Block::list(ListOrder::NumberedFrom(1), asked)];
    }
    chains(&tree, &first)
}

/// One chain of reasons is one list; several are told apart by a mark each.
fn chains(nodes: &[WhyNode<'_>], first: &str) -> Vec<Block> {
    match nodes {
        [] => Vec::new(),
        [only] => vec![chain(only, first)],
        several => {
            let items = several.iter().map(|node| vec![chain(node, first)]).collect();
            vec![Block::List { order: ListOrder::Bullets, items }]
        }
    }
}

/// A reason with what is behind it, as long as that is one.
fn chain(node: &WhyNode<'_>, first: &str) -> Block {
    let from = u16::try_from(node.depth).unwrap_or(u16::MAX);
    let mut items = Vec::new();
    let mut at = node;
    loop {
        let mut item = vec![Block::paragraph(words(at, first))];
        match at.reasons.as_slice() {
            [only] => {
                items.push(item);
                at = only;
            }
            reasons => {
                item.extend(chains(reasons, first));
                items.push(item);
                return Block::List { order: ListOrder::NumberedFrom(from), items };
            }
        }
    }
}

fn words(node: &WhyNode<'_>, first: &str) -> Words {
    let asked = match &node.why.question {
        Some(question) => format!(" {question}? -> "),
        None if node.depth == 1 => first.to_owned(),
        None => "? -> ".to_owned(),
    };
    let words = Words::default().strong("Why").plain(format!("{asked}{}", node.why.answer));
    if node.why.root_cause { words.plain(" ").tag("Root cause") } else { words }
}
