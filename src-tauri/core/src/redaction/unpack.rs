//! What is in the bytes of a finished copy: its text, and what is packed in it.

use std::io::Read;
use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::read::ZlibDecoder;
use regex::Regex;

use super::pdf_words::strings;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
const PDF: &[u8] = b"%PDF-";
/// What unpacks to more is no document of ours.
const AT_MOST: u64 = 400_000_000;
/// How deep things may be packed in each other.
const DEPTH: usize = 3;

/// Base64 of a whole file, as an address that begins with `data:` has it.
static FILES: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new("[A-Za-z0-9+/]{60,}={0,2}").ok());

/// A part of a copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// Words.
    Text(String),
    /// What a PDF tells besides its pages, as words.
    OfPdf(String),
    /// What stands beside the pixels of a picture, as words.
    OfPicture(String),
    /// Bytes that are no words.
    Bytes(Vec<u8>),
}

/// All parts of a copy. Those that are packed in the text are apart from it.
pub(super) fn parts(bytes: &[u8]) -> Vec<Part> {
    let mut parts = Vec::new();
    unpack(bytes, DEPTH, &mut parts);
    parts
}

fn unpack(bytes: &[u8], depth: usize, parts: &mut Vec<Part>) {
    if depth == 0 {
        parts.push(Part::Bytes(bytes.to_vec()));
    } else if bytes.starts_with(PNG) {
        png(bytes, parts);
    } else if bytes.starts_with(PDF) {
        let (objects, streams) = objects_and_streams(bytes);
        parts.push(Part::OfPdf(strings(&objects)));
        parts.push(Part::Bytes(bytes.to_vec()));
        streams.into_iter().for_each(|stream| unpack(&stream, depth - 1, parts));
    } else if let Ok(text) = std::str::from_utf8(bytes) {
        let words = without_files(text, depth, parts);
        parts.push(Part::Text(words));
    } else {
        parts.push(Part::Bytes(bytes.to_vec()));
    }
}

/// The text without what is a file in base64, which is unpacked.
fn without_files(text: &str, depth: usize, parts: &mut Vec<Part>) -> String {
    let (mut rest, mut from) = (String::with_capacity(text.len().min(1 << 20)), 0);
    for run in FILES.iter().flat_map(|files| files.find_iter(text)) {
        let Some(file) = STANDARD.decode(run.as_str()).ok().filter(|file| file.starts_with(PNG) || file.starts_with(PDF)) else { continue };
        unpack(&file, depth - 1, parts);
        rest.push_str(&text[from..run.start()]);
        rest.push(' ');
        from = run.end();
    }
    rest.push_str(&text[from..]);
    rest
}

/// The pixels as bytes, whatever else the file holds as words.
fn png(bytes: &[u8], parts: &mut Vec<Part>) {
    let (mut packed, mut rest) = (Vec::new(), &bytes[PNG.len()..]);
    while let Some((kind, data, next)) = chunk(rest) {
        match kind {
            b"IDAT" => packed.extend_from_slice(data),
            b"IHDR" | b"PLTE" | b"IEND" => {}
            _ => {
                parts.push(Part::OfPicture(String::from_utf8_lossy(data).into_owned()));
                // Words that are packed stand behind their name.
                (0..data.len()).filter_map(|at| inflated(&data[at..])).take(1).for_each(|text| {
                    parts.push(Part::OfPicture(String::from_utf8_lossy(&text).into_owned()));
                });
            }
        }
        rest = next;
    }
    if !rest.is_empty() {
        parts.push(Part::OfPicture(String::from_utf8_lossy(rest).into_owned()));
    }
    parts.push(Part::Bytes(inflated(&packed).unwrap_or(packed)));
}

fn chunk(bytes: &[u8]) -> Option<(&[u8; 4], &[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let (kind, rest) = rest.split_first_chunk::<4>()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    let (data, rest) = rest.split_at_checked(length)?;
    Some((kind, data, rest.get(4..)?))
}

/// A PDF without its streams, and those, unpacked where they are packed: what is packed has brackets and short words by chance.
fn objects_and_streams(bytes: &[u8]) -> (Vec<u8>, Vec<Vec<u8>>) {
    let find = |from: usize, word: &[u8]| bytes.get(from..)?.windows(word.len()).position(|window| window == word).map(|at| from + at);
    let (mut objects, mut streams, mut from) = (Vec::new(), Vec::new(), 0);
    while let Some(begin) = find(from, b"stream") {
        let inside = begin + b"stream".len();
        let Some(end) = find(inside, b"endstream") else { break };
        let skipped = bytes[inside..end].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let stream = &bytes[inside + skipped..end];
        objects.extend_from_slice(&bytes[from..begin]);
        streams.push(inflated(stream).unwrap_or_else(|| stream.to_vec()));
        from = end + b"endstream".len();
    }
    objects.extend_from_slice(&bytes[from..]);
    (objects, streams)
}

fn inflated(packed: &[u8]) -> Option<Vec<u8>> {
    if packed.first() != Some(&0x78) {
        return None;
    }
    let mut unpacked = Vec::new();
    let read = ZlibDecoder::new(packed).take(AT_MOST).read_to_end(&mut unpacked);
    (read.is_ok() || !unpacked.is_empty()).then_some(unpacked)
}
