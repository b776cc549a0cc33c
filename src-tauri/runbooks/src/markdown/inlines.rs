//! The words of a paragraph, laid flat.

use comrak::arena_tree::NodeEdge;
use comrak::nodes::{Node, NodeValue};

use super::lines::count;
use crate::model::Inline;

/// The words below a node, in order.
pub fn inlines(node: Node<'_>) -> Vec<Inline> {
    let mut words = Words::default();
    for edge in node.traverse() {
        match edge {
            NodeEdge::Start(node) => words.start(node),
            NodeEdge::End(node) => words.end(node),
        }
    }
    words.parts
}

#[derive(Default)]
struct Words {
    parts: Vec<Inline>,
    strong: u32,
    emphasis: u32,
    /// What is being said within links and images, the innermost last.
    within: Vec<String>,
}

impl Words {
    fn start(&mut self, node: Node<'_>) {
        match &node.data().value {
            NodeValue::Strong => self.strong = self.strong.saturating_add(1),
            NodeValue::Emph => self.emphasis = self.emphasis.saturating_add(1),
            NodeValue::Link(_) | NodeValue::Image(_) => self.within.push(String::new()),
            NodeValue::Text(text) => self.say(text),
            NodeValue::SoftBreak | NodeValue::LineBreak => self.say("\n"),
            NodeValue::HtmlInline(tag) if is_break(tag) => self.say("\n"),
            NodeValue::HtmlInline(text) | NodeValue::Raw(text) => self.say(text),
            NodeValue::Code(code) => self.code(&code.literal),
            _ => {}
        }
    }

    fn end(&mut self, node: Node<'_>) {
        let line = count(node.data().sourcepos.start.line);
        match &node.data().value {
            NodeValue::Strong => self.strong = self.strong.saturating_sub(1),
            NodeValue::Emph => self.emphasis = self.emphasis.saturating_sub(1),
            NodeValue::Link(link) => {
                let text = self.within.pop().unwrap_or_default();
                self.parts.push(Inline::Link { text, url: link.url.clone(), line });
            }
            NodeValue::Image(image) => {
                let alt = self.within.pop().unwrap_or_default();
                self.parts.push(Inline::Image { alt, url: image.url.clone(), line });
            }
            _ => {}
        }
    }

    fn code(&mut self, code: &str) {
        match self.within.last_mut() {
            Some(within) => within.push_str(code),
            None => self.parts.push(Inline::Code { text: code.to_owned() }),
        }
    }

    fn say(&mut self, words: &str) {
        if let Some(within) = self.within.last_mut() {
            return within.push_str(words);
        }
        let (strong, emphasis) = (self.strong > 0, self.emphasis > 0);
        match self.parts.last_mut() {
            Some(Inline::Strong { text }) if strong => text.push_str(words),
            Some(Inline::Emphasis { text }) if emphasis && !strong => text.push_str(words),
            Some(Inline::Text { text }) if !strong && !emphasis => text.push_str(words),
            _ => self.parts.push(styled(words.to_owned(), strong, emphasis)),
        }
    }
}

fn styled(text: String, strong: bool, emphasis: bool) -> Inline {
    match (strong, emphasis) {
        (true, _) => Inline::Strong { text },
        (false, true) => Inline::Emphasis { text },
        (false, false) => Inline::Text { text },
    }
}

fn is_break(tag: &str) -> bool {
    matches!(tag.to_ascii_lowercase().replace(' ', "").as_str(), "<br>" | "<br/>")
}
