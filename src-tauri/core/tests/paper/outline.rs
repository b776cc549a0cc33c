//! What is read in a paper, told the same way of the paper and of each form of it.

use comrak::nodes::{AstNode, ListType, NodeValue};
use comrak::{Arena, Options};
use scraper::{ElementRef, Html};

#[path = "said.rs"]
mod said;

pub use said::of_paper;
use said::{Outline, if_any, part, tidy};

/// Of Markdown as GitHub reads it.
pub fn of_markdown(markdown: &str) -> Outline {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    options.extension.alerts = true;
    let arena = Arena::new();
    let mut out = Vec::new();
    of_node(comrak::parse_document(&arena, markdown, &options), &mut out);
    out
}

fn of_node<'a>(node: &'a AstNode<'a>, out: &mut Outline) {
    let children = |out: &mut Outline| node.children().for_each(|child| of_node(child, out));
    match &node.data.borrow().value {
        NodeValue::Document | NodeValue::List(_) | NodeValue::Table(_) | NodeValue::TableRow(_) => children(out),
        NodeValue::Heading(heading) if !heading.setext => out.push(part(&format!("h{}", heading.level), &text_of(node))),
        NodeValue::Paragraph => match node.first_child().map(|child| child.data.borrow().value.clone()) {
            Some(NodeValue::Image(_)) => out.push(part("img", &text_of(node))),
            _ => out.push(part("p", &text_of(node))),
        },
        NodeValue::CodeBlock(code) => out.push(format!("pre {}", code.literal.trim_end_matches('\n'))),
        NodeValue::Item(item) => {
            match item.list_type {
                // What branches off stands behind a bullet for each.
                ListType::Bullet if is_branch(node) => {}
                ListType::Bullet => out.push("item".to_owned()),
                ListType::Ordered => out.push(format!("item {}", number_of(node, item.start))),
            }
            children(out);
        }
        NodeValue::TableCell => {
            let is_head = node.parent().is_some_and(|row| matches!(row.data.borrow().value, NodeValue::TableRow(true)));
            out.push(part(if is_head { "th" } else { "td" }, &text_of(node)));
        }
        other => out.push(format!("strange {other:?}")),
    }
}

fn is_branch<'a>(item: &'a AstNode<'a>) -> bool {
    let first = item.first_child().map(|child| child.data.borrow().value.clone());
    matches!(first, Some(NodeValue::List(list)) if list.list_type == ListType::Ordered)
}

/// A list counts on from its first number, whatever stands before the others.
fn number_of<'a>(item: &'a AstNode<'a>, _: usize) -> usize {
    let before = item.preceding_siblings().count() - 1;
    let first = item.parent().map(|list| list.data.borrow().value.clone());
    match first {
        Some(NodeValue::List(list)) => list.start + before,
        _ => 0,
    }
}

fn text_of<'a>(node: &'a AstNode<'a>) -> String {
    let inline = |node: &'a AstNode<'a>| match &node.data.borrow().value {
        NodeValue::Text(text) => text.to_string(),
        NodeValue::Code(code) => code.literal.clone(),
        NodeValue::SoftBreak | NodeValue::LineBreak => " ".to_owned(),
        NodeValue::Strong | NodeValue::Emph | NodeValue::Link(_) | NodeValue::Image(_) => String::new(),
        other => format!("strange {other:?}"),
    };
    node.descendants().skip(1).map(inline).collect()
}

/// Of a page as a browser reads it.
pub fn of_html(html: &str) -> Outline {
    let page = Html::parse_document(html);
    let mut out = Vec::new();
    let main = page.root_element().descendants().filter_map(ElementRef::wrap).find(|element| element.value().name() == "main");
    main.into_iter().for_each(|main| of_children(main, &mut out));
    out
}

fn of_children(element: ElementRef<'_>, out: &mut Outline) {
    element.children().filter_map(ElementRef::wrap).for_each(|child| of_element(child, out));
}

fn of_element(element: ElementRef<'_>, out: &mut Outline) {
    let text: String = element.text().collect();
    match element.value().name() {
        name @ ("h1" | "h2" | "h3" | "h4" | "p" | "th" | "td") => {
            let is_head =
                element.parent().and_then(|row| row.parent()).and_then(ElementRef::wrap).is_some_and(|part| part.value().name() == "thead");
            out.push(part(if is_head { "th" } else { name }, &text));
        }
        "caption" => out.extend(if_any("p", &text)),
        "pre" => out.push(format!("pre {}", text.trim_end_matches('\n'))),
        "dl" => {
            let facts = element.children().filter_map(ElementRef::wrap).map(|fact| {
                fact.children()
                    .filter_map(ElementRef::wrap)
                    .map(|half| tidy(&half.text().collect::<String>()))
                    .collect::<Vec<_>>()
                    .join(": ")
            });
            out.push(part("p", &facts.collect::<Vec<_>>().join(" | ")));
        }
        "ul" | "ol" => of_items(element, out),
        "table" | "thead" | "tbody" | "tr" => of_children(element, out),
        "figure" => {
            let image = element.children().filter_map(ElementRef::wrap).find_map(|image| image.value().attr("alt"));
            out.push(part("img", image.or(element.value().attr("aria-label")).unwrap_or_default()));
        }
        other => out.push(format!("strange {other}")),
    }
}

fn of_items(list: ElementRef<'_>, out: &mut Outline) {
    let first = list.value().attr("start").and_then(|start| start.parse::<usize>().ok());
    for (index, item) in list.children().filter_map(ElementRef::wrap).enumerate() {
        let number = item.value().attr("value").and_then(|value| value.parse().ok()).or(first.map(|first| first + index));
        out.push(number.map_or("item".to_owned(), |number| format!("item {number}")));
        of_item(item, out);
    }
}

/// An item's own words, and its blocks.
fn of_item(item: ElementRef<'_>, out: &mut Outline) {
    let inline = ["strong", "em", "code", "span", "a", "bdi", "br"];
    let is_block = |element: &ElementRef<'_>| !inline.contains(&element.value().name());
    let own = item.children().map(|child| match ElementRef::wrap(child) {
        Some(element) if is_block(&element) => String::new(),
        Some(element) if element.value().name() == "br" => " ".to_owned(),
        Some(element) => element.text().collect(),
        None => child.value().as_text().map(|text| text.to_string()).unwrap_or_default(),
    });
    out.extend(if_any("p", &own.collect::<String>()));
    item.children().filter_map(ElementRef::wrap).filter(is_block).for_each(|block| of_element(block, out));
}
