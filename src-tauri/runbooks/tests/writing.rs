//! What Sitrep proposes.
#![allow(clippy::expect_used, reason = "a helper of a test has to stop, too")]

#[path = "support/git.rs"]
mod git;
mod support;

use chrono::NaiveDate;
use sitrep_runbooks::{Around, Draft, DraftMitigation, Rule, Rules, check, new_runbook, parse, verified_stamp};
use support::{corpus, lost_lines};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day")
}

#[test]
fn the_stamp_stands_where_the_file_keeps_such_things() {
    let cases = [
        ("in its place", "---\nverified: 2026-04-23 # by li\n---\n# A\n", "---\nverified: 2026-11-23 # by li\n---\n# A\n"),
        ("under its own key", "---\nlast_reviewed: \"2026/4/3\"\n---\n# A\n", "---\nlast_reviewed: \"2026-11-23\"\n---\n# A\n"),
        ("in its front matter", "---\nalerts: [A]\n---\n# A\n", "---\nalerts: [A]\nverified: 2026-11-23\n---\n# A\n"),
        ("a page's own date stays", "---\ndate: 2020-01-01\n---\n# A\n", "---\ndate: 2020-01-01\nverified: 2026-11-23\n---\n# A\n"),
        (
            "in TOML, before its tables",
            "+++\ntitle = \"A\"\n[x]\ny = 1\n+++\n",
            "+++\nverified = 2026-11-23\ntitle = \"A\"\n[x]\ny = 1\n+++\n",
        ),
        ("in a line of its own", "# A\n\n**Last verified**: March 3, 2024\n", "# A\n\n**Last verified**: 2026-11-23\n"),
        (
            "below its like",
            "# A\n\n**Owner**: search  \n**Service**: x  \n\nText\n",
            "# A\n\n**Owner**: search  \n**Service**: x  \n**Last verified**: 2026-11-23  \n\nText\n",
        ),
        ("where there is nothing", "# A\r\n", "---\r\nverified: 2026-11-23\r\n---\r\n# A\r\n"),
        (
            "in a row of a table",
            "| Owner | x |\n|---|---|\n| Last reviewed | 2024-01-02 |\n",
            "| Owner | x |\n|---|---|\n| Last reviewed | 2026-11-23 |\n",
        ),
        ("behind a mark", "\u{feff}# A\n", "\u{feff}---\nverified: 2026-11-23\n---\n# A\n"),
    ];
    for (name, before, after) in cases {
        let stamped = verified_stamp(before, "a b.md", today());

        assert_eq!(stamped.text, after, "{name}");
        assert_eq!(git::applied("a b.md", before, &stamped.patch), after, "{name}");
        assert_eq!(parse(after, "a.md").front.verified, Some(today()), "{name}");
        assert_eq!(verified_stamp(after, "a b.md", today()).patch, "", "{name}: once is enough");
    }
}

#[test]
fn a_stamp_is_read_back_whatever_the_runbook_is() {
    for (name, text) in corpus() {
        let stamped = verified_stamp(&text, &name, today());
        let runbook = parse(&stamped.text, &name);

        assert_eq!(lost_lines(&stamped.text, &runbook), Vec::<String>::new(), "{name}");
        // A front matter that cannot be read stays as it is, and a new one would not be read before it.
        assert!(runbook.front.verified == Some(today()) || parse(&text, &name).front.problem.is_some(), "{name}: {:?}", runbook.front);
    }
}

fn marks(text: &str) -> Vec<(Rule, String)> {
    let around = Around { today: today(), path: "new.md", alerts: &[], exists: &|_| false, files: &[] };
    let line = |at: u32| text.lines().nth(at as usize - 1).unwrap_or_default().to_owned();
    check(&parse(text, "new.md"), text, &around, &Rules::default()).into_iter().map(|mark| (mark.rule, line(mark.line))).collect()
}

#[test]
fn a_new_runbook_has_nothing_wrong_but_what_is_to_be_filled() {
    let text = new_runbook("Search index stale", &Draft::default());

    insta::assert_snapshot!(text);
    assert!(
        marks(&text).iter().all(|(rule, line)| matches!(rule, Rule::NoVersion | Rule::NoAlert) || line.contains('[')),
        "{:?}",
        marks(&text)
    );
}

#[test]
fn a_draft_of_an_incident_has_what_was_done() {
    let draft = Draft {
        alert: Some("SearchIndexStale".to_owned()),
        service: Some("search: \"x\"".to_owned()),
        findings: vec!["Results were older than\n# 10 min".to_owned()],
        commands: vec!["curl -s search.internal/index/age".to_owned(), "echo '```'".to_owned()],
        mitigations: vec![DraftMitigation {
            what: "Restarted the indexer".to_owned(),
            command: Some("kubectl -n search rollout restart deploy/indexer".to_owned()),
            rollback: Some("kubectl -n search rollout undo deploy/indexer".to_owned()),
        }],
        escalation: Some("search on-call".to_owned()),
        verified: Some(today()),
    };

    let text = new_runbook("Search index stale", &draft);

    insta::assert_snapshot!(text);
    assert_eq!(marks(&text), []);
    let runbook = parse(&text, "new.md");
    assert_eq!((runbook.front.services.as_slice(), runbook.steps.len()), (&["search: \"x\"".to_owned()][..], 5));
    assert!(runbook.front.problem.is_none());
}
