//! A folder as a team keeps it, and what is found in it.
#![allow(clippy::expect_used, reason = "a helper of a test has to stop, too")]

use std::fs;
use std::path::Path;

use sitrep_runbooks::{Context, FolderReading, Index, Reason, is_there, read_file, read_folder, read_folder_again};

fn put(folder: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let file = folder.join(path);
    fs::create_dir_all(file.parent().expect("a parent")).expect("its folder");
    fs::write(file, bytes).expect("the file");
}

fn read(folder: &Path) -> FolderReading {
    read_folder(folder, &mut |_, _| ())
}

fn paths(reading: &FolderReading) -> Vec<&str> {
    reading.runbooks.iter().map(|read| read.path.as_str()).collect()
}

#[test]
fn runbooks_are_found_by_name_wherever_they_lie() {
    let folder = tempfile::tempdir().expect("a folder");
    for path in ["b.md", "A b/c d.markdown", "x.md/inside.md", "site/page.mdx", "erb/x.md.erb", "UPPER.MD", ".github/r.md"] {
        put(folder.path(), path, "# A\n\n`df -h x`\n");
    }
    for path in [".git/no.md", "node_modules/p/no.md", "notes.txt", "README.md"] {
        put(folder.path(), path, "# No runbook\n");
    }

    let reading = read(folder.path());

    assert_eq!(
        paths(&reading),
        [".github/r.md", "A b/c d.markdown", "UPPER.MD", "b.md", "erb/x.md.erb", "site/page.mdx", "x.md/inside.md", "README.md"],
        "a README comes last"
    );
    assert_eq!(reading.problems, []);
    assert!(reading.files.contains(&"notes.txt".to_owned()), "a link may lead to it");
}

#[cfg(unix)]
#[test]
fn links_are_followed_within_the_folder_and_never_out_of_it() {
    use std::os::unix::fs::symlink;
    let outside = tempfile::tempdir().expect("another folder");
    put(outside.path(), "secret.md", "# Secret\n");
    let folder = tempfile::tempdir().expect("a folder");
    put(folder.path(), "team/a.md", "# A\n");
    symlink("team/a.md", folder.path().join("latest.md")).expect("a link");
    symlink(folder.path(), folder.path().join("team/loop")).expect("a link");
    symlink(outside.path(), folder.path().join("out")).expect("a link");
    symlink(outside.path().join("secret.md"), folder.path().join("out.md")).expect("a link");
    symlink("gone.md", folder.path().join("dead.md")).expect("a link");

    let reading = read(folder.path());

    assert_eq!(paths(&reading), ["latest.md", "team/a.md"]);
    let told: Vec<&str> = reading.problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(told, ["dead.md", "out", "out.md"]);
    assert!(is_there(folder.path(), "latest.md") && !is_there(folder.path(), "out.md") && !is_there(folder.path(), "gone.md"));
}

#[test]
fn what_is_no_text_of_today_is_read_with_a_note() {
    let folder = tempfile::tempdir().expect("a folder");
    put(folder.path(), "latin.md", b"# Stra\xdfe\n\n`df -h x`\n");
    put(folder.path(), "wide.md", [0xff, 0xfe, b'#', 0, b' ', 0, b'W', 0]);
    put(folder.path(), "big.md", vec![b'a'; 2_000_001]);

    let reading = read(folder.path());

    let titles: Vec<(&str, bool)> = reading.runbooks.iter().map(|read| (read.runbook.title.as_str(), read.note.is_some())).collect();
    assert_eq!(titles, [("Stra\u{fffd}e", true), ("W", true)]);
    assert_eq!(reading.problems[0].why, "it holds 2 MB, and no more than 2 MB is read");
}

#[test]
fn what_did_not_change_is_not_read_again() {
    let folder = tempfile::tempdir().expect("a folder");
    put(folder.path(), "a.md", "# A\n");
    put(folder.path(), "b.md", "# B\n");
    let before = read(folder.path());
    put(folder.path(), "b.md", "# Another\n");
    let mut told = Vec::new();

    let after = read_folder_again(folder.path(), &before, &sitrep_runbooks::Risks::default(), &mut |done, total| told.push((done, total)));

    assert_eq!(told, [(1, 2), (2, 2)]);
    assert!(std::sync::Arc::ptr_eq(&before.runbooks[0].runbook, &after.runbooks[0].runbook), "it was kept");
    assert_eq!(after.runbooks[1].runbook.title, "Another");
}

#[test]
fn a_folder_that_is_gone_is_told() {
    let reading = read(Path::new("/no/such/folder"));

    assert_eq!(reading.problems.iter().map(|problem| problem.why.as_str()).collect::<Vec<_>>(), ["it is not there"]);
    assert!(read_file(Path::new("/no/such.md"), "such.md").is_err());
}

fn team() -> (tempfile::TempDir, FolderReading) {
    let folder = tempfile::tempdir().expect("a folder");
    put(
        folder.path(),
        "payments/errors-high.md",
        "---\nalerts: [PaymentErrorsHigh]\nservice: payments-api\n---\n# Payment errors high\n\n## Steps\n### 1. Check\n```bash\nkubectl -n payments get pods\n```\n",
    );
    put(folder.path(), "payments/rollback.md", "---\nservice: payments-api\n---\n# Roll back payments-api\n\n`helm rollback payments`\n");
    put(
        folder.path(),
        "search/stale.md",
        "# Search index stale\n\n## Steps\n1. `curl -s search.internal/age`\n2. Restart the indexer: `kubectl rollout restart deploy/indexer`\n",
    );
    put(folder.path(), "k8s/KubePodCrashLooping.md", "# KubePodCrashLooping\n\n## Meaning\nA pod restarts.\n");
    put(folder.path(), "README.md", "# Payment and search runbooks\n");
    let reading = read(folder.path());
    (folder, reading)
}

#[test]
fn words_find_the_best_first() {
    let (_folder, reading) = team();
    let index = Index::build(&reading.runbooks);
    let find = |words: &str| index.find(words).iter().map(|hit| reading.runbooks[hit.which].path.clone()).collect::<Vec<_>>();

    assert_eq!(find("PaymentErrorsHigh"), ["payments/errors-high.md"]);
    assert_eq!(find("paym err"), ["payments/errors-high.md"], "beginnings are enough");
    assert_eq!(find("payments-api")[0], "payments/rollback.md", "its title has it");
    assert_eq!(find("crash looping"), ["k8s/KubePodCrashLooping.md"]);
    assert_eq!(find("indexer"), ["search/stale.md"]);
    assert_eq!(find("indexer nosuchword"), ["search/stale.md"], "any, where none has all");
    assert_eq!(find(""), Vec::<String>::new());
    let hit = &index.find("indexer")[0];
    assert_eq!((hit.line, hit.snippet.as_str()), (5, "2. Restart the indexer: `kubectl rollout restart deploy/indexer`"));
}

#[test]
fn an_incident_gets_the_strongest_reason_first() {
    let (_folder, reading) = team();
    let index = Index::build(&reading.runbooks);
    let suggest = |context: Context| {
        index.suggest(&context).into_iter().map(|one| (reading.runbooks[one.which].path.clone(), one.reasons)).collect::<Vec<_>>()
    };
    let text = |text: &str| text.to_owned();

    let url = "https://git.example/team/runbooks/-/blob/main/payments/errors-high.md?ref_type=heads#steps";
    let by_all = suggest(Context {
        alerts: vec![text("PaymentErrorsHigh")],
        runbook_urls: vec![text(url)],
        services: vec![text("payments-api")],
        words: text("Payment page fails: errors everywhere"),
    });
    assert_eq!(by_all.len(), 2);
    assert_eq!(
        by_all[0].1,
        [
            Reason::Url { url: text(url) },
            Reason::Alert { alert: text("PaymentErrorsHigh") },
            Reason::Service { service: text("payments-api") },
            Reason::Words { words: vec![text("errors"), text("payment")] }
        ]
    );
    assert_eq!(by_all[1], (text("payments/rollback.md"), vec![Reason::Service { service: text("payments-api") }]));

    let by_title = suggest(Context { alerts: vec![text("SearchIndexStale")], ..Context::default() });
    assert_eq!(by_title, [(text("search/stale.md"), vec![Reason::Title { alert: text("SearchIndexStale") }])]);

    let site =
        suggest(Context { runbook_urls: vec![text("https://runbooks.example/runbooks/k8s/kubepodcrashlooping/")], ..Context::default() });
    assert_eq!(site[0].0, "k8s/KubePodCrashLooping.md");

    assert_eq!(suggest(Context { words: text("The stale index of search"), ..Context::default() })[0].0, "search/stale.md");
    assert_eq!(suggest(Context { words: text("Printer on fire"), ..Context::default() }), []);
}
