//! A paper as one HTML file that asks for nothing outside of itself.

mod blocks;
mod words;

use html_escape::{encode_double_quoted_attribute, encode_text};

use super::palette::PALETTE;
use super::picture::PictureFiles;
use super::sheet::Paper;
use words::apart;

const STYLE: &str = include_str!("style.css");
/// Nothing runs, nothing is fetched, nothing is sent, whatever stands in the page.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// The paper as an HTML file with its style, its pictures and its drawings in it. A picture whose file is not given is told in words.
#[must_use]
pub fn html(paper: &Paper, files: &PictureFiles) -> String {
    let title = paper.title.in_one_line();
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n{head}</head>\n<body>\n<main>\n<h1>{title}</h1>\n{body}</main>\n</body>\n</html>\n",
        language = encode_double_quoted_attribute(&paper.language),
        head = head(paper, &title),
        title = apart(&title),
        body = blocks::written(&paper.blocks, files),
    )
}

fn head(paper: &Paper, title: &str) -> String {
    let author = paper.author.as_ref().map(|author| meta("author", &author.in_one_line())).unwrap_or_default();
    let date = meta("dcterms.created", &paper.written_at.format("%Y-%m-%dT%H:%M:%SZ").to_string());
    format!(
        "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n{}{}{}{author}{date}<title>{}</title>\n<style>\n{}{STYLE}</style>\n",
        meta("viewport", "width=device-width, initial-scale=1"),
        meta("color-scheme", "light dark"),
        meta("referrer", "no-referrer"),
        encode_text(title),
        colours(),
    )
}

fn meta(name: &str, content: &str) -> String {
    format!("<meta name=\"{name}\" content=\"{}\">\n", encode_double_quoted_attribute(content))
}

/// The page is as light or dark as the reader's other pages, and light on paper.
fn colours() -> String {
    let [light, dark]: [String; 2] = [
        PALETTE.map(|colour| format!("{}: {}; ", colour.name, colour.light)).concat(),
        PALETTE.map(|colour| format!("{}: {}; ", colour.name, colour.dark)).concat(),
    ];
    format!(":root {{ {light}}}\n@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark}}} }}\n")
}
