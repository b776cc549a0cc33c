//! The Markdown as it is read by people.

use sitrep_core::paper::{Block, PicturesInMarkdown, Table, Words, markdown};

use crate::example::{paper_of, with_one_of_each};

#[test]
fn it_reads_as_somebody_would_have_written_it() {
    insta::assert_snapshot!(markdown(&with_one_of_each(), PicturesInMarkdown::From("pay ments")));
}

#[test]
fn pictures_that_cannot_come_along_are_mentioned() {
    let written = markdown(&with_one_of_each(), PicturesInMarkdown::Mentioned);

    assert!(written.contains("_Picture: The graph_\n\n_Picture: Severity over time_"), "{written}");
    assert!(!written.contains("!["), "{written}");
}

#[test]
fn a_name_pings_nobody() {
    let table = Table::new(["Owner"], vec![vec!["@ana".into()], vec![Words::default().strong("@here now")]]);

    let written = markdown(&paper_of(vec![Block::Table(table)]), PicturesInMarkdown::Mentioned);

    assert!(written.contains("| `@ana` |") && written.contains("| **`@here` now** |"), "{written}");
}

#[test]
fn words_that_are_read_the_other_way_move_nothing_beside_them() {
    let words = Words::default().strong("Users").plain(": ").and(Words::typed("فشل `ps` مرة")).plain(" (3)");

    let written = markdown(&paper_of(vec![Block::paragraph(words)]), PicturesInMarkdown::Mentioned);

    assert!(written.ends_with("**Users**: \u{2068}فشل `ps` مرة\u{2069} (3)\n"), "{written:?}");
}
