//! The words of a text, as they are searched.

/// Longer ones are hashes and keys.
const LETTERS_AT_MOST: usize = 40;

/// The words of a text in small letters: letters and digits, and the parts of `PaymentErrorsHigh` besides the whole.
pub fn each_word(text: &str, mut tell: impl FnMut(&str)) {
    let mut small = String::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && word.len() <= 4 * LETTERS_AT_MOST) {
        let mut say = |word: &str| {
            small.clear();
            small.extend(word.chars().flat_map(char::to_lowercase).take(LETTERS_AT_MOST));
            tell(&small);
        };
        say(word);
        if has_humps(word) {
            humps(word).for_each(say);
        }
    }
}

/// The words of a text in a list, the parts of a name in the name's place.
pub fn words(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    parts.flat_map(|word| humps(word).map(str::to_lowercase).collect::<Vec<_>>()).collect()
}

fn has_humps(word: &str) -> bool {
    word.as_bytes()
        .windows(2)
        .any(|pair| pair.first().is_some_and(u8::is_ascii_lowercase) && pair.get(1).is_some_and(u8::is_ascii_uppercase))
}

/// `KubeAPIDown` is `Kube`, `API`, `Down`.
fn humps(word: &str) -> impl Iterator<Item = &str> {
    let letters: Vec<(usize, char)> = word.char_indices().collect();
    let begins = |at: usize| {
        let is_upper = |at: usize| letters.get(at).is_some_and(|(_, c)| c.is_uppercase());
        let is_lower = |at: usize| letters.get(at).is_some_and(|(_, c)| c.is_lowercase() || c.is_numeric());
        at > 0 && is_upper(at) && (is_lower(at - 1) || is_lower(at + 1))
    };
    let mut cuts: Vec<usize> = letters.iter().enumerate().filter(|(at, _)| *at == 0 || begins(*at)).map(|(_, (byte, _))| *byte).collect();
    cuts.push(word.len());
    let pairs: Vec<(usize, usize)> = cuts.iter().copied().zip(cuts.iter().skip(1).copied()).collect();
    pairs.into_iter().filter_map(|(from, to)| word.get(from..to))
}
