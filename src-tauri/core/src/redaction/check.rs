//! Whether what was to be left out still stands in a finished copy.

use std::fmt;

use super::finder::Finder;
use super::pdf_words::strings;
use super::redact::Redaction;
use super::unpack::{Part, parts};

/// What form a copy has, as far as it matters to reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyForm {
    /// Its marks are no words: `<li>` is nobody.
    Html,
    /// Strings are words: `/Type /Page` is nobody.
    Pdf,
    /// Lines are folded.
    Calendar,
    /// Every character is read.
    Other,
}

/// What still stands in a copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StillThere {
    /// What was to be left out; of a secret only the beginning.
    pub original: String,
    /// Where: `a picture`.
    pub place: &'static str,
}

impl fmt::Display for StillThere {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” is still in {}", self.original, self.place)
    }
}

impl Redaction {
    /// The first original that still stands in the bytes of a copy, what is packed in it unpacked.
    #[must_use]
    pub fn still_in(&self, copy: &[u8], form: CopyForm) -> Option<StillThere> {
        parts(copy).into_iter().find_map(|part| match part {
            Part::Text(text) => self.still_in_words(&words_of(text, form), "the copy"),
            Part::OfPdf(text) => self.still_in_words(&text, "what the PDF tells besides"),
            Part::OfPicture(text) => self.still_in_words(&text, "what a picture tells besides"),
            Part::Bytes(bytes) => self.still(self.finder.in_bytes(self.items(), &bytes)?, "what is packed in the copy"),
        })
    }

    /// How often each of the items stands in a copy that is not redacted, in their order, the ones that are left included.
    #[must_use]
    pub fn counts_in(&self, copy: &[u8], form: CopyForm) -> Vec<usize> {
        let mut counts = vec![0; self.items().len()];
        let all = Finder::of(self.items(), |_| true);
        let texts = parts(copy).into_iter().filter_map(|part| if let Part::Text(text) = part { Some(words_of(text, form)) } else { None });
        for place in texts.flat_map(|text| all.places(&text)) {
            counts[place.item] += 1;
        }
        counts
    }

    /// The first original that still stands in words that go with a copy, such as the name of its file.
    #[must_use]
    pub fn still_in_words(&self, words: &str, place: &'static str) -> Option<StillThere> {
        self.still(self.places(words).first()?.item, place)
    }

    fn still(&self, item: usize, place: &'static str) -> Option<StillThere> {
        let shown = self.items().get(item)?.shown();
        Some(StillThere { original: shown.into_iter().next()?, place })
    }
}

fn words_of(text: String, form: CopyForm) -> String {
    match form {
        CopyForm::Html => without_marks(&text),
        CopyForm::Pdf => words_of_stream(&text),
        CopyForm::Calendar => text.replace("\r\n ", "").replace("\n ", ""),
        CopyForm::Other => text,
    }
}

/// Of a PDF's streams that are text, what the file tells of itself is marked up, and the others hold strings.
fn words_of_stream(text: &str) -> String {
    if text.starts_with("<?xpacket") { without_marks(text) } else { strings(text.as_bytes()) }
}

/// The words of a page, of its attributes, and of what nobody sees in it; its elements and its style are the same in every copy.
fn without_marks(html: &str) -> String {
    let (before, rest) = html.split_once("<style>").unwrap_or((html, ""));
    let after = rest.split_once("</style>").map_or(rest, |(_, after)| after);
    let parts = before.split('<').chain(after.split('<'));
    parts.map(words_of_part).collect::<Vec<_>>().join(" ")
}

/// Of `li class="x">text` the value and the text.
fn words_of_part(part: &str) -> String {
    match part.split_once('>') {
        Some((element, text)) if element.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '/') => {
            let values: Vec<&str> = element.split('"').skip(1).step_by(2).collect();
            format!("{} {text}", values.join(" "))
        }
        _ => part.to_owned(),
    }
}
