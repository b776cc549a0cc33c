//! The guard's corpus: what is a secret and what only looks like one, each in many sentences and hidden in many ways.

use std::ops::Range;

use sitrep_core::guard::Hit;

/// A line that holds a secret.
pub struct Positive {
    /// The rule that finds it; `any` for whichever comes first.
    pub kind: String,
    /// How it is hidden.
    pub hidden: &'static str,
    /// The line, or several.
    pub text: String,
    /// Where the longest part of the secret stands, which has to be found as a whole; empty where it is a word.
    pub secret: Range<usize>,
}

impl Positive {
    /// Whether hits of secrets cover all of it.
    pub fn is_found_by(&self, hits: &[Hit]) -> bool {
        let places = hits.iter().filter_map(|hit| hit.range.as_ref());
        let covered = |at: usize| places.clone().any(|place| place.contains(&at));
        !hits.is_empty() && self.secret.clone().all(covered)
    }
}

/// The samples of secrets as kind and text, with what splits them taken out.
pub fn samples() -> Vec<(String, String)> {
    samples_in(include_str!("secrets.txt"))
}

/// The samples of what customers are not told.
pub fn internals() -> Vec<(String, String)> {
    samples_in(include_str!("internals.txt"))
}

fn samples_in(file: &str) -> Vec<(String, String)> {
    let lines = file.lines().filter(|line| !line.starts_with('#'));
    let parts = lines.filter_map(|line| line.split_once('\t'));
    parts.map(|(kind, text)| (kind.to_owned(), text.replace("{}", "").replace('␤', "\n"))).collect()
}

/// What looks like a secret and is none.
pub fn benign() -> Vec<String> {
    include_str!("benign.txt").lines().map(|line| line.replace('␤', "\n")).collect()
}

/// What stands around: `@` is the place.
pub fn sentences() -> Vec<String> {
    include_str!("sentences.txt").lines().map(|line| line.replace('␤', "\n")).collect()
}

/// Every sample, hidden in every way that leaves it what it is, each in another sentence.
pub fn positives(samples: &[(String, String)]) -> Vec<Positive> {
    let (mut lines, sentences) = (Vec::new(), sentences());
    for (at, (kind, text)) in samples.iter().enumerate() {
        for (way, (hidden, hide)) in HIDINGS.iter().enumerate() {
            let sentence = &sentences[(at * 7 + way * 11) % sentences.len()];
            lines.extend(in_sentence(text, *hide, sentence).map(|(text, secret)| Positive { kind: kind.clone(), hidden, text, secret }));
        }
    }
    lines
}

/// None where the way of hiding changes nothing, or makes something else of it.
fn in_sentence(text: &str, hide: Hide, sentence: &str) -> Option<(String, Range<usize>)> {
    let run = longest_run(text);
    let (mut shown, mut secret) = (String::new(), 0..0);
    let start = sentence.find('@')?;
    for (at, letter) in text.chars().enumerate() {
        let written = hide(at, letter, &run).unwrap_or_else(|| letter.to_string());
        if at == run.start {
            let before = if written.ends_with(letter) { written.len() - letter.len_utf8() } else { 0 };
            secret.start = start + shown.len() + before;
        }
        shown.push_str(&written);
        if at < run.end {
            secret.end = start + shown.len();
        }
    }
    let same = shown == text && !std::ptr::fn_addr_eq(hide, PLAIN);
    let not_glued = shown.starts_with("zz") && text.contains([' ', '=', ':', '"', '\n', '$', '/', '.']);
    let secret = if run.is_empty() { 0..0 } else { secret };
    (!same && !not_glued).then(|| (sentence.replacen('@', &shown, 1), secret))
}

/// Every line that holds none, each in several sentences.
pub fn negatives() -> Vec<String> {
    let (mut lines, sentences) = (Vec::new(), sentences());
    for (at, text) in benign().iter().enumerate() {
        lines.extend((0..4).map(|way| sentences[(at * 5 + way * 7) % sentences.len()].replacen('@', text, 1)));
    }
    lines
}

/// What customers may read, two sentences a line.
pub fn for_customers() -> Vec<String> {
    let texts: Vec<&str> = include_str!("for_customers.txt").lines().collect();
    let lines = |at: usize| (1..=20).map(move |step| (at, at + step * 3));
    (0..texts.len()).flat_map(lines).map(|(one, other)| format!("{} {}", texts[one], texts[other % texts.len()])).collect()
}

/// What stands in place of a letter of which the number is given, in a text whose secret stands there; none for the letter itself.
type Hide = fn(usize, char, &Range<usize>) -> Option<String>;

const PLAIN: Hide = |_, _, _| None;

const HIDINGS: [(&str, Hide); 11] = [
    ("plain", PLAIN),
    ("soft hyphen", |at, letter, run| (at == middle(run)).then(|| format!("\u{ad}{letter}"))),
    ("zero width", |at, letter, _| (at % 5 == 4).then(|| format!("\u{200b}{letter}"))),
    ("direction", |at, letter, _| (at % 5 == 4).then(|| format!("\u{200f}{letter}"))),
    ("full width", |_, letter, _| plain(letter).and_then(|letter| char::from_u32(u32::from(letter) + 0xfee0)).map(String::from)),
    ("look-alike", |_, letter, _| look_alike(letter).map(String::from)),
    ("mathematical", |_, letter, _| mathematical(letter).map(String::from)),
    ("entities", |at, letter, _| plain(letter).filter(|_| at % 4 == 1).map(|letter| format!("&#{};", u32::from(letter)))),
    ("percent codes", |at, letter, _| plain(letter).filter(|_| at % 4 == 1).map(|letter| format!("%{:02X}", u32::from(letter)))),
    ("line end", |at, letter, run| (at == middle(run)).then(|| format!("\n{letter}"))),
    ("glued", |at, letter, _| (at == 0).then(|| format!("zz{letter}"))),
];

/// By number of letters: the longest run that is no word. Empty where there is none.
fn longest_run(text: &str) -> Range<usize> {
    let (mut best, mut start) = (0..0, 0);
    let letters: Vec<char> = text.chars().chain([' ']).collect();
    for (at, letter) in letters.iter().enumerate() {
        if !letter.is_ascii_alphanumeric() {
            let run = &letters[start..at];
            let digits = run.iter().filter(|letter| letter.is_ascii_digit()).count();
            let is_no_word = (digits > 0 && digits < run.len()) || run.len() >= 20;
            if is_no_word && run.len() > best.len() {
                best = start..at;
            }
            start = at + 1;
        }
    }
    best
}

/// Where a long run is broken; nowhere for a short one, which nothing breaks.
fn middle(run: &Range<usize>) -> usize {
    if run.len() >= 10 { run.start + run.len() / 2 } else { usize::MAX }
}

fn plain(letter: char) -> Option<char> {
    letter.is_ascii_alphanumeric().then_some(letter)
}

fn look_alike(letter: char) -> Option<char> {
    let (plain, alike) = ("aeopcxyijsAEOPCXTHBKM", "аеорсхуіјѕАЕОРСХТНВКМ");
    plain.chars().position(|plain| plain == letter).and_then(|at| alike.chars().nth(at))
}

fn mathematical(letter: char) -> Option<char> {
    let from = match letter {
        'a'..='z' => 0x1d5ba - u32::from('a'),
        'A'..='Z' => 0x1d5a0 - u32::from('A'),
        '0'..='9' => 0x1d7e2 - u32::from('0'),
        _ => return None,
    };
    char::from_u32(from + u32::from(letter))
}
