//! A paper with one of each block.

use chrono::{TimeZone, Utc};
use sitrep_core::paper::{Block, Branch, Drawing, Fact, Level, LinkTarget, ListOrder, Paper, Picture, PictureFiles, Png, Table, Words};

pub const PICTURE: &str = "2026-11-23-1405-0a0a0a0a.png";

pub fn paper_of(blocks: Vec<Block>) -> Paper {
    let written_at = Utc.with_ymd_and_hms(2026, 11, 24, 9, 0, 0).single().unwrap_or_default();
    Paper {
        title: "Post-Incident Review: Payments failing".into(),
        language: "en".to_owned(),
        author: Some("@ana".into()),
        written_at,
        blocks,
    }
}

pub fn with_one_of_each() -> Paper {
    let link = LinkTarget::try_from("https://status.example/?a=1&copy=2").ok();
    let linked = |words: Words| link.clone().map_or(words.clone(), |link| words.link("the status page", link));
    let words =
        linked(Words::from("Found by ").strong("us").emphasis(" early").plain(" with ").code("ps | grep x").tag("Key").plain(", see "));
    let drawing = Drawing {
        file_name: "course.svg".to_owned(),
        svg: "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><title>Course</title><rect width=\"8\" height=\"8\" fill=\"var(--p1)\"/></svg>".to_owned(),
        alternative: "Severity over time".into(),
    };
    let row = |time: &str, event: &str| vec![time.into(), Words::typed(event).plain(" (").plain("@ana").plain(")")];
    let rows = vec![row("14:00", "Alert fires: error rate > 5%"), row("14:05", "ran `a | b`, see https://e.example/x")];
    paper_of(vec![
        Block::Facts { facts: vec![Fact::new("Date", "2026-11-23"), Fact::new("Severity", "P1")] },
        Block::heading(Level::Section, "Summary"),
        Block::paragraph(words),
        Block::paragraph("one line\nand another"),
        Block::heading(Level::Part, "Output"),
        Block::Verbatim { text: "a\n\n  b ``` c".into() },
        Block::list(ListOrder::NumberedFrom(3), ["three".into(), "four".into()]),
        Block::list(ListOrder::Bullets, [Words::default().strong("Users affected").plain(": all"), "b".into()]),
        Block::list(ListOrder::Bullets, ["another list".into()]),
        Block::List {
            order: ListOrder::Bullets,
            items: vec![vec![Block::paragraph("outer"), Block::list(ListOrder::Bullets, ["inner".into()])]],
        },
        Block::Table(Table::new(["Time", "Event"], rows).with_caption("What happened")),
        Block::Tree { roots: vec![whys()] },
        Block::Picture(Picture { file_name: PICTURE.to_owned(), alternative: "The graph".into() }),
        Block::Drawing(drawing),
    ])
}

/// One reason behind the other, of which the third has two.
fn whys() -> Branch {
    let branch = |words: Words, children: Vec<Branch>| Branch { words, children };
    let load = branch("The load test sends a tenth".into(), vec![branch(Words::from("It has no owner").tag("Root cause"), vec![])]);
    let cap = branch("The cap passed review".into(), vec![]);
    let pool = branch("v313 capped the pool".into(), vec![load, cap]);
    let first = Words::default().strong("Why").plain(" did checkout fail? -> Requests timed out");
    branch(first, vec![branch("Every pod waited".into(), vec![pool])])
}

pub fn files() -> PictureFiles {
    let png = Png::try_from(b"\x89PNG\r\n\x1a\n and more".to_vec()).ok();
    png.map(|png| (PICTURE.to_owned(), png)).into_iter().collect()
}
