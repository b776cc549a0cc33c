//! Whatever a text is, nothing panics and no line is lost. This is the fuzz target that a stable compiler runs: `PROPTEST_CASES=1000000 cargo test -p
//! sitrep-runbooks --release --test properties` goes on for as long as one likes.
#![allow(clippy::expect_used, reason = "a helper of a test has to stop, too")]

mod support;

use chrono::NaiveDate;
use proptest::prelude::*;
use sitrep_runbooks::{Around, Rules, apply, check, commands_in, fill, parse, patch, places, verified_stamp};
use support::{corpus, lost_lines};

/// Lines that Markdown reads in its own way.
fn markdown_like() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        4 => "[ \t]{0,5}[#>*+=~`|_-]{0,6}[ \t]{0,3}[a-z<>\\[\\](){}!$&`*_|:'\"é漢 ]{0,24}",
        2 => "[ ]{0,6}([-*+]|[0-9]{1,3}[.)])[ ]{1,5}(\\[[ x]\\] )?[a-z`*: ]{0,16}",
        1 => Just("```bash".to_owned()),
        1 => Just("```".to_owned()),
        1 => Just("~~~~".to_owned()),
        1 => Just("---".to_owned()),
        1 => Just("| a | b |".to_owned()),
        1 => Just("|---|:-:|".to_owned()),
        1 => Just("<details>".to_owned()),
        1 => Just("<!--".to_owned()),
        1 => Just("-->".to_owned()),
        1 => Just("[x]: http://a.example 'b'".to_owned()),
        1 => Just("**Expected**: below 1 within 5 minutes. If not, close.".to_owned()),
        1 => Just("kubectl delete pod <pod> && echo $NAMESPACE".to_owned()),
        1 => Just("    $ kubectl get pods".to_owned()),
        2 => Just(String::new()),
        1 => any::<String>(),
    ];
    (proptest::collection::vec(line, 0..40), prop_oneof![Just("\n"), Just("\r\n"), Just("\r")]).prop_map(|(lines, end)| lines.join(end))
}

/// A runbook of the corpus with a piece cut out, or lines of another put in.
fn mutated() -> impl Strategy<Value = String> {
    let all = corpus();
    (0..all.len(), 0..all.len(), any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<bool>()).prop_map(
        move |(one, other, a, b, cut)| {
            let lines: Vec<&str> = all[one].1.split_inclusive('\n').take(400).collect();
            let (a, b) = (a.index(lines.len() + 1), b.index(lines.len() + 1));
            let (from, to) = (a.min(b), a.max(b));
            let between: String = if cut { String::new() } else { all[other].1.chars().skip(from).take(300).collect() };
            format!("{}{}{}", lines[..from].concat(), between, lines[to..].concat())
        },
    )
}

/// Everything that reads a text, on it.
fn read_all(text: &str) {
    let runbook = parse(text, "a b.md");
    assert_eq!(lost_lines(text, &runbook), Vec::<String>::new());
    let places_exist = |of: &[u32]| of.iter().all(|at| (*at as usize) < runbook.blocks.len());
    for step in &runbook.steps {
        assert!(places_exist(&step.blocks) && places_exist(&step.rollback));
        for command in runbook.commands(step) {
            assert!(!command.alternatives.is_empty());
        }
    }
    let around = Around { today: NaiveDate::MIN, path: "a/b.md", alerts: &[], exists: &|_| false, files: &[] };
    let marks = check(&runbook, text, &around, &Rules::default());
    let edits: Vec<_> = marks.iter().flat_map(|mark| mark.mend.edits.clone()).collect();
    assert_eq!(patch(text, "a/b.md", &marks).is_empty(), apply(text, &edits) == text);
    let lines = u32::try_from(text.split(['\n', '\r']).count()).expect("few");
    assert!(
        marks.iter().all(|mark| mark.line >= 1 && mark.line <= lines && mark.column >= 1 && mark.end_column >= mark.column),
        "{marks:?}"
    );
    let _ = verified_stamp(text, "a/b.md", NaiveDate::MAX);
    let _ = commands_in(text, "bash");
    let _ = places(text, "bash");
    let parts = fill(text, "bash", &|_| None);
    assert_eq!(parts.into_iter().map(|part| part.text).collect::<String>(), text, "unfilled, it is what it was");
}

proptest! {
    #[test]
    fn no_line_of_what_looks_like_markdown_is_lost(text in markdown_like()) {
        read_all(&text);
    }

    #[test]
    fn no_line_of_a_mutated_runbook_is_lost(text in mutated()) {
        read_all(&text);
    }

    #[test]
    fn any_text_opens(text in any::<String>()) {
        read_all(&text);
    }

    #[test]
    fn a_value_stays_one_word_of_a_shell(value in "[^\\x00-\\x1f\\x7f-\\x9f]{1,30}", before in prop_oneof![Just("echo "), Just("echo a="), Just("echo \""), Just("echo '")]) {
        let quote = before.trim_start_matches("echo ").trim_start_matches("a=");
        let parts = fill(&format!("{before}<x>{quote} end"), "bash", &|_| Some(value.clone()));
        prop_assume!(parts[1].filled);
        let whole: String = parts.into_iter().map(|part| part.text).collect();
        let words = shlex::split(&whole).expect("whole words");
        let lead = if before.ends_with("a=") { "a=" } else { "" };
        prop_assert_eq!(words, vec!["echo".to_owned(), format!("{lead}{value}"), "end".to_owned()], "{}", whole);
    }
}
