//! What several tests use.
#![allow(clippy::expect_used, reason = "a test that cannot read its corpus has to stop")]
#![allow(dead_code, reason = "each test uses a part")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use sitrep_runbooks::{BlockKind, Marker, Runbook};

pub fn corpus_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus")
}

/// Every runbook written for the tests: its name and its text.
pub fn corpus() -> Vec<(String, String)> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(corpus_folder()).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|path| path.is_file() && !path.ends_with(".gitattributes"));
    files.sort();
    let text = |path: &PathBuf| String::from_utf8_lossy(&std::fs::read(path).expect("a file")).into_owned();
    files.iter().map(|path| (path.file_name().expect("a name").to_string_lossy().into_owned(), text(path))).collect()
}

pub fn specimen() -> String {
    std::fs::read_to_string(corpus_folder().join("seed-specimen.md")).expect("the specimen")
}

/// The lines of the body that are not blank and lie not in exactly one block.
pub fn lost_lines(text: &str, runbook: &Runbook) -> Vec<String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines: Vec<&str> = if text.contains('\n') { text.split('\n').collect() } else { text.split('\r').collect() };
    let is_front = |number: u32| runbook.front.lines.is_some_and(|lines| lines.hold(number));
    let numbered = (1u32..).zip(lines).filter(|(number, line)| !line.trim().is_empty() && !is_front(*number));
    let holders = |number: u32| runbook.blocks.iter().filter(|block| block.lines.hold(number)).count();
    numbered
        .filter(|(number, _)| holders(*number) != 1)
        .map(|(number, line)| format!("{number} in {} blocks: {line}", holders(number)))
        .collect()
}

/// A runbook in a page.
pub fn outline(runbook: &Runbook) -> String {
    let mut page = format!("{}\n", runbook.title);
    let front = &runbook.front;
    let _ = writeln!(
        page,
        "  version {:?}, verified {:?} (line {:?}), owner {:?}",
        front.version, front.verified, front.verified_line, front.owner
    );
    let _ =
        writeln!(page, "  alerts {:?}, services {:?}, tags {:?}, problem {:?}", front.alerts, front.services, front.tags, front.problem);
    let _ = writeln!(
        page,
        "  when {:?}, before {}, back {:?}, open fences {:?}",
        runbook.when_to_use,
        runbook.prerequisites.len(),
        runbook.rollback,
        runbook.open_fences
    );
    for step in &runbook.steps {
        let _ = writeln!(page, "{}. {} [{:?}, line {}]", step.number, step.title, step.kind, step.line);
        for command in runbook.commands(step) {
            let ways: Vec<String> = command
                .alternatives
                .iter()
                .map(|one| format!("{}{:?}", if one.label.is_empty() { String::new() } else { format!("({}) ", one.label) }, one.text))
                .collect();
            let _ = writeln!(page, "   $ line {}: {}", command.line, ways.join(" | "));
        }
        if let Some(expected) = &step.expected {
            let outcomes: Vec<_> = expected.outcomes.iter().map(|outcome| outcome.kind).collect();
            let _ = writeln!(page, "   expected (line {}): {:?} {outcomes:?} within {:?}", expected.line, expected.text, expected.within);
        }
        if let Some(risk) = &step.risk {
            let _ = writeln!(page, "   risk (line {}): {}: {}", risk.line, risk.command, risk.why);
        }
        if !step.rollback.is_empty() {
            let _ = writeln!(page, "   back: {:?}", runbook.at(&step.rollback).map(|block| block.text()).collect::<Vec<_>>());
        }
        for asked in &step.asks {
            let _ = writeln!(page, "   asks {} (line {}, {:?})", asked.name, asked.line, asked.by);
        }
    }
    page.push_str("--- blocks\n");
    for (at, block) in runbook.blocks.iter().enumerate() {
        let marker = match &block.marker {
            None => String::new(),
            Some(Marker::Bullet) => "- ".to_owned(),
            Some(Marker::Number { number }) => format!("{number}. "),
            Some(Marker::Task { ticked }) => format!("[{}] ", if *ticked { "x" } else { " " }),
        };
        let kind = match &block.kind {
            BlockKind::Heading { level, .. } => format!("h{level}"),
            BlockKind::Words { .. } => "words".to_owned(),
            BlockKind::Command(command) => format!("command {}", command.language),
            BlockKind::Code { language, .. } => format!("code {language}"),
            BlockKind::Table { head, rows } => format!("table {}x{}", head.len(), rows.len()),
            BlockKind::Plain { .. } => "plain".to_owned(),
            BlockKind::Rule => "rule".to_owned(),
        };
        let text: String = block.text().replace('\n', " / ").chars().take(50).collect();
        let indent = "  ".repeat(block.indent.min(8) as usize);
        let _ = writeln!(
            page,
            "{at:>3} {}-{} {indent}{}{marker}{kind}: {text}",
            block.lines.from,
            block.lines.to,
            if block.quoted { "> " } else { "" }
        );
    }
    page
}
