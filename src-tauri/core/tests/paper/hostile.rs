//! Papers full of texts that would be something else in one form or another.

use proptest::prelude::*;
use sitrep_core::paper::{Block, Branch, Drawing, Fact, Level, LinkTarget, ListOrder, Look, Paper, Picture, Run, Table, Words};

use crate::example::paper_of;
use crate::pieces::PIECES;

/// A text of such pieces, and of anything else.
pub fn text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(PIECES.to_vec());
    prop::collection::vec(prop_oneof![3 => pieces.prop_map(str::to_owned), 1 => ".{0,8}"], 0..8).prop_map(|pieces| pieces.concat())
}

fn look() -> impl Strategy<Value = Look> {
    prop::sample::select(vec![Look::Plain, Look::Plain, Look::Strong, Look::Emphasis, Look::Code, Look::Tag])
}

fn link() -> impl Strategy<Value = Option<LinkTarget>> {
    let targets = ["https://e.example/a?b=1&copy=2", "https://e.example/a_(b)_*c*[d]", "mailto:a@e.example"];
    prop::sample::select(vec![None, None, None, Some(targets[0]), Some(targets[1]), Some(targets[2])])
        .prop_map(|target| target.and_then(|target| LinkTarget::try_from(target).ok()))
}

fn words() -> impl Strategy<Value = Words> {
    let run = (text(), look(), link()).prop_map(|(text, look, link)| Run { text: text.into(), look, link });
    prop_oneof![
        1 => text().prop_map(|text| Words::typed(&text)),
        2 => prop::collection::vec(run, 0..5).prop_map(|runs| runs.into_iter().fold(Words::default(), Words::and_run)),
    ]
}

fn branch() -> impl Strategy<Value = Branch> {
    let leaf = words().prop_map(|words| Branch { words, children: Vec::new() });
    leaf.prop_recursive(4, 10, 3, |inner| {
        (words(), prop::collection::vec(inner, 0..3)).prop_map(|(words, children)| Branch { words, children })
    })
}

fn table() -> impl Strategy<Value = Table> {
    let rows = prop::collection::vec(prop::collection::vec(words(), 0..4), 0..3);
    let columns = prop::collection::vec(text(), 1..4);
    (columns, rows, prop::option::of(text())).prop_map(|(columns, rows, caption)| {
        let table = Table::new(columns, rows);
        caption.map_or(table.clone(), |caption| table.with_caption(caption))
    })
}

fn order() -> impl Strategy<Value = ListOrder> {
    prop_oneof![Just(ListOrder::Bullets), (0..400_u16).prop_map(ListOrder::NumberedFrom)]
}

fn block() -> impl Strategy<Value = Block> {
    let level = prop::sample::select(vec![Level::Section, Level::Part, Level::Detail]);
    let drawing =
        text().prop_map(|text| Drawing { file_name: "d.svg".to_owned(), svg: "<svg></svg>".to_owned(), alternative: text.into() });
    let leaf = prop_oneof![
        (level, words()).prop_map(|(level, words)| Block::Heading { level, words }),
        words().prop_map(Block::paragraph),
        text().prop_map(|text| Block::Verbatim { text: text.into() }),
        prop::collection::vec((text(), words()), 1..3)
            .prop_map(|facts| Block::Facts { facts: facts.into_iter().map(|(label, value)| Fact::new(label, value)).collect() }),
        table().prop_map(Block::Table),
        prop::collection::vec(branch(), 1..3).prop_map(|roots| Block::Tree { roots }),
        text().prop_map(|text| Block::Picture(Picture { file_name: crate::example::PICTURE.to_owned(), alternative: text.into() })),
        drawing.prop_map(Block::Drawing),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        let items = prop::collection::vec(prop::collection::vec(inner, 0..3).prop_map(begun_with_words), 1..3);
        (order(), items).prop_map(|(order, items)| Block::List { order, items })
    })
}

/// A paper of such blocks.
pub fn paper() -> impl Strategy<Value = Paper> {
    (text(), prop::collection::vec(block(), 0..6)).prop_map(|(title, blocks)| Paper { title: title.into(), ..paper_of(blocks) })
}

/// A number right behind a bullet is how a tree branches.
fn begun_with_words(mut item: Vec<Block>) -> Vec<Block> {
    if item.iter().any(|block| matches!(block, Block::Tree { .. } | Block::List { .. })) {
        item.insert(0, Block::paragraph("x"));
    }
    item
}
