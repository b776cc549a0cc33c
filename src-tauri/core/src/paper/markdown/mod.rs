//! A paper as Markdown, as GitHub and GitLab read it.

mod blocks;
mod line;
mod spans;

use super::sheet::Paper;

/// What the Markdown does with pictures, which it cannot hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PicturesInMarkdown<'a> {
    /// Says where there are some: it is pasted somewhere else, and they cannot come along.
    Mentioned,
    /// Shows them from the folder of this name beside it, each by its name.
    From(&'a str),
}

/// The paper as Markdown. No text in it formats, links, pings or opens a tag; what does is in the paper as a look, a link or a block.
#[must_use]
pub fn markdown(paper: &Paper, pictures: PicturesInMarkdown<'_>) -> String {
    let title = format!("# {}", line::text(&paper.title.in_one_line(), false));
    let body = blocks::written(&paper.blocks, pictures);
    if body.is_empty() { format!("{title}\n") } else { format!("{title}\n\n{body}\n") }
}
