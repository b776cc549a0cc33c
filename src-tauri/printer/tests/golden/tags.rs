//! A PDF as a reader of another house finds it by its tags, held against the paper.

use std::io::Write;
use std::process::{Command, Stdio};

use sitrep_core::paper::Paper;

use crate::said;

/// An element with what is read in it, such as `TD` and `14:00`.
type Tagged = (String, String);

/// Holds a PDF against its paper: each heading and cell by its tag, and every word in its order.
pub fn check(name: &str, paper: &Paper, pdf: &[u8]) {
    let (said, read) = (said::of_paper(paper), read_in(pdf));
    for (ours, tag) in [("h2", "H1"), ("h3", "H2"), ("h4", "H3"), ("th", "TH"), ("td", "TD")] {
        let written: Vec<String> =
            said.iter().filter_map(|part| Some(squeezed(part.strip_prefix(ours)?))).filter(|text| !text.is_empty()).collect();
        let tagged: Vec<String> =
            read.iter().filter(|(element, text)| element == tag && !text.is_empty()).map(|(_, text)| squeezed(text)).collect();
        assert_eq!(tagged, written, "{name}, {tag}");
    }
    let all = squeezed(&read.iter().map(|(_, text)| text.as_str()).collect::<String>());
    let mut from = 0;
    for text in said.iter().filter(|part| !part.starts_with("img")).filter_map(|part| Some(part.split_once(' ')?.1)) {
        for piece in text.split(" | ").flat_map(|fact| fact.split(": ")).map(squeezed) {
            let at = all[from..].find(&piece);
            from += at.unwrap_or_else(|| panic!("{name}: '{piece}' is not read in {}", &all[from..])) + piece.len();
        }
    }
}

/// Without spaces, which a line's end may be, and without the signs that set words apart.
fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')).collect()
}

/// The elements that hold words, in their order.
fn read_in(pdf: &[u8]) -> Vec<Tagged> {
    let (mut open, mut read): (Vec<(usize, String)>, Vec<Tagged>) = Default::default();
    for line in structure(pdf).lines() {
        let (indent, line) = (line.len() - line.trim_start().len(), line.trim());
        if let Some(text) = line.strip_prefix('"') {
            let text = text.strip_suffix('"').unwrap_or(text);
            read.last_mut().into_iter().for_each(|(_, all)| all.push_str(text));
        } else if !line.starts_with('/') {
            open.retain(|(outer, _)| *outer < indent);
            let name = line.split([' ', ':']).next().unwrap_or_default().to_owned();
            let within = open.iter().any(|(_, outer)| ["TD", "TH", "H1", "H2", "H3"].contains(&outer.as_str()));
            if !within {
                read.push((name.clone(), String::new()));
            }
            open.push((indent, name));
        }
    }
    read
}

fn structure(pdf: &[u8]) -> String {
    let mut command = Command::new("pdfinfo");
    command.args(["-struct-text", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().expect("poppler-utils is installed by `make test`");
    child.stdin.take().expect("its input").write_all(pdf).expect("it reads");
    String::from_utf8_lossy(&child.wait_with_output().expect("it ends").stdout).into_owned()
}
