//! Words that are read from right to left, beside others that are not.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use icu_properties::CodePointMapData;
use icu_properties::props::BidiClass;

/// What stands between these two is laid out for itself, in the direction of its first letter.
const FSI: char = '\u{2068}';
/// Ends [`FSI`].
pub(super) const PDI: char = '\u{2069}';

/// Embeddings, overrides and isolates of a set direction reach beyond what a person means to say; right-to-left letters need none.
pub(super) fn turns_direction(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}' | '\u{2067}')
}

/// Whether a letter only says in which direction others are laid out.
#[must_use]
pub fn marks_direction(letter: char) -> bool {
    turns_direction(letter) || matches!(letter, FSI | PDI | '\u{200e}' | '\u{200f}')
}

/// Words of somebody's for a place among others: those read from right to left move nothing that stands beside them.
#[must_use]
pub fn isolated(words: &str) -> Cow<'_, str> {
    let is_isolated = words.starts_with(FSI) && words.ends_with(PDI);
    if is_isolated || !words.chars().any(is_right_to_left) {
        return Cow::Borrowed(words);
    }
    let lines: Vec<String> = words.split('\n').map(|line| format!("{FSI}{line}{PDI}")).collect();
    Cow::Owned(lines.join("\n"))
}

/// The same for a whole sentence in which such words may stand anywhere.
pub(super) fn with_isolated_words(sentence: &str) -> Cow<'_, str> {
    if !sentence.chars().any(is_right_to_left) {
        return Cow::Borrowed(sentence);
    }
    let (mut out, mut from) = (String::with_capacity(sentence.len() + 6), 0);
    for run in right_to_left_runs(sentence) {
        out.push_str(&sentence[from..run.start]);
        out.extend([FSI].into_iter().chain(sentence[run.clone()].chars()).chain([PDI]));
        from = run.end;
    }
    out.push_str(&sentence[from..]);
    Cow::Owned(out)
}

/// From the first to the last right-to-left letter with no other letter in between, outside of what is isolated already.
fn right_to_left_runs(sentence: &str) -> Vec<Range<usize>> {
    let (mut runs, mut open, mut depth) = (Vec::<Range<usize>>::new(), false, 0_u32);
    for (at, letter) in sentence.char_indices() {
        let end = at + letter.len_utf8();
        match letter {
            FSI => (depth, open) = (depth + 1, false),
            PDI => depth = depth.saturating_sub(1),
            '\n' => (depth, open) = (0, false),
            _ if depth > 0 => {}
            _ if is_right_to_left(letter) => {
                let begin = runs.pop_if(|_| open).map_or(at, |run| run.start);
                runs.push(begin..end);
                open = true;
            }
            _ => match class(letter) {
                BidiClass::LeftToRight => open = false,
                // An accent belongs to the letter before it.
                BidiClass::NonspacingMark => {
                    runs.iter_mut().next_back().filter(|run| run.end == at).into_iter().for_each(|run| run.end = end);
                }
                _ => {}
            },
        }
    }
    runs
}

/// Takes out the beginnings and ends of isolates that have no other half in their line.
pub(super) fn drop_unpaired_isolates(text: &str) -> String {
    let (mut open, mut paired) = (Vec::new(), BTreeSet::new());
    for (at, letter) in text.char_indices() {
        match letter {
            FSI => open.push(at),
            PDI => paired.extend(open.pop().into_iter().flat_map(|begin| [begin, at])),
            '\n' => open.clear(),
            _ => {}
        }
    }
    text.char_indices().filter(|(at, letter)| !matches!(*letter, FSI | PDI) || paired.contains(at)).map(|(_, letter)| letter).collect()
}

fn is_right_to_left(letter: char) -> bool {
    !letter.is_ascii() && matches!(class(letter), BidiClass::RightToLeft | BidiClass::ArabicLetter)
}

fn class(letter: char) -> BidiClass {
    CodePointMapData::<BidiClass>::new().get(letter)
}
