//! The program that prints, and a PDF read by programs of others.

use std::env;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;

use flate2::read::ZlibDecoder;

/// It is built into the folder of the other programs: `make test` does so first.
pub fn program() -> PathBuf {
    let test = env::current_exe().expect("a test is a program");
    let folder = test.parent().and_then(Path::parent).expect("it lies in a folder below them");
    folder.join(sitrep_printer::PROGRAM)
}

/// In small letters: every byte, what is packed in it, what stands in it in two bytes a letter, and what a reader reads.
pub fn all_of(pdf: &[u8]) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("copy.pdf");
    fs::write(&file, pdf).expect("it is written");
    let mut all = in_small_letters(pdf);
    for stream in streams(pdf) {
        all.extend(in_small_letters(&stream));
    }
    for read in [told_by("pdftotext", &["-q"], &file), told_by("pdfinfo", &["-struct-text"], &file)] {
        all.extend(read.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase().into_bytes());
    }
    all
}

/// As they are, and without the empty byte before each letter.
fn in_small_letters(bytes: &[u8]) -> Vec<u8> {
    let mut letters = bytes.to_ascii_lowercase();
    letters.extend(bytes.iter().filter(|byte| **byte != 0).map(u8::to_ascii_lowercase));
    letters
}

fn streams(pdf: &[u8]) -> Vec<Vec<u8>> {
    let begins = pdf.windows(7).enumerate().filter(|(_, window)| window == b"stream\n").map(|(at, _)| at + 7);
    let unpacked = begins.filter_map(|at| {
        let mut stream = Vec::new();
        ZlibDecoder::new(&pdf[at..]).read_to_end(&mut stream).ok().map(|_| stream)
    });
    unpacked.collect()
}

fn told_by(program: &str, flags: &[&str], file: &Path) -> String {
    let mut command = Command::new(program);
    command.args(flags).arg(file);
    if program == "pdftotext" {
        command.arg("-");
    }
    let output = command.output().expect("poppler-utils is installed by `make test`");
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}
