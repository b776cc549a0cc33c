//! The five whys as a tree (seed: Five Whys): numbered by how deep they are, and branching where an answer has several reasons.

use crate::incident::{Incident, WhyNode};
use crate::paper::{Block, Branch, ListOrder, Words};
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
    vec![Block::Tree { roots: tree.iter().map(|node| branch(node, &first)).collect() }]
}

fn branch(node: &WhyNode<'_>, first: &str) -> Branch {
    Branch { words: words(node, first), children: node.reasons.iter().map(|reason| branch(reason, first)).collect() }
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
