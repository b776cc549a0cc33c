//! The reviews of scripted incidents, printed by the program and read back.

#![allow(clippy::expect_used, clippy::panic, reason = "what was expected is what a test tells")]

#[allow(dead_code, reason = "only some of its stories are reviewed")]
#[path = "../../../core/tests/course/stories.rs"]
mod courses;
#[path = "../../../core/tests/golden_reviews/reviewed.rs"]
mod reviewed;
#[allow(dead_code, reason = "forms of others are told with the rest of it")]
#[path = "../../../core/tests/paper/said.rs"]
mod said;
#[path = "../../../core/tests/golden_reviews/stories.rs"]
mod stories;
#[path = "../../../core/tests/support/mod.rs"]
mod support;
mod tags;

use std::env;

use reviewed::reviewed;
use sitrep_core::paper::PrintOrder;
use sitrep_printer::{PROGRAM, Printer};

/// It is built into the folder of the other programs: `make test` does so first.
fn printer() -> Printer {
    let test = env::current_exe().expect("a test is a program");
    Printer::of(test.ancestors().nth(2).expect("it lies in a folder below them").join(PROGRAM))
}

#[test]
fn a_pdf_says_what_the_review_says() {
    for (name, story) in stories::all() {
        let order = PrintOrder { paper: reviewed(name, &story), files: Default::default() };

        let printed = printer().print(&order, |_| ()).expect("it is printed");

        assert!(printed.accessible && printed.without_font.is_empty(), "{name}: {}", printed.without_font);
        tags::check(name, &order.paper, &printed.pdf);
    }
}
