//! The end of what a command printed, as plain lines. Its size is bounded, however much goes by.

use sitrep_core::text::is_blank;
use vte::{Params, Parser, Perform};

/// More than two hundred lines of a log.
const BYTES: usize = 64 * 1024;
/// The last bytes that went by.
#[derive(Debug, Default)]
pub struct Tail {
    bytes: Vec<u8>,
    /// Whether something went by before them.
    is_cut: bool,
}

impl Tail {
    /// Takes what goes by.
    pub fn add(&mut self, bytes: &[u8]) {
        let newest = bytes.get(bytes.len().saturating_sub(BYTES)..).unwrap_or_default();
        let surplus = (self.bytes.len() + newest.len()).saturating_sub(BYTES);
        self.is_cut |= surplus > 0 || newest.len() < bytes.len();
        self.bytes.drain(..surplus.min(self.bytes.len()));
        self.bytes.extend_from_slice(newest);
    }

    /// All lines that are still there, as they stood on the screen, without colours.
    pub fn lines(&self) -> Vec<String> {
        let mut page = Page::default();
        Parser::new().advance(&mut page, self.whole());
        page.end_line();
        page.lines
    }

    /// Half a line, or half an escape sequence, says nothing.
    fn whole(&self) -> &[u8] {
        let start = if self.is_cut { self.bytes.iter().position(|byte| *byte == b'\n').map_or(0, |end| end + 1) } else { 0 };
        self.bytes.get(start..).unwrap_or_default()
    }
}

/// What a terminal would show, as far as lines go.
#[derive(Default)]
struct Page {
    lines: Vec<String>,
    line: String,
    /// The next character begins the line anew, as a progress bar does.
    rewrites: bool,
    /// On the other screen, where a pager or an editor draws; that is gone when it ends.
    elsewhere: bool,
}

impl Page {
    fn end_line(&mut self) {
        self.rewrites = false;
        let line = std::mem::take(&mut self.line);
        if !is_blank(&line) {
            self.lines.push(line.trim_end().to_owned());
        }
    }
}

impl Perform for Page {
    fn print(&mut self, letter: char) {
        if std::mem::take(&mut self.rewrites) {
            self.line.clear();
        }
        if !self.elsewhere {
            self.line.push(letter);
        }
    }

    fn execute(&mut self, byte: u8) {
        match byte {
            b'\n' => self.end_line(),
            b'\r' => self.rewrites = true,
            b'\t' => self.print('\t'),
            0x08 => drop(self.line.pop()),
            _ => {}
        }
    }

    fn csi_dispatch(&mut self, params: &Params, intermediates: &[u8], _ignore: bool, action: char) {
        let other_screen = params.iter().any(|param| matches!(param, [47 | 1047 | 1049]));
        if intermediates == b"?" && other_screen && matches!(action, 'h' | 'l') {
            self.end_line();
            self.elsewhere = action == 'h';
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(printed: &[u8]) -> Vec<String> {
        let mut tail = Tail::default();
        printed.chunks(7).for_each(|chunk| tail.add(chunk));
        tail.lines()
    }

    #[test]
    fn lines_read_as_on_the_screen() {
        assert_eq!(lines(b"a\r\nb\n\n  c  \nno end"), ["a", "b", "  c", "no end"]);
        assert_eq!(lines(b"\x1b[1;31mred\x1b[0m and \x1b]8;;https://x\x07link\x1b]8;;\x07\n"), ["red and link"]);
        assert_eq!(lines(b" 10 %\r 50 %\r100 %\r\ndone\n"), ["100 %", "done"]);
        assert_eq!(lines(b"before\n\x1b[?1049hpage 1\npage 2\x1b[?1049lafter\n"), ["before", "after"]);
        assert_eq!(lines("gr\u{fc}n \u{2713}\n".as_bytes()), ["gr\u{fc}n \u{2713}"]);
    }

    #[test]
    fn only_the_end_is_kept() {
        let mut tail = Tail::default();
        (0..100_000).for_each(|line| tail.add(format!("line {line}\n").as_bytes()));
        assert!(tail.bytes.len() <= BYTES);
        assert_eq!(tail.lines().last().map(String::as_str), Some("line 99999"));
        assert!(tail.lines().iter().all(|line| line.starts_with("line ")), "no half line");
        tail.add(&vec![b'x'; 10 * BYTES]);
        assert_eq!((tail.bytes.len(), tail.lines().len()), (BYTES, 1));
    }
}
