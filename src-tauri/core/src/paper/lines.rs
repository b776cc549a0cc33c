//! Words as the lines that each form writes: the same lines in all of them.

use std::borrow::Cow;

use super::link::LinkTarget;
use super::words::{Look, Run, Words};
use crate::text::{is_blank, isolated};

/// Words of one look in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The words.
    pub text: String,
    /// How they look.
    pub look: Look,
    /// Where they lead.
    pub link: Option<&'a LinkTarget>,
}

/// Pieces that are laid out together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch<'a> {
    /// The pieces, one after the other.
    pub pieces: Vec<Piece<'a>>,
    /// Whether words in it are read from right to left: they move nothing that stands beside them.
    pub is_apart: bool,
}

/// A line, never an empty one.
pub type Line<'a> = Vec<Stretch<'a>>;

/// The lines of words, without blanks at their ends and without those of which nothing is seen.
#[must_use]
pub fn lines(words: &Words) -> Vec<Line<'_>> {
    let mut lines: Vec<Vec<Piece<'_>>> = vec![Vec::new()];
    for run in words.runs() {
        let mut parts = run.text.as_str().split('\n').map(|part| piece(run, part));
        lines.iter_mut().next_back().into_iter().for_each(|line| line.extend(parts.next()));
        lines.extend(parts.map(|part| vec![part]));
    }
    lines.into_iter().map(trimmed).filter(|line| !line.iter().all(is_blank_piece)).map(stretches).collect()
}

/// The words in one line; an empty one where nothing is seen of them.
#[must_use]
pub fn one_line(words: &Words) -> Line<'_> {
    let space = || vec![Stretch { pieces: vec![Piece { text: " ".to_owned(), look: Look::Plain, link: None }], is_apart: false }];
    lines(words).into_iter().reduce(|line, next| [line, space(), next].concat()).unwrap_or_default()
}

fn piece<'a>(run: &'a Run, text: &str) -> Piece<'a> {
    Piece { text: text.replace('\t', " "), look: run.look, link: run.link.as_ref() }
}

/// A blank at the edge of marked words stands outside of them, where every form takes it as one.
fn trimmed(line: Vec<Piece<'_>>) -> Vec<Piece<'_>> {
    let pieces = line.into_iter().flat_map(with_blanks_outside).filter(|piece| !piece.text.is_empty());
    let mut out: Vec<Piece<'_>> = pieces.skip_while(is_space).collect();
    while out.last().is_some_and(is_space) {
        out.pop();
    }
    out.first_mut().into_iter().for_each(|first| first.text = first.text.trim_start().to_owned());
    out.last_mut().into_iter().for_each(|last| last.text = last.text.trim_end().to_owned());
    out
}

fn is_space(piece: &Piece<'_>) -> bool {
    piece.text.chars().all(char::is_whitespace)
}

fn with_blanks_outside(piece: Piece<'_>) -> Vec<Piece<'_>> {
    if piece.look == Look::Plain && piece.link.is_none() {
        return vec![piece];
    }
    let (text, inner) = (&piece.text, piece.text.trim());
    let lead = text.len() - text.trim_start().len();
    let blank = |text: &str| Piece { text: text.to_owned(), look: Look::Plain, link: None };
    vec![blank(&text[..lead]), Piece { text: inner.to_owned(), ..piece.clone() }, blank(&text[lead + inner.len()..])]
}

/// Words read from right to left are laid out apart, with the code and links among them.
fn stretches(line: Vec<Piece<'_>>) -> Line<'_> {
    let mut out = Line::new();
    for (is_apart, piece) in apart(&line).into_iter().zip(line) {
        match out.last_mut().filter(|last| last.is_apart == is_apart) {
            Some(last) => last.pieces.push(piece),
            None => out.push(Stretch { pieces: vec![piece], is_apart }),
        }
    }
    out
}

/// Which pieces of a line belong to words that are read from right to left.
fn apart(line: &[Piece<'_>]) -> Vec<bool> {
    let mut apart = vec![false; line.len()];
    let mut begun = None;
    for (at, piece) in line.iter().enumerate() {
        if matches!(isolated(&piece.text), Cow::Owned(_)) {
            apart[begun.unwrap_or(at)..=at].fill(true);
            begun = Some(at);
        } else if !is_carried(piece) {
            begun = None;
        }
    }
    apart
}

/// Whether it goes where the words around it go.
fn is_carried(piece: &Piece<'_>) -> bool {
    piece.look == Look::Code || piece.link.is_some() || is_blank_piece(piece)
}

fn is_blank_piece(piece: &Piece<'_>) -> bool {
    is_blank(&piece.text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(words: &Words) -> Vec<String> {
        let stretch = |stretch: &Stretch<'_>| {
            let pieces: String = stretch.pieces.iter().map(|piece| format!("[{}]", piece.text)).collect();
            if stretch.is_apart { format!("({pieces})") } else { pieces }
        };
        lines(words).iter().map(|line| line.iter().map(stretch).collect()).collect()
    }

    #[test]
    fn lines_have_no_blanks_at_their_ends_and_none_is_empty() {
        let words = Words::from("  a ").strong(" b\n\n \u{200b}\n").plain("\tc");
        assert_eq!(shape(&words), ["[a ][ ][b]", "[c]"]);
        assert_eq!(one_line(&words).len(), 3, "with a space between");
        assert_eq!(shape(&Words::from(" \n ")), Vec::<String>::new());
    }

    #[test]
    fn words_that_are_read_the_other_way_stay_together_with_the_code_among_them() {
        let typed = Words::typed("فشل `ps` مرة");
        let words = Words::default().strong("Users").plain(": ").and(typed).plain(" (").plain("سارة").plain(")");
        assert_eq!(shape(&words), ["[Users][: ]([فشل ][ps][ مرة])[ (]([سارة])[)]"]);
    }
}
