//! The HTML file: one that stands alone, that anybody can read, and that runs nothing.

use scraper::{Html, Selector};
use sitrep_core::paper::{Block, LinkTarget, Paper, Png, Words, html};

use crate::example::{files, paper_of, with_one_of_each};
use crate::pieces::PIECES;

fn all(page: &Html, what: &str) -> Vec<String> {
    let Ok(selector) = Selector::parse(what) else { return Vec::new() };
    page.select(&selector).map(|element| element.html()).collect()
}

#[test]
fn it_stands_as_it_was_looked_at() {
    let page = html(&with_one_of_each(), &files());
    let body = page.split_once("</style>").map_or("", |(_, body)| body);

    insta::assert_snapshot!(body);
}

/// Where a page may take something from, or send somebody to.
#[test]
fn it_asks_for_nothing_outside_and_runs_nothing() {
    let typed = Words::typed(&PIECES.concat());
    let blocks = vec![Block::paragraph(typed.clone()), Block::Verbatim { text: PIECES.concat().into() }];
    let hostile = Paper { title: PIECES.concat().into(), author: Some(PIECES.concat().into()), ..paper_of(blocks) };
    for paper in [with_one_of_each(), hostile] {
        let written = html(&paper, &files());
        let page = Html::parse_document(&written);

        for bad in ["script", "link", "iframe", "object", "embed", "form", "base", "[onclick]", "[onerror]", "[style]", "[src^=http]"] {
            assert_eq!(all(&page, bad), Vec::<String>::new(), "{bad}");
        }
        assert_eq!(all(&page, "style").len(), 1);
        assert!(!all(&page, "style").concat().contains("url("), "no font and no picture of others");
        let policy = all(&page, "meta[http-equiv=Content-Security-Policy]").concat();
        assert!(policy.contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:;"), "{policy}");
        let links = all(&page, "a");
        let kept = all(&page, "a[rel~=noopener][href^=https]").len() + all(&page, "a[rel~=noopener][href^=mailto]").len();
        assert_eq!(links.len(), kept, "{links:?}");
    }
}

#[test]
fn whoever_cannot_see_it_is_told_the_same() {
    let written = html(&with_one_of_each(), &files());
    let page = Html::parse_document(&written);

    assert_eq!(all(&page, "html[lang=en]").len(), 1);
    assert_eq!(all(&page, "h1").len(), 1);
    assert_eq!(all(&page, "th[scope=col]").len(), 2);
    assert_eq!(all(&page, "img[alt='The graph'][src^='data:image/png;base64,']").len(), 1);
    assert_eq!(all(&page, "figure[role=img][aria-label='Severity over time'] > svg").len(), 1);
}

#[test]
fn a_picture_that_is_not_there_is_told_in_words() {
    let written = html(&with_one_of_each(), &std::iter::empty::<(String, Png)>().collect());

    assert!(written.contains("<p><em>Picture: The graph</em></p>") && !written.contains("<img"), "{written}");
}

#[test]
fn words_that_are_read_the_other_way_move_nothing_beside_them() {
    let target = LinkTarget::try_from("https://e.example").ok();
    let words = Words::from("Users: ").and(Words::typed("فشل `ps` مرة")).plain(" (3)");
    let words = target.map_or(words.clone(), |target| words.link("here", target));

    let written = html(&paper_of(vec![Block::paragraph(words)]), &files());

    let expected = "<p>Users: <bdi>فشل <code>ps</code> مرة</bdi> (3)<a href=\"https://e.example\" rel=\"noopener noreferrer\">here</a></p>";
    assert!(written.contains(expected), "{written}");
}
