//! From bytes to text.

/// A text, and what had to be done to read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// What is not as it stands in the file.
    pub note: Option<String>,
}

/// Any bytes as text. What is no UTF-8 is shown as `�`, and said.
#[must_use]
pub fn decode(bytes: Vec<u8>) -> Decoded {
    if let Some(text) = utf16(&bytes) {
        return Decoded { text, note: Some("It is written in UTF-16. Other programs may not read it: save it as UTF-8.".to_owned()) };
    }
    String::from_utf8(bytes).map(|text| Decoded { text, note: None }).unwrap_or_else(|error| Decoded {
        text: String::from_utf8_lossy(error.as_bytes()).into_owned(),
        note: Some("Some of its letters are not in UTF-8 and are shown as �. Save it as UTF-8.".to_owned()),
    })
}

fn utf16(bytes: &[u8]) -> Option<String> {
    let (mark, rest) = bytes.split_at_checked(2)?;
    let read: fn([u8; 2]) -> u16 = match mark {
        [0xff, 0xfe] => u16::from_le_bytes,
        [0xfe, 0xff] => u16::from_be_bytes,
        _ => return None,
    };
    let units: Vec<u16> = rest.chunks_exact(2).filter_map(|pair| Some(read(pair.try_into().ok()?))).collect();
    Some(String::from_utf16_lossy(&units))
}
