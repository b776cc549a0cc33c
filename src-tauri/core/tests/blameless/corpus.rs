//! The corpus: sentences, and what is to be marked in each.

use sitrep_core::documents::blameless::Reader;
use sitrep_core::guard::Guard;
use sitrep_core::team::ReviewReading;

/// A sentence, and what is to be marked in it: the kind and the words, in order.
#[derive(Debug)]
pub struct Line {
    pub part: ReviewReading,
    pub text: String,
    pub marks: Vec<(String, String)>,
}

/// Who is known.
pub fn people() -> Vec<String> {
    ["@ana", "@raj", "@will", "@mark", "@may", "@kai"].map(str::to_owned).to_vec()
}

pub fn lines() -> Vec<Line> {
    let lines = include_str!("corpus.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.filter_map(|line| line.split_once('\t')).map(|(part, marked)| line_of(part, marked)).collect()
}

fn line_of(part: &str, marked: &str) -> Line {
    let (mut text, mut marks, mut rest) = (String::new(), Vec::new(), marked);
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let (mark, after) = after.split_once('}').unwrap_or((after, ""));
        let (kind, words) = mark.split_once(' ').unwrap_or((mark, ""));
        text.push_str(words);
        marks.push((kind.to_owned(), words.to_owned()));
        rest = after;
    }
    text.push_str(rest);
    Line { part: if part == "c" { ReviewReading::Causes } else { ReviewReading::Prose }, text, marks }
}

/// What is marked in a line.
pub fn found(guard: &Guard, line: &Line) -> Vec<(String, String)> {
    let reader = Reader::knowing(guard, &people());
    let marks = reader.marks_in("x", &line.text, line.part).into_iter();
    marks.map(|mark| (mark.kind.word().to_owned(), mark.found)).collect()
}
