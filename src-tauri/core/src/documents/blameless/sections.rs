//! A whole review in Markdown, section by section.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::reader::{BlamelessMark, Reader};
use crate::guard::Guard;
use crate::team::ReviewReading;

/// A stretch of a review under one heading.
struct Section<'t> {
    heading: &'t str,
    /// None for what is not read: who did what stands in the timeline, and who does what among the action items.
    part: Option<ReviewReading>,
    range: Range<usize>,
}

impl Reader<'_> {
    /// The marks in a review that somebody has written on, each with its place in the whole text.
    #[must_use]
    pub fn marks_in_review(&self, markdown: &str) -> Vec<BlamelessMark> {
        let read = sections(markdown).into_iter().filter_map(|section| Some((section.part?, section)));
        let marks = read.flat_map(|(part, section)| {
            let start = section.range.start;
            let marks = self.marks_in(section.heading, &markdown[section.range], part).into_iter();
            marks.map(move |mark| BlamelessMark { range: mark.range.start + start..mark.range.end + start, ..mark })
        });
        marks.collect()
    }
}

/// The marks in a review, for who knows the people by name alone.
#[must_use]
pub fn marks_in_review(markdown: &str, guard: &Guard, people: &[String]) -> Vec<BlamelessMark> {
    Reader::knowing(guard, people).marks_in_review(markdown)
}

/// What stands above the first heading of a section is the review's head, and not read.
fn sections(markdown: &str) -> Vec<Section<'_>> {
    let (mut sections, mut at, mut in_code, mut above): (Vec<Section<'_>>, _, _, _) = (Vec::new(), 0, false, Some(ReviewReading::Prose));
    for line in markdown.split_inclusive('\n') {
        let end = at + line.len();
        if line.trim_start().starts_with("```") {
            in_code = !in_code;
        }
        match heading(line).filter(|_| !in_code) {
            Some((depth, heading)) => {
                let own = part_of(heading);
                let part = if depth > 2 { own.zip(above).map(|(own, above)| own.max(above)) } else { own };
                above = if depth > 2 { above } else { part };
                sections.push(Section { heading, part, range: end..end });
            }
            None => sections.iter_mut().next_back().into_iter().for_each(|section| section.range.end = end),
        }
        at = end;
    }
    sections
}

/// How deep a heading is, from the second level on, and its words.
fn heading(line: &str) -> Option<(usize, &str)> {
    static HEADING: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"^(##+)\s*(.*?)\s*$").ok());
    let found = HEADING.as_ref()?.captures(line.trim_end())?;
    Some((found.get(1)?.len(), found.get(2)?.as_str()))
}

fn part_of(heading: &str) -> Option<ReviewReading> {
    let heading = heading.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| heading.contains(word));
    if heading.starts_with("timeline") || heading.starts_with("action") {
        None
    } else if has(&["cause", "why", "factor"]) {
        Some(ReviewReading::Causes)
    } else {
        Some(ReviewReading::Prose)
    }
}
