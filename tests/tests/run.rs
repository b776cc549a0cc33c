//! `sitrep run`: the command has the terminal as if nothing stood in between, and is on the timeline afterwards.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Output, Stdio};

use rusqlite::Connection;
use serde_json::Value;
use sitrep_tests::process::signal;
use sitrep_tests::pty::{Ended, OnTerminal, ending};
use sitrep_tests::wait::until;
use sitrep_tests::{Failure, Outcome, binaries};

/// Without and with a look at the output.
const BOTH: [&[&str]; 2] = [&[], &["--keep"]];

/// Folders of its own, with nothing of a desktop.
struct Room(tempfile::TempDir);

impl Room {
    fn empty() -> Outcome<Self> {
        Ok(Self(tempfile::tempdir()?))
    }

    fn with_incident() -> Outcome<Self> {
        let room = Self::empty()?;
        let declared = room.sitrep(&["declare", "P1 Payments failing"])?.output()?;
        assert!(declared.status.success(), "{declared:?}");
        Ok(room)
    }

    /// With every signal as at a login, whatever the tests were started from.
    fn sitrep(&self, words: &[&str]) -> Outcome<Command> {
        let mut command = Command::new("env");
        command.arg("--default-signal").arg(binaries::command_line()?).args(words);
        self.furnish(&mut command);
        Ok(command)
    }

    fn furnish(&self, command: &mut Command) {
        command.env("SITREP_DATA_DIR", self.0.path().join("data")).env("SITREP_CONFIG_DIR", self.0.path().join("config"));
        command.env("LC_ALL", "C.UTF-8").env("TERM", "xterm");
    }

    fn run(&self, how: &[&str], command: &[&str]) -> Outcome<Command> {
        self.sitrep(&[&["run"], how, &["--"], command].concat())
    }

    fn shell(&self, how: &[&str], script: &str) -> Outcome<Command> {
        self.run(how, &["sh", "-c", script])
    }

    fn on_terminal(&self, how: &[&str], command: &[&str]) -> Outcome<OnTerminal> {
        OnTerminal::start(self.run(how, command)?)
    }

    fn rows(&self) -> Outcome<Vec<Value>> {
        let answer = self.sitrep(&["timeline", "--json"])?.output()?;
        Ok(serde_json::from_slice::<Vec<Value>>(&answer.stdout)?)
    }

    /// The words and the kept lines of the last command on the timeline.
    fn logged(&self) -> Outcome<(String, Vec<String>)> {
        let rows = self.rows()?;
        let row = rows.iter().rfind(|row| row["kind"] == "command").ok_or_else(|| Failure::new(format!("no command in {rows:?}")))?;
        let kept = row["kept"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
        Ok((row["text"].as_str().unwrap_or_default().to_owned(), kept))
    }
}

/// Starts it as the leader of a group, as a shell does, and waits until it says that it is ready.
fn ready(mut command: Command) -> Outcome<Child> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).process_group(0).spawn()?;
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().ok_or_else(|| Failure::new("no pipe"))?).read_line(&mut line)?;
    if line == "ready\n" { Ok(child) } else { Err(Failure::new(format!("it said {line:?}"))) }
}

/// Its input stays open meanwhile; an end of that would end it, too.
fn ended(child: &mut Child) -> Outcome<Ended> {
    let input = child.stdin.take();
    let status = child.wait()?;
    drop(input);
    Ok(ending(status))
}

/// As the terminal does for Ctrl+C.
fn interrupt_group(leader: u32) -> Outcome {
    Command::new("sh").arg("-c").arg(format!("kill -INT -{leader}")).status()?;
    Ok(())
}

fn out(output: &Output) -> (String, String) {
    (String::from_utf8_lossy(&output.stdout).into_owned(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn the_exit_code_is_the_commands() -> Outcome {
    let room = Room::with_incident()?;
    for how in BOTH {
        for code in [0, 3, 255] {
            let output = room.shell(how, &format!("exit {code}"))?.output()?;
            assert_eq!((output.status.code(), out(&output)), (Some(code), (String::new(), String::new())), "{how:?}");
            assert!(room.logged()?.0.starts_with(&format!("ran sh -c 'exit {code}': exit {code} after ")), "{:?}", room.logged()?);
        }
    }
    Ok(())
}

#[test]
fn what_cannot_be_started_ends_as_in_a_shell() -> Outcome {
    let room = Room::with_incident()?;
    let plain = room.0.path().join("plain");
    fs::write(&plain, "not a program")?;
    let plain = plain.display().to_string();
    for how in BOTH {
        for (command, code, why) in [("no-such-program", 127, "command not found"), (plain.as_str(), 126, "not executable")] {
            let output = room.run(how, &[command])?.output()?;
            assert_eq!((output.status.code(), out(&output).1), (Some(code), format!("sitrep: {command}: {why}\n")));
            assert_eq!(room.logged()?.0, format!("tried {command}: {why}"));
        }
        let output = room.run(how, &["echo a | wc"])?.output()?;
        assert!(out(&output).1.contains("sitrep run -- sh -c 'LINE'"), "{output:?}");
    }
    Ok(())
}

#[test]
fn a_command_ended_by_a_signal_ends_sitrep_by_the_same() -> Outcome {
    let room = Room::with_incident()?;
    for how in BOTH {
        for (name, number) in [("KILL", 9), ("TERM", 15), ("SEGV", 11), ("PIPE", 13)] {
            let status = room.shell(how, &format!("kill -{name} $$"))?.status()?;
            assert_eq!(ending(status), Ended::Signal(number), "{how:?}");
            assert!(room.logged()?.0.contains(&format!("ended by SIG{name} after")), "{:?}", room.logged()?);
        }
    }
    Ok(())
}

#[test]
fn ctrl_c_reaches_the_command_and_sitrep_lives_to_log_it() -> Outcome {
    let room = Room::with_incident()?;
    for how in BOTH {
        let mut child = ready(room.shell(how, "trap 'exit 5' INT; echo ready; read answer")?)?;
        interrupt_group(child.id())?;
        assert_eq!(ended(&mut child)?, Ended::Code(5), "{how:?}");
        assert!(room.logged()?.0.contains(": exit 5 after"), "{:?}", room.logged()?);
        let mut untrapped = ready(room.shell(how, "echo ready; read answer")?)?;
        interrupt_group(untrapped.id())?;
        assert_eq!(ended(&mut untrapped)?, Ended::Signal(2), "{how:?}");
        assert!(room.logged()?.0.contains("ended by SIGINT after"), "{:?}", room.logged()?);
    }
    Ok(())
}

#[test]
fn a_signal_sent_to_sitrep_reaches_the_command() -> Outcome {
    let room = Room::with_incident()?;
    for how in BOTH {
        for name in ["TERM", "HUP"] {
            let mut child = ready(room.shell(how, &format!("trap 'exit 7' {name}; echo ready; read answer"))?)?;
            signal(name, &[child.id()])?;
            assert_eq!(ended(&mut child)?, Ended::Code(7), "{how:?} {name}");
            assert!(room.logged()?.0.contains(": exit 7 after"), "{:?}", room.logged()?);
        }
    }
    Ok(())
}

#[test]
fn what_was_ignored_before_stays_ignored() -> Outcome {
    let room = Room::with_incident()?;
    let script = "grep SigIgn /proc/self/status";
    let mut nohup = Command::new("sh");
    nohup.args(["-c", "trap '' HUP; exec \"$@\"", "sh"]).arg(binaries::command_line()?).args(["run", "--", "sh", "-c", script]);
    room.furnish(&mut nohup);
    let ignored = |output: &Output| u64::from_str_radix(out(output).0.trim().trim_start_matches("SigIgn:\t"), 16).map(|mask| mask & 1);
    assert_eq!(ignored(&nohup.output()?)?, 1);
    assert_eq!(ignored(&room.shell(&[], script)?.output()?)?, 0, "and only then");
    Ok(())
}

#[test]
fn a_pager_pages_and_quits() -> Outcome {
    let room = Room::with_incident()?;
    let file = room.0.path().join("long");
    fs::write(&file, (1..=200).map(|line| format!("line {line}.\n")).collect::<String>())?;
    for how in BOTH {
        let mut pager = room.on_terminal(how, &["less", &file.display().to_string()])?;
        pager.wait_for("line 1.")?;
        pager.wait_for("line 23.")?;
        assert!(!pager.printed().contains("line 24."), "a page: {}", pager.printed());
        pager.type_text(" ")?;
        pager.wait_for("line 46.")?;
        pager.type_text("q")?;
        assert_eq!(pager.ended()?, Ended::Code(0));
        let (text, kept) = room.logged()?;
        assert!(text.contains("long: exit 0 after"), "{text}");
        assert!(!kept.iter().any(|line| line.contains("line")), "what a pager drew is gone with it: {kept:?}");
    }
    Ok(())
}

#[test]
fn a_prompt_gets_its_answer_and_a_terminal_is_seen() -> Outcome {
    let room = Room::with_incident()?;
    let script = "test -t 0 && test -t 1 && test -t 2 && printf '\\033[31mName?\\033[0m '; read name; echo \"hello $name\"; exit 4";
    for how in BOTH {
        let mut prompt = room.on_terminal(how, &["sh", "-c", script])?;
        prompt.wait_for("\u{1b}[31mName?\u{1b}[0m ")?;
        prompt.type_text("ana\n")?;
        prompt.wait_for("ana\r\nhello ana\r\n")?;
        assert_eq!(prompt.ended()?, Ended::Code(4), "{how:?}");
        assert!(!prompt.printed().contains("ana\r\nana"), "typed once, shown once: {:?}", prompt.printed());
    }
    assert_eq!(room.logged()?.1, ["Name? ana", "hello ana"]);
    Ok(())
}

#[test]
fn ctrl_c_on_a_terminal_ends_the_command() -> Outcome {
    let room = Room::with_incident()?;
    for how in BOTH {
        let mut waiting = room.on_terminal(how, &["sh", "-c", "echo ready; exec sleep 1000"])?;
        waiting.wait_for("ready")?;
        waiting.type_text("\u{3}")?;
        assert_eq!(waiting.ended()?, Ended::Signal(2), "{how:?}");
        assert!(room.logged()?.0.contains("ended by SIGINT after"), "{:?}", room.logged()?);
    }
    Ok(())
}

#[test]
fn ctrl_z_gives_the_shell_back_and_fg_goes_on() -> Outcome {
    let room = Room::with_incident()?;
    for how in BOTH {
        let sitrep = room.run(how, &["sh", "-c", "trap \"echo goes-on\" CONT; echo up; while :; do read answer; done"])?;
        let words: Vec<String> = sitrep.get_args().map(|word| format!("'{}'", word.to_string_lossy())).collect();
        let mut bash = Command::new("env");
        bash.args(["--default-signal", "bash", "--norc", "--noprofile", "-i"]).env("PS1", "ready> ");
        room.furnish(&mut bash);
        let mut shell = OnTerminal::start(bash)?;
        shell.wait_for("ready> ")?;
        shell.type_text(&format!("{} {}\n", sitrep.get_program().display(), words.join(" ")))?;
        shell.wait_for("\rup\r\n")?;
        shell.forget();
        shell.type_text("\u{1a}")?;
        shell.wait_for("Stopped")?;
        shell.wait_for("ready> ")?;
        shell.forget();
        shell.type_text("fg\n")?;
        shell.wait_for("goes-on\r\n")?;
        shell.type_text("\u{3}")?;
        shell.wait_for("ready> ")?;
        shell.forget();
        shell.type_text("exit 9\n")?;
        assert_eq!(shell.ended()?, Ended::Code(9));
        assert!(room.logged()?.0.contains("ended by SIGINT after"), "{how:?} {:?}", room.logged()?);
    }
    Ok(())
}

#[test]
fn the_windows_size_is_the_commands_and_follows() -> Outcome {
    let room = Room::with_incident()?;
    for how in BOTH {
        let script = "trap 'stty size; kill $!; exit 0' WINCH; stty size; sleep 1000 & echo ready; wait";
        let mut sized = room.on_terminal(how, &["bash", "-c", script])?;
        sized.wait_for("24 80\r\nready")?;
        sized.resize(33, 101)?;
        sized.wait_for("33 101")?;
        assert_eq!(sized.ended()?, Ended::Code(0), "{how:?}");
    }
    Ok(())
}

#[test]
fn the_terminal_is_given_back_when_sitrep_is_told_to_end() -> Outcome {
    let room = Room::with_incident()?;
    let mut waiting = room.on_terminal(&["--keep"], &["sh", "-c", "echo ready; exec sleep 1000"])?;
    waiting.wait_for("ready")?;
    assert!(!waiting.is_cooked()?, "keys go straight through");
    signal("TERM", &[waiting.id()])?;
    assert_eq!(waiting.ended()?, Ended::Signal(15));
    assert!(waiting.is_cooked()?);
    Ok(())
}

#[test]
fn pipes_go_through_apart() -> Outcome {
    let room = Room::with_incident()?;
    for how in BOTH {
        let mut child =
            room.shell(how, "cat; echo aside >&2; exit 2")?.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        let sent: Vec<u8> = (0..300_000_u32).flat_map(u32::to_le_bytes).collect();
        let mut pipe = child.stdin.take().ok_or_else(|| Failure::new("no pipe"))?;
        let writer = std::thread::spawn({
            let sent = sent.clone();
            move || pipe.write_all(&sent)
        });
        let output = child.wait_with_output()?;
        writer.join().map_err(|_| Failure::new("the writer broke"))??;
        assert!(output.stdout == sent, "{how:?}: every byte, as it was");
        assert_eq!((output.status.code(), out(&output).1.as_str()), (Some(2), "aside\n"));
    }
    assert!(room.logged()?.1.last().is_some_and(|line| line.ends_with("aside")));
    Ok(())
}

#[test]
fn a_reader_that_goes_away_ends_the_command() -> Outcome {
    let room = Room::with_incident()?;
    for how in BOTH {
        let mut child = room.run(how, &["yes"])?.stdout(Stdio::piped()).spawn()?;
        let mut some = [0; 10];
        child.stdout.take().ok_or_else(|| Failure::new("no pipe"))?.read_exact(&mut some)?;
        assert_eq!(ending(child.wait()?), Ended::Signal(13), "{how:?}");
    }
    Ok(())
}

#[test]
fn a_gigabyte_goes_through_in_little_memory() -> Outcome {
    let room = Room::with_incident()?;
    let peak = |kept: &[String]| -> Outcome<u64> {
        let line = kept.last().ok_or_else(|| Failure::new("nothing was kept"))?;
        Ok(line.split_whitespace().nth(1).unwrap_or_default().parse()?)
    };
    let script = "head -c 1G /dev/zero | tr '\\0' x; echo; grep VmHWM /proc/$PPID/status";
    let status = room.shell(&["--keep", "2"], script)?.stdout(Stdio::null()).status()?;
    assert_eq!(ending(status), Ended::Code(0));
    let kilobytes = peak(&room.logged()?.1)?;
    assert!((1..40_000).contains(&kilobytes), "{kilobytes} KB");

    let mut shown =
        room.on_terminal(&["--keep", "1"], &["sh", "-c", "head -c 32M /dev/zero | tr '\\0' x; echo; grep VmHWM /proc/$PPID/status"])?;
    assert_eq!(shown.ended()?, Ended::Code(0));
    let kilobytes = peak(&room.logged()?.1)?;
    assert!((1..40_000).contains(&kilobytes), "{kilobytes} KB on a terminal");
    assert!(shown.printed().len() > 32 << 20, "all of it came through");
    Ok(())
}

#[test]
fn secrets_are_shown_to_the_person_and_kept_from_the_timeline() -> Outcome {
    let room = Room::with_incident()?;
    let token = "ghp_0123456789abcdefghijABCDEFGHIJ012345";
    let output = room.run(&["--keep"], &["echo", "token", token])?.output()?;
    assert_eq!(out(&output).0, format!("token {token}\n"));
    let (text, kept) = room.logged()?;
    assert!(text.starts_with("ran echo token '(removed)': exit 0") || text.starts_with("ran echo token (removed): exit 0"), "{text}");
    assert_eq!(kept, ["token (removed)"]);
    let stored = fs::read(room.0.path().join("data/sitrep.db"))?;
    let log = fs::read(room.0.path().join("data/sitrep.db-wal")).unwrap_or_default();
    assert!(![stored, log].concat().windows(token.len()).any(|part| part == token.as_bytes()), "it is nowhere in the file");
    Ok(())
}

#[test]
fn the_last_lines_are_kept_as_many_as_wanted() -> Outcome {
    let room = Room::with_incident()?;
    let kept = |how: &[&str]| -> Outcome<Vec<String>> {
        room.run(how, &["seq", "30"])?.stdout(Stdio::null()).status()?;
        Ok(room.logged()?.1)
    };
    assert_eq!(kept(&[])?, Vec::<String>::new());
    assert_eq!(kept(&["--keep"])?, (11..=30).map(|line| line.to_string()).collect::<Vec<_>>());
    assert_eq!(kept(&["--keep", "2"])?, ["29", "30"]);
    Ok(())
}

#[test]
fn without_an_incident_the_command_still_runs() -> Outcome {
    let room = Room::empty()?;
    for how in BOTH {
        let output = room.shell(how, "echo done; exit 3")?.output()?;
        assert_eq!(output.status.code(), Some(3));
        assert_eq!(out(&output), ("done\n".to_owned(), "sitrep: Nothing was recorded: no incident is active.\n".to_owned()));
    }
    Ok(())
}

#[test]
fn with_the_database_locked_the_exit_code_is_still_the_commands() -> Outcome {
    let room = Room::with_incident()?;
    let lock = Connection::open(room.0.path().join("data/sitrep.db"))?;
    lock.execute_batch("BEGIN IMMEDIATE")?;
    let output = room.shell(&[], "exit 3")?.output()?;
    assert_eq!(output.status.code(), Some(3));
    let said = out(&output).1;
    assert!(said.starts_with("sitrep: Nothing was recorded: another program has locked") && said.lines().count() == 1, "{said}");
    Ok(())
}

#[test]
fn a_command_counts_as_the_response_and_stands_in_the_next_update() -> Outcome {
    let room = Room::with_incident()?;
    room.run(&[], &["true"])?.status()?;
    let update = room.sitrep(&["update", "--kind", "status", "--anyway"])?.output()?;
    assert!(out(&update).0.contains("ran `true`: exit 0 after"), "{update:?}");
    let deadlines = room.sitrep(&["deadlines", "--json"])?.output()?;
    let all: Vec<Value> = serde_json::from_slice(&deadlines.stdout)?;
    let response = all.iter().find(|deadline| deadline["kind"] == "response").ok_or_else(|| Failure::new(format!("{all:?}")))?;
    until("the response to be met", || Ok(response["state"] == "met"))
}
