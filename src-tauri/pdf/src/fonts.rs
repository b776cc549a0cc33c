//! The fonts: Sitrep's own, and for letters that those lack, what is on this computer.

use std::collections::BTreeSet;

use sitrep_core::text::is_blank;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst_kit::fonts::{self, FontStore};

/// For text, and for code and signs.
const OWN: [&[u8]; 4] = [
    include_bytes!("../fonts/Inter-Regular.otf"),
    include_bytes!("../fonts/Inter-SemiBold.otf"),
    include_bytes!("../fonts/Inter-Italic.otf"),
    include_bytes!("../fonts/DejaVuSansMono.ttf"),
];

/// Fonts for a text, and the letters of it that none of them has, each once. The computer's are looked at only where they are needed,
/// which takes a moment, and would let the look depend on where it is printed.
pub fn for_text(text: &str) -> (FontStore, String) {
    let mut store = FontStore::new();
    store.extend(OWN.into_iter().flat_map(|data| Font::iter(Bytes::new(data))).map(|font| (font.clone(), font.info().clone())));
    let letters: BTreeSet<char> = text.chars().filter(|letter| !letter.is_ascii()).collect();
    if lacking(store.book(), &letters).is_empty() {
        return (store, String::new());
    }
    store.extend(fonts::system());
    let lacking = lacking(store.book(), &letters);
    (store, lacking)
}

/// The letters that are seen and that no font has.
fn lacking(book: &FontBook, letters: &BTreeSet<char>) -> String {
    let has = |letter: char| (0..).map_while(|index| book.info(index)).any(|font| font.coverage.contains(u32::from(letter)));
    letters.iter().copied().filter(|letter| !is_blank(letter.encode_utf8(&mut [0; 4])) && !has(*letter)).collect()
}
