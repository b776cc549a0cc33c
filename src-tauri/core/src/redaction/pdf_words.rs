//! The words in the objects of a PDF: its strings. Names such as `/Page`, numbers and signs are nobody's.

/// Every string in these bytes, a line each.
pub(super) fn strings(bytes: &[u8]) -> String {
    let (mut words, mut rest) = (Vec::new(), bytes);
    while let Some((first, behind)) = rest.split_first() {
        let string = match first {
            b'(' => Some(in_brackets(behind)),
            b'<' => in_hex(behind),
            _ => None,
        };
        rest = string.as_ref().map_or(behind, |(_, after)| after);
        words.extend(string.map(|(string, _)| decoded(&string)));
    }
    words.join("\n")
}

/// A string up to the bracket that closes it, and what stands behind it.
fn in_brackets(bytes: &[u8]) -> (Vec<u8>, &[u8]) {
    let (mut string, mut rest, mut open) = (Vec::new(), bytes, 0_u32);
    while let Some((byte, behind)) = rest.split_first() {
        rest = behind;
        match byte {
            b'\\' => rest = escaped(behind, &mut string),
            b')' if open == 0 => break,
            _ => {
                open = open + u32::from(*byte == b'(') - u32::from(*byte == b')');
                string.push(*byte);
            }
        }
    }
    (string, rest)
}

/// Adds what stands behind a backslash, and says what stands behind that.
fn escaped<'a>(bytes: &'a [u8], string: &mut Vec<u8>) -> &'a [u8] {
    let octal: Vec<u8> = bytes.iter().take(3).take_while(|byte| (b'0'..=b'7').contains(byte)).map(|byte| byte - b'0').collect();
    if !octal.is_empty() {
        string.push(octal.iter().fold(0, |number, digit| number << 3 | digit));
        return &bytes[octal.len()..];
    }
    let Some((byte, behind)) = bytes.split_first() else { return bytes };
    match byte {
        b'n' | b'r' | b't' => string.push(b' '),
        b'\r' | b'\n' => {}
        other => string.push(*other),
    }
    behind
}

/// A string of hexadecimal digits, and what stands behind it; none where `<` opens something else.
fn in_hex(bytes: &[u8]) -> Option<(Vec<u8>, &[u8])> {
    let length = bytes.iter().position(|byte| *byte == b'>')?;
    let digits: Vec<u8> = bytes[..length].iter().filter(|byte| !byte.is_ascii_whitespace()).copied().collect();
    let half = |digit: u8| char::from(digit).to_digit(16).and_then(|half| u8::try_from(half).ok());
    let whole = |pair: &[u8]| Some(half(*pair.first()?)? << 4 | half(pair.get(1).copied().unwrap_or(b'0'))?);
    let string = digits.chunks(2).map(whole).collect::<Option<Vec<u8>>>()?;
    Some((string, &bytes[length + 1..]))
}

/// As a reader of PDF takes it: two bytes a letter behind their mark, UTF-8 behind its own or where it is that.
fn decoded(string: &[u8]) -> String {
    if let Some(wide) = string.strip_prefix(b"\xfe\xff") {
        let units: Vec<u16> = wide.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
        return String::from_utf16_lossy(&units);
    }
    match std::str::from_utf8(string.strip_prefix(b"\xef\xbb\xbf").unwrap_or(string)) {
        Ok(text) => text.to_owned(),
        Err(_) => string.iter().copied().map(char::from).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_words_and_nothing_else_is() {
        let object =
            b"<< /Type /Page /Title (a \\(b\\) (c)\\n\\101) /Alt <FEFF00E4 006E> /Lang <656E> /Sum (\xfe\xff\0x) /Odd (\xe9) >> (open";
        assert_eq!(strings(object), "a (b) (c) A\nän\nen\nx\né\nopen");
        assert_eq!(strings(b"<not hex> <48"), "");
    }
}
