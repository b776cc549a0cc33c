//! Elements of SVG, and how they are written: whatever a text holds, it stays text.

use html_escape::{encode_double_quoted_attribute, encode_text};

use crate::text::{isolated, one_line};

/// An element with its attributes and what is in it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    text: String,
    children: Vec<Element>,
}

impl Element {
    pub(super) fn new(name: &'static str) -> Self {
        Self { name, attributes: Vec::new(), text: String::new(), children: Vec::new() }
    }

    pub(super) fn set(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// A length or a place, to a tenth.
    pub(super) fn at(self, name: &'static str, value: f64) -> Self {
        let value = format!("{value:.1}");
        self.set(name, value.strip_suffix(".0").unwrap_or(&value))
    }

    pub(super) fn with(mut self, child: Element) -> Self {
        self.children.push(child);
        self
    }

    pub(super) fn with_all(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        self.children.extend(children);
        self
    }

    /// Words, in one line and as a person sees them.
    pub(super) fn saying(mut self, words: &str) -> Self {
        self.text = isolated(&one_line(words)).chars().filter(|letter| is_of_xml(*letter)).collect();
        self
    }

    pub(super) fn write(&self, out: &mut String) {
        out.push_str(&format!("<{}", self.name));
        for (name, value) in &self.attributes {
            out.push_str(&format!(" {name}=\"{}\"", encode_double_quoted_attribute(value)));
        }
        if self.text.is_empty() && self.children.is_empty() {
            out.push_str("/>");
            return;
        }
        out.push('>');
        out.push_str(&encode_text(&self.text));
        self.children.iter().for_each(|child| child.write(out));
        out.push_str(&format!("</{}>", self.name));
    }
}

/// XML forbids two characters that a text may hold apart from the control characters, which are gone by then.
fn is_of_xml(letter: char) -> bool {
    !matches!(letter, '\u{fffe}' | '\u{ffff}')
}
