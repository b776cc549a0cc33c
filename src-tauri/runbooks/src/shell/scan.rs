//! Reads a shell's text letter by letter: what is within quotes, a comment, a text of its own (`<<EOF`).

/// Where a letter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// Outside of quotes.
    Bare,
    /// Within single quotes.
    Single,
    /// Within double quotes.
    Double,
    /// Behind a `#`.
    Comment,
    /// Between `<<EOF` and `EOF`.
    Text,
}

/// The context of each byte.
pub fn contexts(text: &str) -> Vec<Context> {
    let mut scan = Scan::default();
    let mut contexts = Vec::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        scan.line(line, |context| contexts.push(context));
    }
    contexts
}

/// The state between two lines.
#[derive(Debug, Default)]
pub struct Scan {
    quote: Option<u8>,
    /// The words that end texts that are still to come, the first first.
    ends: Vec<String>,
    /// Open `(` and `{`.
    pub depth: u32,
}

impl Scan {
    /// Whether the next line still belongs to what began before.
    pub fn is_open(&self) -> bool {
        self.quote.is_some() || !self.ends.is_empty() || self.depth > 0
    }

    /// Reads one line, its end included, and tells each byte's context.
    pub fn line(&mut self, line: &str, mut tell: impl FnMut(Context)) {
        if let Some(end) = self.ends.first() {
            let over = line.trim_end_matches(['\r', '\n']).trim_start_matches('\t') == end;
            (0..line.len()).for_each(|_| tell(Context::Text));
            if over {
                self.ends.remove(0);
            }
            return;
        }
        self.bytes(line, &mut tell);
    }

    fn bytes(&mut self, line: &str, tell: &mut impl FnMut(Context)) {
        let bytes = line.as_bytes();
        let (mut escaped, mut comment, mut before) = (false, false, b' ');
        for (at, byte) in bytes.iter().copied().enumerate() {
            comment = comment || (byte == b'#' && self.quote.is_none() && !escaped && matches!(before, b' ' | b'\t' | b';' | b'('));
            let context = self.context(comment);
            if comment || escaped {
                escaped = false;
            } else {
                escaped = byte == b'\\' && self.quote != Some(b'\'');
                self.take(byte, line, at);
            }
            tell(if self.context(comment) == Context::Bare { self.context(comment) } else { context });
            before = byte;
        }
    }

    fn context(&self, comment: bool) -> Context {
        match self.quote {
            _ if comment => Context::Comment,
            Some(b'\'') => Context::Single,
            Some(b'"') => Context::Double,
            _ => Context::Bare,
        }
    }

    fn take(&mut self, byte: u8, line: &str, at: usize) {
        match (self.quote, byte) {
            (None, b'\'' | b'"') => self.quote = Some(byte),
            (Some(quote), _) if quote == byte => self.quote = None,
            (None, b'(' | b'{') => self.depth = self.depth.saturating_add(1),
            (None, b')' | b'}') => self.depth = self.depth.saturating_sub(1),
            (None, b'<') => self.ends.extend(text_end(line, at)),
            _ => {}
        }
    }
}

/// The word that ends a text that begins here: `EOF` for `<<-'EOF'`. Few begin in one line.
fn text_end(line: &str, at: usize) -> Option<String> {
    let rest = line.get(at..)?.strip_prefix("<<")?;
    let is_first = at == 0 || !line.get(..at)?.ends_with('<');
    let rest = rest.strip_prefix('-').unwrap_or(rest).trim_start_matches(' ').trim_start_matches(['\'', '"', '\\']);
    let end: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').take(64).collect();
    (is_first && end.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')).then_some(end)
}
