//! The formats, each as it is pasted.

use crate::{lines, read_now};

/// Checks what each paste is read as, all that differ told at once.
fn check(format: &str, table: &[(&str, &[&str])]) {
    let wrong: Vec<_> = table
        .iter()
        .filter_map(|(text, expected)| {
            let read = read_now(text);
            let found = lines(&read);
            (found != *expected || read.format != Some(format)).then(|| format!("{text}\n  read as {:?} {found:#?}", read.format))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn slack() {
    let expected: &[&str] = &[
        "2026-11-24 14:05:00 Ana Lopez: checkout is failing / for everyone",
        "2026-11-24 14:07:00 bo: looking at the pool",
        "2026-11-24 14:08:00 bo: it is full",
    ];
    check(
        "Slack",
        &[
            ("Ana Lopez  2:05 PM\ncheckout is failing\nfor everyone\nbo  2:07 PM\nlooking at the pool\n2:08 PM\nit is full", expected),
            ("Ana Lopez\n  2:05 PM\ncheckout is failing\nfor everyone\n\nbo\n  14:07\nlooking at the pool\n14:08\nit is full\n", expected),
            (
                "Ana Lopez  [2:05 PM]\ncheckout is failing\nfor everyone\nbo :palm_tree:  2:07 PM\nlooking at the pool\n[2:08 PM]\nit is full",
                expected,
            ),
            (
                "[2:05 PM] Ana Lopez: checkout is failing\nfor everyone\n[2:07 PM] bo: looking at the pool\n[2:08 PM] bo: it is full",
                expected,
            ),
            ("Alerts APP  2:05 PM\np99 is 4 s", &["2026-11-24 14:05:00 Alerts: p99 is 4 s"]),
        ],
    );
}

#[test]
fn slack_with_days_between() {
    check(
        "Slack",
        &[
            (
                "Ana Lopez  11:50 PM\nlate\n---- Monday, November 23rd ----\nbo  12:10 AM\nearly\nToday\nbo  9:00 AM\nmorning",
                &["2026-11-22 23:50:00 Ana Lopez: late", "2026-11-23 00:10:00 bo: early", "2026-11-24 09:00:00 bo: morning"],
            ),
            (
                "November 20th, 2026\nAna Lopez  2:05 PM\nfirst\nYesterday\nbo  2:06 PM\nsecond",
                &["2026-11-20 14:05:00 Ana Lopez: first", "2026-11-23 14:06:00 bo: second"],
            ),
        ],
    );
}

#[test]
fn a_log_quoted_in_a_chat_is_part_of_the_message() {
    check(
        "Slack",
        &[(
            "Ana Lopez  2:05 PM\nsee\n2026-11-24T14:01:00Z error 1\n2026-11-24T14:02:00Z error 2\n2026-11-24T14:03:00Z error 3\nbo  2:07 PM\nthanks",
            &[
                "2026-11-24 14:05:00 Ana Lopez: see / 2026-11-24T14:01:00Z error 1 / 2026-11-24T14:02:00Z error 2 / 2026-11-24T14:03:00Z error 3",
                "2026-11-24 14:07:00 bo: thanks",
            ],
        )],
    );
}

#[test]
fn teams() {
    check(
        "Microsoft Teams",
        &[
            (
                "[11/24/2026 2:05 PM] Ana Lopez\ncheckout is failing\n[11/24/2026 2:07 PM] Lopez, Bo (Guest)\nlooking",
                &["2026-11-24 14:05:00 Ana Lopez: checkout is failing", "2026-11-24 14:07:00 Lopez, Bo (Guest): looking"],
            ),
            (
                "Ana Lopez 14:05\nwe rolled back at 14:01\nBo Chen 14:07\nthanks",
                &["2026-11-24 14:05:00 Ana Lopez: we rolled back at 14:01", "2026-11-24 14:07:00 Bo Chen: thanks"],
            ),
            (
                "[Yesterday 2:05 PM] Ana Lopez\nred\n[Monday 2:06 PM] Bo Chen\ngreen",
                &["2026-11-23 14:05:00 Ana Lopez: red", "2026-11-23 14:06:00 Bo Chen: green"],
            ),
        ],
    );
}

#[test]
fn discord() {
    check(
        "Discord",
        &[
            (
                "ana — Today at 2:05 PM\nred\nstill\nbo — Today at 2:06 PM\ngreen",
                &["2026-11-24 14:05:00 ana: red / still", "2026-11-24 14:06:00 bo: green"],
            ),
            (
                "ana — Yesterday at 23:50\nred\nbo — 11/24/2026 2:06 PM\ngreen\nana — 14:30\nover",
                &["2026-11-23 23:50:00 ana: red", "2026-11-24 14:06:00 bo: green", "2026-11-24 14:30:00 ana: over"],
            ),
        ],
    );
}

#[test]
fn irc() {
    check(
        "IRC",
        &[
            (
                "14:05 <@ana> pool is full\n14:06 -!- kai has joined #ops\n14:06 < bo> looking\n14:07 * bo restarts it",
                &[
                    "2026-11-24 14:05:00 ana: pool is full",
                    "2026-11-24 14:06:00 kai has joined #ops",
                    "2026-11-24 14:06:00 bo: looking",
                    "2026-11-24 14:07:00 bo: restarts it",
                ],
            ),
            (
                "--- Day changed Mon Nov 23 2026\n[23:59:10] <ana> a\n--- Day changed Tue Nov 24 2026\n[00:00:05] <bo> b",
                &["2026-11-23 23:59:10 ana: a", "2026-11-24 00:00:05 bo: b"],
            ),
            (
                "2026-11-24 14:05:10\tana\tpool is full\n2026-11-24 14:06:10\t@bo\tlooking",
                &["2026-11-24 14:05:10 ana: pool is full", "2026-11-24 14:06:10 bo: looking"],
            ),
            (
                "14:05:10      ana | pool is full\n14:06:10      @bo | looking",
                &["2026-11-24 14:05:10 ana: pool is full", "2026-11-24 14:06:10 bo: looking"],
            ),
        ],
    );
}

#[test]
fn zoom_and_meet() {
    check(
        "Zoom or Meet chat",
        &[
            (
                "14:05:10 From Ana Lopez to Everyone:\n\tcheckout is failing\n14:06:10 From  Bo  to  Everyone:\n\tlooking",
                &["2026-11-24 14:05:10 Ana Lopez: checkout is failing", "2026-11-24 14:06:10 Bo: looking"],
            ),
            (
                "14:05:10\t From Ana Lopez : red\n14:06:10\t From Bo to Ana Lopez(Direct Message) : green",
                &["2026-11-24 14:05:10 Ana Lopez: red", "2026-11-24 14:06:10 Bo: green"],
            ),
        ],
    );
}

#[test]
fn whatsapp_and_signal() {
    check(
        "WhatsApp or Signal",
        &[
            (
                "[24/11/2026, 14:05:10] Ana: red\nand amber\n[24/11/2026, 14:06:10] \u{200e}Bo left\n[24/11/2026, 14:07:00] Bo: green",
                &["2026-11-24 14:05:10 Ana: red / and amber", "2026-11-24 14:06:10 \u{200e}Bo left", "2026-11-24 14:07:00 Bo: green"],
            ),
            ("24.11.26, 14:05 - Ana: red\n24.11.26, 14:06 - Bo: green", &["2026-11-24 14:05:00 Ana: red", "2026-11-24 14:06:00 Bo: green"]),
        ],
    );
}

#[test]
fn system_logs() {
    check(
        "System log",
        &[(
            "Nov 24 14:05:10 web-1 sshd[812]: session opened\nNov 24 14:05:11 web-1 kernel: oom\n    at frame\n-- Boot 12 --\nDec  1 09:00:00 web-1 cron[1]: ran",
            &[
                "2026-11-24 14:05:10 web-1 sshd[812]: session opened",
                "2026-11-24 14:05:11 web-1 kernel: oom /     at frame / -- Boot 12 --",
                "2025-12-01 09:00:00 web-1 cron[1]: ran",
            ],
        )],
    );
}

#[test]
fn iso_8601_logs() {
    check(
        "Log with ISO 8601 times",
        &[
            (
                "2026-11-24T14:05:10.250Z error pool exhausted\n  at pool.rs:12\n2026-11-24T16:06:10+02:00 info retry",
                &["2026-11-24 14:05:10 error pool exhausted /   at pool.rs:12", "2026-11-24 14:06:10 info retry"],
            ),
            (
                "[2026-11-24 14:05:10,123] ERROR: pool exhausted\n[2026-11-24 14:06:10,123] INFO: retry",
                &["2026-11-24 14:05:10 ERROR: pool exhausted", "2026-11-24 14:06:10 INFO: retry"],
            ),
            (
                "2026-11-24T09:05:10-0500 web-1 sshd[812]: opened\n<34>1 2026-11-24T14:06:00Z web-1 su - ID47 - failed",
                &["2026-11-24 14:05:10 web-1 sshd[812]: opened", "2026-11-24 14:06:00 web-1 su - ID47 - failed"],
            ),
        ],
    );
}

#[test]
fn shell_history() {
    let expected: &[&str] = &["2026-11-24 14:05:10 kubectl get pods", "2026-11-24 14:06:10 kubectl rollout undo deploy/pay"];
    check(
        "Shell history",
        &[
            ("  512  2026-11-24 14:05:10 kubectl get pods\n  513  2026-11-24 14:06:10 kubectl rollout undo deploy/pay\n", expected),
            ("#1795529110\nkubectl get pods\n#1795529170\nkubectl rollout undo deploy/pay", expected),
            (": 1795529110:0;kubectl get pods\n: 1795529170:12;kubectl rollout undo deploy/pay", expected),
        ],
    );
}

#[test]
fn terminals() {
    check(
        "Terminal",
        &[(
            "[14:05:10] ana@web-1:~$ kubectl get pods\nNAME READY\npay-1 0/1\n[14:06:10] ana@web-1:/srv$ exit\n",
            &["2026-11-24 14:05:10 ana@web-1:~$ kubectl get pods / NAME READY / pay-1 0/1", "2026-11-24 14:06:10 ana@web-1:/srv$ exit"],
        )],
    );
}

#[test]
fn notes_taken_by_hand() {
    check(
        "Lines with times",
        &[
            (
                "- 14:05 rolled back\n- 14:06Z: error rate falls\n- 2:07 pm – steady",
                &["2026-11-24 14:05:00 rolled back", "2026-11-24 14:06:00 error rate falls", "2026-11-24 14:07:00 steady"],
            ),
            ("[14:05] rolled back\n[14:06] error rate falls", &["2026-11-24 14:05:00 rolled back", "2026-11-24 14:06:00 error rate falls"]),
        ],
    );
}

#[test]
fn text_without_times_is_kept_as_it_is() {
    for text in ["pool is full\nrolled back", "checkout: 25:00\n99:99 nothing", "1.2.3\n10.0.0.1 down"] {
        let read = read_now(text);
        assert_eq!((read.format, lines(&read)), (None, vec![format!("no time {}", text.replace('\n', " / "))]));
    }
    assert_eq!(lines(&read_now(" \n\t\n")), Vec::<String>::new());
}

#[test]
fn what_stands_before_the_first_time_has_none() {
    let read = read_now("from the bridge:\n14:05 <ana> a\n14:06 <bo> b");
    assert_eq!(lines(&read), ["no time from the bridge:", "2026-11-24 14:05:00 ana: a", "2026-11-24 14:06:00 bo: b"]);
}
