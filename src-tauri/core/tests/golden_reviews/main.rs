//! The reviews of scripted incidents, each looked at once as Markdown, and read back from Markdown and from HTML by parsers of others.

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

#[allow(dead_code, reason = "only some of its stories are reviewed")]
#[path = "../course/stories.rs"]
mod courses;
#[path = "../paper/outline.rs"]
mod outline;
mod reviewed;
mod stories;
#[path = "../support/mod.rs"]
mod support;

use reviewed::reviewed;
use scraper::{Html, Selector};
use sitrep_core::paper::{Paper, PictureFiles, PicturesInMarkdown, Png, html, markdown};

fn as_page(paper: &Paper) -> String {
    let no_files: PictureFiles = std::iter::empty::<(String, Png)>().collect();
    html(paper, &no_files)
}

/// Whatever of a page would be asked of somebody else.
fn asked_outside(page: &str) -> Vec<String> {
    let page = Html::parse_document(page);
    let asks = Selector::parse("script, link, iframe, object, embed, form, base, [src]:not([src^='data:'])").expect("a selector");
    page.select(&asks).map(|element| element.html()).collect()
}

#[test]
fn each_review_reads_as_it_was_looked_at() {
    for (name, story) in stories::all() {
        insta::assert_snapshot!(name, markdown(&reviewed(name, &story), PicturesInMarkdown::Mentioned));
    }
}

#[test]
fn markdown_and_html_say_what_the_review_says() {
    for (name, story) in stories::all() {
        let paper = reviewed(name, &story);
        let said = outline::of_paper(&paper);

        assert_eq!(outline::of_markdown(&markdown(&paper, PicturesInMarkdown::Mentioned)), said, "{name}, Markdown");
        assert_eq!(outline::of_html(&as_page(&paper)), said, "{name}, HTML");
    }
}

#[test]
fn a_page_asks_for_nothing_outside() {
    for (name, story) in stories::all() {
        assert_eq!(asked_outside(&as_page(&reviewed(name, &story))), Vec::<String>::new(), "{name}");
    }
}

/// The seed's sections (Post-Incident Review Template), in its order, whatever happened.
#[test]
fn each_review_has_the_seeds_sections() {
    for (name, story) in stories::all() {
        let headings: Vec<String> = outline::of_paper(&reviewed(name, &story)).into_iter().filter(|part| part.starts_with("h2 ")).collect();
        let seeds = ["Summary", "Timeline", "Impact", "Root Cause", "Five Whys", "Action Items", "Lessons Learned"];
        let places: Vec<Option<usize>> =
            seeds.iter().map(|seed| headings.iter().position(|heading| heading[3..].starts_with(seed))).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{name}: {headings:?}");
    }
}
