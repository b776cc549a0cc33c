//! The runbooks written for the tests, each built in another way.
#![allow(clippy::expect_used, reason = "a helper of a test has to stop, too")]

mod support;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};
use sitrep_runbooks::{BlockKind, parse};
use support::{corpus, lost_lines, outline};

#[test]
fn each_opens_whole_and_as_it_did() {
    for (name, text) in corpus() {
        let runbook = parse(&text, &name);

        assert_eq!(lost_lines(&text, &runbook), Vec::<String>::new(), "{name}");
        insta::with_settings!({ snapshot_suffix => name, omit_expression => true }, { insta::assert_snapshot!("outline", outline(&runbook)) });
    }
}

#[test]
fn another_parser_finds_the_same_headings_and_code() {
    // Taken out of the fence that it stands in, which is meant.
    let unlike = ["seed-specimen.md", "wrapped.md"];
    for (name, text) in corpus().into_iter().filter(|(name, _)| !unlike.contains(&name.as_str())) {
        let runbook = parse(&text, &name);
        let text = text.trim_start_matches('\u{feff}');
        let body: String = match runbook.front.lines {
            Some(lines) => text.split_inclusive('\n').skip(lines.to as usize).collect(),
            None => text.to_owned(),
        };

        let ours: Vec<String> = runbook
            .blocks
            .iter()
            .filter_map(|block| match &block.kind {
                BlockKind::Heading { level, .. } => Some(format!("h{level}")),
                BlockKind::Command(command) => Some(format!("code {}", command.text.replace("\r\n", "\n").trim())),
                BlockKind::Code { text, .. } => Some(format!("code {}", text.replace("\r\n", "\n").trim())),
                _ => None,
            })
            .collect();

        assert_eq!(ours, theirs(&body), "{name}");
    }
}

fn theirs(body: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut code: Option<String> = None;
    for event in Parser::new_ext(body, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => all.push(format!("h{}", level as u8)),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented)) => code = Some(String::new()),
            Event::Text(text) => code.iter_mut().for_each(|code| code.push_str(&text)),
            Event::End(pulldown_cmark::TagEnd::CodeBlock) => {
                all.extend(code.take().map(|code| format!("code {}", code.replace("\r\n", "\n").trim())))
            }
            _ => {}
        }
    }
    all
}
