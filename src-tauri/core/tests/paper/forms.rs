//! Each form says what the paper says, whatever is typed in it.

use proptest::prelude::*;
use sitrep_core::paper::{Block, ListOrder, Paper, PicturesInMarkdown, Table, Words, html, markdown};

use crate::example::{files, paper_of, with_one_of_each};
use crate::hostile;
use crate::outline::{of_html, of_markdown, of_paper};
use crate::pieces::PIECES;

fn check(paper: &Paper) -> Result<(), TestCaseError> {
    let said = of_paper(paper);
    let written = markdown(paper, PicturesInMarkdown::From("payments"));
    prop_assert_eq!(of_markdown(&written), said.clone(), "{}", written);
    let written = html(paper, &files());
    prop_assert_eq!(of_html(&written), said, "{}", written);
    Ok(())
}

#[test]
fn each_form_says_what_the_paper_says() -> Result<(), TestCaseError> {
    check(&with_one_of_each())
}

#[test]
fn no_hostile_text_is_anything_else_alone_or_beside_another() -> Result<(), TestCaseError> {
    for first in PIECES {
        for second in PIECES {
            let words = Words::from(first).strong(second).plain(first).emphasis(second).code(first).plain(second).tag(first);
            let blocks = vec![
                Block::paragraph(words.clone()),
                Block::paragraph(format!("{first}\n{second}")),
                Block::list(ListOrder::Bullets, [words.clone(), Words::typed(&format!("{first}{second}"))]),
                Block::Table(Table::new([first, second], vec![vec![words, second.into()]])),
            ];
            check(&paper_of(blocks))?;
        }
    }
    Ok(())
}

#[test]
fn a_line_of_a_hundred_thousand_letters_is_written_whole() -> Result<(), TestCaseError> {
    let long = ["a|*`<_[".repeat(15_000), "فشل `x` ".repeat(10_000), "https://e.example/a ".repeat(5_000)];
    for long in long {
        check(&paper_of(vec![Block::paragraph(Words::typed(&long)), Block::Table(Table::new(["x"], vec![vec![Words::typed(&long)]]))]))?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn each_form_of_any_paper_says_what_the_paper_says(paper in hostile::paper()) {
        check(&paper)?;
    }
}
