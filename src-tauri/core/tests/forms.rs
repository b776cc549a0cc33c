//! Whatever a person types, a message keeps its structure in every form: read back by parsers of others.

mod support;

use std::collections::BTreeMap;
use std::error::Error;

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use scraper::Html;
use sitrep_core::event::{CommandRun, EventBody};
use sitrep_core::messages::{MessageEdits, TemplateSet, compose};
use sitrep_core::vocabulary::{Audience, CommandOutcome, Role, Severity, UpdateField, UpdateFormat};
use support::{Story, at, team};

type Failure = Box<dyn Error>;

const TEMPLATES: [&str; 9] = ["initial", "status", "resolution", "customer", "page", "topic", "assessment", "handoff", "review-invitation"];

/// What breaks forms, and anything else.
fn nasty() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "@here",
        "<!channel>",
        "<@U123>",
        "<#C1|ops>",
        "@ana",
        "*b*",
        "**b**",
        "_i_",
        "~s~",
        "`c`",
        "```",
        "| a | b |",
        "|---|",
        "- item",
        "+ item",
        "1. one",
        "2) two",
        "# head",
        "> quote",
        "===",
        "---",
        ":--",
        "<b>",
        "</p>",
        "<script>alert(1)</script>",
        "<!--",
        "-->",
        "&lt;",
        "&#60;",
        "[x](http://e.example)",
        "<http://e.example|x>",
        "![x](y)",
        "https://e.example/a?b=c",
        "www.e.example",
        "a@e.example",
        "mailto:a@e.example",
        "\\",
        "\\*",
        "\u{202e}",
        "\u{200f}",
        "مرحبا",
        "👩‍🚒",
        "\n",
        "\r\n",
        "\t",
        "\u{0}",
        "\u{2}",
        "\u{3}",
        "\u{5}",
        "\u{7f}",
        "\u{85}",
        "\u{2028}",
        "\u{feff}",
        "\u{a0}",
        "{{ title }}",
        "{% if %}",
        "    indented",
        "[^1]",
        "[ ] task",
        "$x$",
        ":tada:",
        "'\"",
        "word",
        "a_b_c",
        " ",
    ]);
    prop::collection::vec(prop_oneof![3 => pieces.prop_map(str::to_owned), 1 => ".{0,12}"], 0..14).prop_map(|pieces| pieces.concat())
}

/// The message with `text` wherever a person can put some, in one form: its text, and its formatted flavour.
fn written(template: &str, format: UpdateFormat, text: &str) -> Result<(String, Option<String>), Failure> {
    let edits: BTreeMap<_, _> = UpdateField::ALL.into_iter().map(|field| (field, text.to_owned())).collect();
    let entry = EventBody::Entry {
        entry: sitrep_core::vocabulary::EntryKind::Note,
        text: text.to_owned(),
        pictures: vec![],
        attached: None,
        from: None,
    };
    let story = Story::declared(Severity::P1)
        .then(1, EventBody::TitleChanged { from: String::new(), to: format!("T {text}") })
        .then(2, EventBody::RoleChanged { role: Role::Scribe, from: None, to: Some(text.to_owned()) })
        .then(3, EventBody::HypothesisAdded { statement: format!("H {text}"), how_to_test: None, who: None })
        .then(4, entry);
    let incident = story.fold().ok_or("no declaration")?;
    let set = TemplateSet::with(&[])?;
    let asked = MessageEdits { edits, person: Some(text.to_owned()), ..MessageEdits::default() };
    let message = compose(
        &incident,
        &story.recent(sitrep_core::vocabulary::Audience::Internal),
        &team()?,
        set.get(template, &incident).ok_or("no such template")?,
        &asked,
        at(42),
    )?;
    let written = message.document.write(format, &[]);
    Ok((written.text(), written.html))
}

/// The kinds of a Markdown document's nodes, in order, lists' lengths aside.
fn nodes<'a>(node: &'a AstNode<'a>, out: &mut Vec<String>) {
    let name = match &node.data.borrow().value {
        NodeValue::Link(link) if leads_to_itself(node, &link.url) => "plain",
        NodeValue::Link(_) => "link",
        NodeValue::Image(_) => "image",
        NodeValue::HtmlBlock(_) | NodeValue::HtmlInline(_) => "html",
        // Within a line a person's own backticks are code.
        NodeValue::Code(_) => "plain",
        NodeValue::CodeBlock(_) => "code",
        NodeValue::Table(_) => "table",
        NodeValue::BlockQuote => "quote",
        NodeValue::Emph => "slanted",
        NodeValue::Strikethrough => "struck",
        NodeValue::ThematicBreak => "rule",
        NodeValue::FootnoteReference(_) | NodeValue::FootnoteDefinition(_) => "footnote",
        NodeValue::TaskItem(_) => "task",
        NodeValue::Heading(heading) if heading.setext => "underlined heading",
        NodeValue::List(list) if list.list_type == comrak::nodes::ListType::Ordered => "numbered list",
        NodeValue::List(_) if node.ancestors().skip(1).any(|above| matches!(above.data.borrow().value, NodeValue::Item(_))) => {
            "nested list"
        }
        NodeValue::Heading(_) => "heading",
        _ => "plain",
    };
    out.push(name.to_owned());
    for child in node.children() {
        nodes(child, out);
    }
}

/// Whether a link says where it leads, as one does that is only typed.
fn leads_to_itself<'a>(node: &'a AstNode<'a>, url: &str) -> bool {
    let words: String = node
        .descendants()
        .filter_map(|node| match &node.data.borrow().value {
            NodeValue::Text(text) => Some(text.to_string()),
            _ => None,
        })
        .collect();
    let typed = |text: &str| text.replace("%", "").replace("&amp;", "&");
    typed(url) == typed(&words) || url == format!("mailto:{words}")
}

/// What of a Markdown document is not ours: a template has paragraphs, strong words, flat lists and heads marked with `#`.
fn strange(markdown: &str) -> Vec<String> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    let arena = Arena::new();
    let mut found = Vec::new();
    nodes(comrak::parse_document(&arena, markdown, &options), &mut found);
    found.retain(|name| !matches!(name.as_str(), "plain" | "heading"));
    found
}

fn strong_words(markdown: &str) -> usize {
    let arena = Arena::new();
    let root = comrak::parse_document(&arena, markdown, &Options::default());
    root.descendants().filter(|node| matches!(node.data.borrow().value, NodeValue::Strong)).count()
}

/// The tags of a fragment, in order, and every attribute.
fn tags(html: &str) -> (Vec<String>, Vec<String>) {
    let fragment = Html::parse_fragment(html);
    let elements = fragment.root_element().descendants().filter_map(scraper::ElementRef::wrap);
    let mut attributes = Vec::new();
    let names = elements
        .map(|element| {
            attributes.extend(element.value().attrs().map(|(name, _)| name.to_owned()));
            element.value().name().to_owned()
        })
        .collect();
    (names, attributes)
}

fn check(template: &str, text: &str) -> Result<(), Failure> {
    let (markdown, _) = written(template, UpdateFormat::Markdown, text)?;
    let strange = strange(&markdown);
    if !strange.is_empty() {
        return Err(format!("{strange:?} in Markdown: {markdown}").into());
    }
    for format in [UpdateFormat::Html, UpdateFormat::Teams] {
        let html = written(template, format, text)?.1.ok_or("no formatted flavour")?;
        let (names, attributes) = tags(&html);
        let ours = ["html", "p", "br", "strong", "ul", "li", "h3"];
        if !attributes.is_empty() || names.iter().any(|name| !ours.contains(&name.as_str())) {
            return Err(format!("{names:?} {attributes:?} in {html}").into());
        }
    }
    let (page, _) = written(template, UpdateFormat::StatusPage, text)?;
    if tags(&page).0 != ["html"] {
        return Err(format!("a tag in the status page's text: {page}").into());
    }
    for format in UpdateFormat::ALL {
        let (text, _) = written(template, format, text)?;
        for ping in ["@here", "@channel", "@everyone", "<!channel>", "<@U123>", "<#C1|ops>"] {
            if pings(&text, ping, format) {
                return Err(format!("{ping} in {format}: {text}").into());
            }
        }
        if text.chars().any(|c| c.is_control() && c != '\n') {
            return Err(format!("a control character in {format}: {text:?}").into());
        }
    }
    Ok(())
}

/// Whether a ping stands in the text as a word of its own, and neither in an address nor in code, where nothing is a ping.
fn pings(text: &str, ping: &str, format: UpdateFormat) -> bool {
    let is_in_address = |before: &str| {
        let word = before.rsplit(|c: char| c.is_whitespace() || "<>\"`|\\".contains(c)).next().unwrap_or_default();
        let goes_on = before.ends_with(|c: char| c.is_alphanumeric() || (word.contains("://") && "/=:._-~%+".contains(c)));
        ping.starts_with('@') && goes_on
    };
    let text = without_code(text, format);
    text.match_indices(ping).any(|(at, _)| {
        let ends = !text[at + ping.len()..].starts_with(|c: char| c.is_alphanumeric());
        ends && !is_in_address(&text[..at])
    })
}

/// The text with a blank for each letter between two backticks of one line; in Markdown one behind a backslash is a word.
fn without_code(text: &str, format: UpdateFormat) -> String {
    let line = |line: &str| {
        let words = if format == UpdateFormat::Markdown { line.replace(r"\\", "  ").replace(r"\`", "  ") } else { line.to_owned() };
        let parts: Vec<&str> = words.split('`').collect();
        let last = parts.len() - 1;
        let shown = |(at, part): (usize, &&str)| if at % 2 == 1 && at < last { " ".repeat(part.len()) } else { (*part).to_owned() };
        parts.iter().enumerate().map(shown).collect::<Vec<_>>().join("`")
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// The shape of each form: what stands before the words of a line, and the strong words.
fn shape(template: &str, text: &str) -> Result<(usize, Vec<String>), Failure> {
    let markdown = written(template, UpdateFormat::Markdown, text)?.0;
    let html = written(template, UpdateFormat::Html, text)?.1.ok_or("no formatted flavour")?;
    Ok((strong_words(&markdown), tags(&html).0))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, ..ProptestConfig::default() })]

    #[test]
    fn no_text_brings_structure_of_its_own(text in nasty(), template in prop::sample::select(TEMPLATES.to_vec())) {
        check(template, &text).map_err(|error| TestCaseError::fail(error.to_string()))?;
    }

    #[test]
    fn a_message_has_the_same_structure_whatever_is_in_it(text in nasty(), template in prop::sample::select(TEMPLATES.to_vec())) {
        // Lines and emptiness are a person's own structure: several lines are a list, and nothing is no line.
        let line = format!("x{}x", text.split_whitespace().collect::<String>().replace(char::is_control, ""));
        let failed = |error: Failure| TestCaseError::fail(error.to_string());
        prop_assert_eq!(shape(template, &line).map_err(failed)?, shape(template, "plain words").map_err(failed)?);
    }
}

/// What people copy out of a message.
fn copied() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "https://e.example/d?a=1&b=2&copy=3#x",
        "https://e.example/@here/a_b_*c*~d~e",
        "http://user@e.example:8080/(a)/%20?q=[x]",
        "`rm -rf ~/tmp/*.log && echo *a* _b_`",
        "`kubectl get pods -l 'a=b' | grep @here`",
        "`a & b ~c~ **d** > e`",
    ])
}

/// A form's text as a person reads and copies it.
fn read_back(format: UpdateFormat, written: (String, Option<String>)) -> String {
    let of_html = |html: &str| Html::parse_fragment(html).root_element().text().collect::<String>();
    match (format, written) {
        (UpdateFormat::Markdown, (text, _)) => of_html(&comrak::markdown_to_html(&text, &Options::default())),
        (_, (_, Some(html))) => of_html(&html),
        (_, (text, None)) => text,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, ..ProptestConfig::default() })]

    #[test]
    fn what_people_copy_is_what_was_typed(around in nasty(), copied in copied(), format in prop::sample::select(UpdateFormat::ALL.to_vec())) {
        // A control sequence takes along what it is about, and a stray backtick leaves nothing that is code.
        let around = around.replace(char::is_control, " ").replace('`', "'").split_whitespace().collect::<Vec<_>>().join(" ");
        let written = written("status", format, &format!("{around} {copied} {around}"));
        let read = read_back(format, written.map_err(|error| TestCaseError::fail(error.to_string()))?);
        let wanted = if format == UpdateFormat::Markdown { copied.trim_matches('`') } else { copied };
        prop_assert!(read.contains(wanted), "{format}: {copied} in {read}");
    }
}

#[test]
fn a_command_that_was_run_pastes_as_it_ran() -> Result<(), Failure> {
    let run = CommandRun {
        command: "kubectl get pods -l 'app in (a, b)' > ~/*.txt && echo @here".to_owned(),
        started_at: at(2),
        millis: 40,
        outcome: CommandOutcome::Exit(0),
        kept: vec![],
    };
    let command = run.command.clone();
    let story = Story::declared(Severity::P1).then(2, EventBody::CommandRun(run));
    let incident = story.fold().ok_or("no declaration")?;
    let (set, recent) = (TemplateSet::with(&[])?, story.recent(Audience::Internal));
    let template = set.get("status", &incident).ok_or("no such template")?;
    let message = compose(&incident, &recent, &team()?, template, &MessageEdits::default(), at(42))?;
    for format in UpdateFormat::ALL {
        let written = message.document.write(format, &[]);
        let read = read_back(format, (written.text(), written.html));
        assert!(read.contains(&command), "{format}: {read}");
    }
    Ok(())
}

#[test]
fn a_hundred_kilobytes_are_no_trouble() -> Result<(), Failure> {
    for piece in ["*", "[", "<", "`", "_a ", "| ", "@here ", "\\", "word ", "👩‍🚒", "&"] {
        check("status", &piece.repeat(100_000 / piece.len()))?;
    }
    Ok(())
}

#[test]
fn what_was_typed_can_be_read_in_every_form() -> Result<(), Failure> {
    let text = "a|b `c` <d> 5 * 5 & e_f [g](h) #1";
    for format in UpdateFormat::ALL {
        let (plain, html) = written("status", format, text)?;
        let shown = match (format, html) {
            (UpdateFormat::Markdown, _) => {
                let html = comrak::markdown_to_html(&plain, &Options::default());
                Html::parse_fragment(&html).root_element().text().collect::<String>()
            }
            (_, Some(html)) => Html::parse_fragment(&html).root_element().text().collect::<String>(),
            (_, None) => plain,
        };
        // Markdown shows code as code.
        let text = if format == UpdateFormat::Markdown { text.replace('`', "") } else { text.to_owned() };
        assert!(shown.replace('\u{200b}', "").contains(&text), "{format}: {shown}");
    }
    Ok(())
}
