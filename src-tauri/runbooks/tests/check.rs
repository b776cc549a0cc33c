//! The rules, each with what it marks and what it leaves.
#![allow(clippy::expect_used, reason = "a helper of a test has to stop, too")]

#[path = "support/git.rs"]
mod git;
mod support;

use chrono::NaiveDate;
use sitrep_runbooks::{Around, KnownAlert, Mark, Rule, Rules, as_text, check, findings, parse, patch, sarif};
use support::{corpus, specimen};

const FRONT: &str = "---\nversion: 3\nverified: 2026-11-01\nalerts: [SearchIndexStale]\n---\n# Runbook: Search index stale\n\n";

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day")
}

fn marks_at(path: &str, text: &str, rules: &Rules, files: &[&str], alerts: &[KnownAlert]) -> Vec<Mark> {
    let files: Vec<String> = files.iter().map(|file| (*file).to_owned()).collect();
    let exists = |path: &str| path.is_empty() || files.iter().any(|file| file == path || file.starts_with(&format!("{path}/")));
    check(&parse(text, path), text, &Around { today: today(), path, alerts, exists: &exists, files: &files }, rules)
}

fn marks(text: &str) -> Vec<Mark> {
    marks_at("search/index-stale.md", text, &Rules::default(), &["search/index-stale.md", "people/search-team.md", "img/a b.png"], &[])
}

/// Rule and line of each mark, of a text behind a front matter that is in order.
fn found(body: &str) -> Vec<String> {
    let front = u32::try_from(FRONT.lines().count()).expect("few");
    marks(&format!("{FRONT}{body}")).iter().map(|mark| format!("{} {}", mark.rule.code(), mark.line - front)).collect()
}

#[test]
fn the_picture_of_the_design_is_marked_as_drawn() {
    let text = "---\nalerts: [SearchIndexStale]\nservice: search\nverified: 2026-04-23\n---\n# Runbook: Search index stale\n\n## When to Use\nResults older than 10 min, or the alert fires.\n\n## Steps\n### 1. Verify the problem\n```bash\ncurl -s search.internal/index/age\n```\n\n### 2. Restart the indexer\n```bash\nkubectl -n search rollout restart deploy/indexer\nkubectl -n search delete lease indexer-leader\n```\n**Expected**: age below 60 s within 5 min\n\n### 3. Escalation\nAsk the [search on-call](../people/search.md)\n";

    let marks = marks(text);

    insta::assert_snapshot!(as_text(&[("search/index-stale.md".to_owned(), marks.clone())]));
    let mended = git::applied("search/index-stale.md", text, &patch(text, "search/index-stale.md", &marks));
    insta::assert_snapshot!("mended", mended);
}

#[test]
fn the_seeds_own_runbook_is_marked() {
    let marks = marks_at("specimen.md", &specimen(), &Rules::default(), &[], &[]);

    insta::assert_snapshot!(as_text(&[("specimen.md".to_owned(), marks)]));
}

#[test]
fn each_rule_marks_what_it_is_for_and_nothing_else() {
    let cases: &[(&str, &str, &[&str])] = &[
        ("a good step", "## Steps\n### 1. Check\n```bash\nkubectl get pods\n```\n**Expected**: all run\n", &[]),
        ("words alone", "## Steps\n### 1. Check the pods\nLook whether they run.\n", &["vague-step 2"]),
        ("a dashboard to open", "## Steps\n### 1. Check\nOpen [the board](https://g.example/d).\n", &[]),
        (
            "escalation has no command",
            "## Steps\n### 1. Check\n`kubectl get pods`. Expected: all run\n### 2. Escalation\nCall them.\n",
            &[],
        ),
        ("no expectation", "## Steps\n### 1. Check\n```bash\nkubectl get pods\n```\n", &["no-expected 4"]),
        ("a session shows what to expect", "## Steps\n### 1. Check\n```console\n$ kubectl get pods\nNAME READY\n```\n", &[]),
        (
            "a change that nothing verifies",
            "## Steps\n### 1. Apply\n```bash\nkubectl apply -f x.yaml\n```\n",
            &["no-verification 2", "no-expected 4"],
        ),
        (
            "a change that the next step verifies",
            "## Steps\n### 1. Apply\n```bash\nkubectl apply -f x.yaml\n```\n### 2. Verify\n```bash\nkubectl get x\n```\n**Expected**: x\n",
            &[],
        ),
        (
            "a risk without a way back",
            "## Steps\n### 1. Fix\n```bash\nkubectl delete pvc data\n```\n**Expected**: gone\n",
            &["no-rollback 4"],
        ),
        (
            "a risk with one",
            "## Steps\n### 1. Fix\n```bash\nkubectl delete pvc data\n```\n**Expected**: gone\n**Rollback**: restore the snapshot\n",
            &[],
        ),
        (
            "a way back for all",
            "## Steps\n### 1. Fix\n```bash\nkubectl delete pvc data\n```\n**Expected**: gone\n## Rollback\nRestore.\n",
            &[],
        ),
        ("a dry run is no risk", "## Steps\n### 1. Fix\n```bash\nkubectl delete pvc data --dry-run=client\n```\n**Expected**: gone\n", &[]),
        ("two commands", "## Steps\n### 1. Check\n```bash\nuptime -p\ndf -h\n```\n**Expected**: x\n", &["pastes-and-runs 4"]),
        ("a continued line runs nothing", "## Steps\n### 1. Check\n```bash\ncurl -s a \\\n  -H b \\\n  -d c\n```\n**Expected**: x\n", &[]),
        (
            "options are chosen from",
            "## Steps\n### 1. Check\n```bash\n# Option A: this\ndf -h\n# Option B: that\ndf -i\n```\n**Expected**: x\n",
            &[],
        ),
        ("a loop is one", "## Steps\n### 1. Check\n```bash\nfor x in a b; do\n  df -h $x\ndone\n```\n**Expected**: x\n", &[]),
        ("a text for a command is one", "## Steps\n### 1. Check\n```bash\ncat <<EOF | wc -l\na\nb\nEOF\n```\n**Expected**: x\n", &[]),
        ("what prepares is none", "## Steps\n### 1. Check\n```bash\ncd /srv\nexport A=b\ndf -h .\n```\n**Expected**: x\n", &[]),
        ("a transaction is one", "## Steps\n### 1. Check\n```sql\nBEGIN;\nSELECT 1;\nCOMMIT;\n```\n**Expected**: x\n", &[]),
        (
            "a link that leads nowhere",
            "## Steps\n### 1. Check\n`df -h x`. [a](gone.md) ![b](no.png)\n**Expected**: x\n",
            &["dead-link 3", "dead-image 3"],
        ),
        (
            "links that lead somewhere",
            "## Steps\n### 1. Check\n`df -h x` [a](../people/search-team.md#x) ![b](../img/a%20b.png) [c](https://x.example) [d](#steps) [e](/docs/x) [f]({{ .Url }}) [g](mailto:a@b.example) [h](../people/search-team)\n**Expected**: x\n",
            &[],
        ),
        ("a heading that is not there", "## Steps\n### 1. Check\n`df -h x` [d](#nowhere)\n**Expected**: x\n", &["dead-link 3"]),
        ("out of the folder", "## Steps\n### 1. Check\n`df -h x` [d](../../../etc/passwd)\n**Expected**: x\n", &["dead-link 3"]),
        (
            "an open fence",
            "## Steps\n### 1. Check\n```bash\ndf -h x\n**Expected**: x\n",
            &["open-fence 3", "no-expected 4", "pastes-and-runs 4"],
        ),
        ("no step at all", "Nothing to do.\n", &["vague-step -1"]),
    ];
    for (name, body, expected) in cases {
        let expected: Vec<String> = expected.iter().map(|mark| (*mark).to_owned()).collect();
        if *name == "no step at all" {
            assert_eq!(marks(&format!("{FRONT}{body}")).iter().map(|mark| mark.rule).collect::<Vec<_>>(), [Rule::VagueStep], "{name}");
            continue;
        }
        assert_eq!(found(body), expected, "{name}");
    }
}

#[test]
fn dates_and_alerts() {
    let body = "# Payment errors high\n\n## Steps\n### 1. Check\n```bash\nkubectl get pods\n```\n**Expected**: all run\n";
    let alert = |url: Option<&str>, name: &str| KnownAlert { name: name.to_owned(), runbook_url: url.map(str::to_owned) };
    let rules = |text: &str, path: &str, alerts: &[KnownAlert]| {
        marks_at(path, text, &Rules::default(), &[], alerts).iter().map(|mark| mark.rule).collect::<Vec<_>>()
    };

    assert_eq!(rules(body, "pay/errors.md", &[]), [Rule::NoVersion, Rule::NoAlert]);
    assert_eq!(rules(&format!("---\nverified: 2026-08-24\n---\n{body}"), "pay/errors.md", &[]), [Rule::Stale, Rule::NoAlert], "91 days");
    assert_eq!(rules(&format!("---\nverified: 2026-08-25\n---\n{body}"), "pay/errors.md", &[]), [Rule::NoAlert], "90 days");
    assert_eq!(rules(body, "pay/errors.md", &[alert(None, "PaymentErrorsHigh")]), [Rule::NoVersion], "the same words");
    assert_eq!(
        rules(body, "pay/errors.md", &[alert(Some("https://git.example/t/r/-/blob/main/pay/errors.md"), "X")]),
        [Rule::NoVersion],
        "its link"
    );
    assert_eq!(rules(body, "pay/PaymentErrorsHigh.md", &[]), [Rule::NoVersion], "named after one");
}

#[test]
fn a_readme_is_no_runbook_but_its_links_are_checked() {
    let marks = marks_at("README.md", "# Our runbooks\n\n- [one](gone.md)\n", &Rules::default(), &[], &[]);

    assert_eq!(marks.iter().map(|mark| mark.rule).collect::<Vec<_>>(), [Rule::DeadLink]);
}

#[test]
fn a_team_switches_and_tunes() {
    let rules = Rules::parse("stale_days = 1\noff = [\"no-version\"]\n[[risky]]\ncommand = \"mytool failover\"\nwhy = \"A failover loses carts\"\n[[except]]\npaths = [\"drafts/**\"]\noff = [\"stale\", \"no-alert\"]\n").expect("rules");
    let text = "---\nverified: 2026-11-01\n---\n# A\n\n## Steps\n### 1. Fix\n```bash\nmytool -v failover db\n```\n**Expected**: x\n";

    let of = |path: &str| marks_at(path, text, &rules, &[], &[]).iter().map(|mark| mark.message.clone()).collect::<Vec<_>>();

    assert_eq!(of("a.md"), ["Not verified for 22 days", "No alert leads to it", "A failover loses carts"]);
    assert_eq!(of("drafts/a.md"), ["A failover loses carts"]);
}

#[test]
fn a_wrong_file_of_rules_names_the_key() {
    let wrong = |text: &str| Rules::parse(text).expect_err("it is wrong").to_string();
    let all = [
        "stale_days = \"x\"",
        "off = [\"no-such\"]",
        "of = []",
        "stale_days = ",
        "[[risky]]\ncommand = \"\"\nwhy = \"\"",
        "[[except]]\npaths = [\"[\"]",
    ]
    .map(wrong)
    .join("\n");

    insta::assert_snapshot!(all);
}

#[test]
fn a_patch_keeps_line_ends_and_mends_what_it_says() {
    let text = "# A\r\n\r\n## Steps\r\n### 1. Check\r\n```bash\r\nuptime -p\r\n# how full\r\ndf -h\r\n```";
    let path = "a folder/é x.md";
    let marks = marks_at(path, text, &Rules::default(), &[], &[]);

    let mended = git::applied(path, text, &patch(text, path, &marks));

    assert_eq!(
        mended,
        "# A\r\n\r\n## Steps\r\n### 1. Check\r\n```bash\r\nuptime -p\r\n```\r\n\r\n```bash\r\n# how full\r\ndf -h\r\n```\r\n**Expected**: [what is seen when it worked]\r\n"
    );
    let again = marks_at(path, &mended, &Rules::default(), &[], &[]);
    assert!(again.iter().all(|mark| mark.mend.edits.is_empty()), "what was mended is not marked again: {again:?}");
}

#[test]
fn every_patch_of_the_corpus_applies() {
    for (name, text) in corpus().into_iter().filter(|(_, text)| !text.contains('\u{fffd}')) {
        let marks = marks_at(&name, &text, &Rules::default(), &[], &[]);
        let patch = patch(&text, &name, &marks);
        if !patch.is_empty() {
            let edits: Vec<_> = marks.iter().flat_map(|mark| mark.mend.edits.clone()).collect();
            assert_eq!(git::applied(&name, &text, &patch), sitrep_runbooks::apply(&text, &edits), "{name}");
        }
    }
}

#[test]
fn scripts_and_code_hosts_read_the_marks() {
    let text = "# A\n\n## Steps\n### 1. Check\n```bash\nuptime -p\ndf -h\n```\n";
    let files = vec![("a b/é.md".to_owned(), marks_at("a b/é.md", text, &Rules::default(), &[], &[]))];

    let log: serde_sarif::sarif::Sarif = serde_json::from_value(sarif(&files, "0.1.0")).expect("it is SARIF");

    let run = &log.runs[0];
    let results = run.results.as_ref().expect("results");
    assert_eq!(results.len(), files[0].1.len());
    assert_eq!(run.tool.driver.rules.as_ref().expect("rules").len(), Rule::ALL.len());
    let place = results[0].locations.as_ref().expect("places")[0].physical_location.as_ref().expect("a place");
    assert_eq!(place.artifact_location.as_ref().expect("a file").uri.as_deref(), Some("a%20b/%C3%A9.md"));
    insta::assert_json_snapshot!(findings(&files));
}
