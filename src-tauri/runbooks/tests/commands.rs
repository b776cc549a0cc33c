//! Commands: prompts, alternatives, places, values, risks.
#![allow(clippy::expect_used, reason = "a helper of a test has to stop, too")]

use sitrep_runbooks::{BlockKind, PlaceStyle, Risks, Runbook, commands_in, fill, looks_like_a_command, parse, place_key, places};

fn names(text: &str, language: &str) -> Vec<String> {
    places(text, language).into_iter().map(|place| place.name).collect()
}

#[test]
fn places_are_what_is_left_to_fill_and_nothing_else() {
    let cases: &[(&str, &[&str])] = &[
        ("kubectl -n {{namespace}} get {{ .Service }} {{- x -}}", &["namespace", "Service", "x"]),
        ("echo ${NAMESPACE} $NAMESPACE \"$POD_NAME\"", &["NAMESPACE", "NAMESPACE", "POD_NAME"]),
        ("echo $HOME $PATH $PWD $USER $1 $? $$ $@ $(date) ${X:-y} $lower", &[]),
        ("echo '$NAMESPACE' \\$NAMESPACE", &[]),
        ("NS=a; echo $NS", &[]),
        ("for NODE in a b; do echo $NODE; done", &[]),
        ("read -r ANSWER; echo $ANSWER", &[]),
        (
            "kubectl delete pod <pod> -n <pod-name> <YOUR_CLUSTER> <name of the pod>",
            &["pod", "pod-name", "YOUR_CLUSTER", "name of the pod"],
        ),
        ("cat <<EOF >x\na\nEOF", &[]),
        ("cat < file > other 2>&1", &[]),
        ("diff <(ls a) <(ls b)", &[]),
        ("grep '<title>' x", &[]),
        ("kubectl -n x exec [POD_NAME] -- ls [abc] [-f x] [your pod here]", &["POD_NAME", "your pod here"]),
        ("aws --cluster YOUR_CLUSTER", &["YOUR_CLUSTER"]),
        ("docker ps --format '{{.Names}}'", &[]),
        ("echo {{ $labels.pod }}", &["pod"]),
        ("awk '{print $NF}' x", &[]),
    ];
    for (text, expected) in cases {
        assert_eq!(names(text, "bash"), *expected, "{text}");
    }
    assert_eq!(names("SELECT * FROM t WHERE a < b AND c > d AND id = <id> AND x = $1", "sql"), ["id"]);
    assert_eq!(names("Write-Host $Env:PATH $NAME", "powershell"), Vec::<String>::new());
    assert_eq!(places("<pod-name>", "sh")[0].style, PlaceStyle::Angle);
    assert_eq!(["pod-name", "POD_NAME", "your pod name", ".PodName"].map(place_key), ["pod_name", "pod_name", "pod_name", "podname"]);
}

fn filled(text: &str, language: &str, value: &str) -> Result<String, String> {
    let parts = fill(text, language, &|_| Some(value.to_owned()));
    let refused = parts.iter().find_map(|part| part.refused.clone());
    refused.map_or_else(|| Ok(parts.into_iter().map(|part| part.text).collect()), Err)
}

#[test]
fn a_value_stands_quoted_where_it_needs_it() {
    let cases = [
        ("get <pod>", "bash", "web-1", "get web-1"),
        ("get <pod>", "bash", "a b", "get 'a b'"),
        ("get <pod>", "bash", "$(reboot)", "get '$(reboot)'"),
        ("get \"<pod>\"", "bash", "a\"`b$c", "get \"a\\\"\\`b\\$c\""),
        ("get '<pod>'", "bash", "it's", "get 'it'\\''s'"),
        ("get \"$POD\" $POD", "bash", "a b", "get \"a b\" 'a b'"),
        ("deploy/<x>:<x>", "bash", "v1", "deploy/v1:v1"),
        ("WHERE a = '<x>'", "sql", "it's", "WHERE a = 'it''s'"),
        ("f{a=\"<x>\"}", "promql", "b\"", "f{a=\"b\\\"\"}"),
    ];
    for (text, language, value, expected) in cases {
        assert_eq!(filled(text, language, value).as_deref(), Ok(expected), "{text} {value}");
    }
}

#[test]
fn a_value_that_would_do_more_is_refused() {
    for (text, language, value) in [
        ("get <x>", "bash", "a\nreboot"),
        ("get <x>", "bash", "a\u{7}"),
        ("rm <x>", "bash", "-rf"),
        ("WHERE a = <x>", "sql", "1; DROP TABLE t"),
        ("cat <<EOF\n<x>\nEOF", "bash", "$(reboot)"),
    ] {
        assert!(filled(text, language, value).is_err(), "{text} {value:?}");
    }
    let unfilled = fill("get <x>", "bash", &|_| Some(String::new()));
    assert!(!unfilled[1].filled && unfilled[1].text == "<x>", "an empty value is none");
}

#[test]
fn where_one_command_ends() {
    let count = |text: &str, language: &str| commands_in(text, language).len();
    let cases = [
        ("a\nb\n", 2),
        ("a \\\n  b \\\n  c\n", 1),
        ("a |\n  b &&\n  c\n", 1),
        ("echo 'a\nb'\nc\n", 2),
        ("cat <<'EOF'\nif\nEOF\nb\n", 2),
        ("if a; then\n  b\nfi\nwhile a\ndo\n b\ndone\n", 2),
        ("f() {\n a\n}\nf\n", 2),
        ("# only a comment\n\n", 0),
        ("echo \"it's\" # don't\nb\n", 2),
        ("x=$(a\nb)\n", 1),
        ("cat <<< word\nb\n", 2),
    ];
    for (text, expected) in cases {
        assert_eq!(count(text, "bash"), expected, "{text}");
    }
    assert_eq!(count("SELECT 1\n  FROM t;\n-- c\nSELECT ';\n';\n\\dt\n", "sql"), 3);
    assert_eq!(count("Get-X `\n -Y\nGet-Z\n", "powershell"), 2);
    assert_eq!(count("sum(\n a\n)\n/ b", "promql"), 1);
}

#[test]
fn risky_commands_are_told_with_the_reason() {
    let why = |text: &str, language: &str| Risks::default().of(text, language, 1).map(|risk| risk.why);
    let risky = [
        "kubectl -n search delete lease x",
        "kubectl delete pods --all",
        "kubectl drain n1",
        "kubectl -n a rollout restart deploy/x",
        "kubectl scale deploy x --replicas=0",
        "kubectl -n x set image deploy/a b=c",
        "helm -n x rollback y",
        "terraform apply",
        "sudo rm -rf /srv",
        "ssh db1 sudo systemctl restart x",
        "kubectl get pods -o name | xargs kubectl delete",
        "kubectl exec p -- rm -r /tmp/x",
        "psql -c 'DROP TABLE t'",
        "redis-cli FLUSHALL",
        "aws ec2 terminate-instances --instance-ids i",
        "git push origin main --force-with-lease",
        "dd if=a of=/dev/sda",
        "mkfs.ext4 /dev/sda",
        "iptables -F",
        "/sbin/reboot",
        "kill -9 12",
        "for p in a; do kubectl delete pod $p; done",
    ];
    for text in risky {
        assert!(why(text, "bash").is_some(), "{text}");
    }
    for text in [
        "kubectl get pods",
        "kubectl describe lease x",
        "kubectl delete pod x --dry-run=client",
        "echo delete",
        "git push",
        "terraform plan",
        "ls -rm",
        "grep kill x",
        "systemctl status x",
        "kubectl rollout status deploy/x",
        "aws rds describe-db-clusters",
    ] {
        assert_eq!(why(text, "bash"), None, "{text}");
    }
    assert!(why("UPDATE t SET a = 1", "sql").is_some() && why("SELECT update_time FROM t", "sql").is_none());
    assert_eq!(
        why("kubectl rollout restart deploy/x\nkubectl delete lease y", "bash").as_deref(),
        Some("Deleting a lease has no way back"),
        "the worst"
    );
}

fn commands(runbook: &Runbook) -> Vec<(bool, Vec<String>, Option<String>)> {
    let commands = runbook.blocks.iter().filter_map(|block| block.command());
    commands
        .map(|command| (command.console, command.alternatives.iter().map(|one| one.text.clone()).collect(), command.output.clone()))
        .collect()
}

#[test]
fn a_prompt_is_no_part_of_a_command() {
    for (shown, typed, printed) in [
        ("```console\n$ a b\nout\n```", "a b", Some("out")),
        ("```\n$ a b\n```", "a b", None),
        ("```bash\n$ a \\\n  b\nout\n```", "a \\\n  b", Some("out")),
        ("```sh-session\n[root@h ~]# a\n```", "a", None),
        ("```console\n# a\nout\n```", "a", Some("out")),
        ("```\nuser@host:~$ a\n```", "a", None),
        ("```\nPS C:\\> a\n```", "a", None),
    ] {
        assert_eq!(commands(&parse(shown, "x.md")), [(true, vec![typed.to_owned()], printed.map(str::to_owned))], "{shown}");
    }
}

#[test]
fn what_is_a_command_and_what_is_not() {
    let is_command = |text: &str| matches!(parse(text, "x.md").blocks[0].kind, BlockKind::Command(_));
    for text in [
        "```\nkubectl get pods\n```",
        "    curl -s x",
        "```sh\nanything\n```",
        "```\nmytool --flag x\n```",
        "```\nPOD=$(x)\n```",
        "~~~ {.bash}\nls\n~~~",
        "```{bash}\nls\n```",
    ] {
        assert!(is_command(text), "{text}");
    }
    for text in [
        "```\nNAME READY STATUS\nweb 1/1 Running\n```",
        "```yaml\na: b\n```",
        "```json\n{}\n```",
        "```\n{\"a\": 1}\n```",
        "```\nlevel=error msg=x\n```",
        "```mermaid\ngraph TD\n```",
        "```bash\n```",
    ] {
        assert!(!is_command(text), "{text}");
    }
    assert!(
        looks_like_a_command("sudo kubectl get pods")
            && looks_like_a_command("./run.sh x")
            && !looks_like_a_command("Running")
            && !looks_like_a_command("/etc/hosts")
    );
}
