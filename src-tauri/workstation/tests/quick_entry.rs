//! Where a line of quick entry goes: where its door showed it, whatever happens meanwhile.

mod support;

use sitrep_core::vocabulary::EntryKind;
use sitrep_workstation::acts::QuickAim;
use sitrep_workstation::{Error, Workstation};
use support::{Bench, Result};

fn code<T>(done: std::result::Result<T, Error>) -> &'static str {
    done.map_or_else(|error| error.code(), |_| "done")
}

fn texts(room: &Workstation, handle: &str) -> Result<Vec<String>> {
    Ok(room.timeline(Some(handle))?.into_iter().skip(1).map(|row| row.text).collect())
}

#[test]
fn a_line_goes_where_it_was_shown_whoever_writes_meanwhile() -> Result {
    let bench = Bench::new()?;
    let payments = bench.declare("P1 Payments failing")?;
    bench.clock.set_minutes(1);
    let search = bench.declare("P2 Search is slow")?;
    let shown = bench.room.aim_quick_entry(None)?;
    assert_eq!(shown.handle(), Some(search.as_str()), "the one last touched");

    bench.clock.set_minutes(2);
    bench.second()?.log(Some(&payments), EntryKind::Note, "from the terminal", None)?;
    let preview = bench.room.preview_quick_entry("rolled back", &shown, |_| String::new())?;
    let done = bench.room.submit_quick_entry("rolled back", &preview.aim, &[])?;

    assert_eq!(preview.target.map(|target| target.handle), Some(search.clone()), "typing on moves nothing");
    assert_eq!(
        (done.handle.as_str(), done.title.as_str(), done.message.as_str()),
        (search.as_str(), "Search is slow", "Logged at 14:02 UTC")
    );
    assert_eq!(texts(&bench.room, &search)?, ["rolled back"]);
    Ok(())
}

#[test]
fn a_line_that_was_shown_as_a_declaration_declares() -> Result {
    let bench = Bench::new()?;
    let shown = bench.room.aim_quick_entry(None)?;
    assert_eq!(shown, QuickAim::Declaring);

    let meanwhile = bench.second()?;
    let other = meanwhile.submit_quick_entry("P1 Payments failing", &meanwhile.aim_quick_entry(None)?, &[])?;
    assert_eq!(code(bench.room.submit_quick_entry("rolled back", &shown, &[])), "severity_missing", "it is logged nowhere");
    assert_eq!(code(bench.room.submit_quick_entry("/status mitigating", &shown, &[])), "none_active");
    let done = bench.room.submit_quick_entry("P2 Search is slow", &shown, &[])?;

    assert!(done.declared && done.handle != other.handle);
    assert!(texts(&bench.room, &other.handle)?.is_empty());
    Ok(())
}

#[test]
fn an_incident_that_ended_meanwhile_takes_no_line_unseen() -> Result {
    let bench = Bench::new()?;
    let payments = bench.declare("P1 Payments failing")?;
    bench.clock.set_minutes(1);
    let search = bench.declare("P2 Search is slow")?;
    let shown = bench.room.aim_quick_entry(None)?;

    bench.second()?.resolve(&search, Some("a drill"))?;
    let refused = bench.room.submit_quick_entry("rolled back", &shown, &[]).err().ok_or("it was logged")?;
    let preview = bench.room.preview_quick_entry("rolled back", &shown, |_| String::new())?;

    assert_eq!(refused.to_string(), "Nothing was recorded: P2 Search is slow is over by now.");
    assert!(!preview.ready && preview.problem.is_some(), "it is said before Enter, too");
    assert!(texts(&bench.room, &payments)?.is_empty(), "nor does it go to the other");
    assert_eq!(bench.room.next_quick_target(shown.handle(), false)?.map(|next| next.handle), Some(payments));

    let named = bench.room.preview_quick_entry("rolled back #search", &shown, |_| String::new())?;
    assert!(named.ready && named.hint.is_some(), "whoever names it means it, and sees that it is over: {named:?}");
    assert_eq!(bench.room.submit_quick_entry("rolled back #search", &named.aim, &[])?.handle, search);
    Ok(())
}

#[test]
fn a_part_of_a_handle_means_what_it_was_shown_to_mean() -> Result {
    let bench = Bench::new()?;
    let first = bench.declare("P1 Payments failing")?;
    bench.clock.set_minutes(1);
    bench.declare("P2 Search is slow")?;
    let preview = bench.room.preview_quick_entry("saw it #paym", &bench.room.aim_quick_entry(None)?, |_| String::new())?;
    assert_eq!(preview.aim.handle(), Some(first.as_str()));

    bench.declare("P3 Payments page looks odd")?;

    assert_eq!(bench.room.submit_quick_entry("saw it #paym", &preview.aim, &[])?.handle, first);
    let unseen = bench.room.submit_quick_entry("saw it #paym", &QuickAim::Declaring, &[]);
    assert_eq!(code(unseen), "ambiguous_incident", "where nothing was shown it is asked");
    Ok(())
}

#[test]
fn what_sitrep_does_by_itself_changes_no_aim() -> Result {
    let bench = Bench::new()?;
    let payments = bench.declare("P1 Payments failing")?;
    bench.clock.set_minutes(1);
    let search = bench.declare("P3 Search is slow")?;
    let config = support::folders(bench.folder.path()).config;
    std::fs::create_dir_all(&config)?;
    std::fs::write(config.join("policy.toml"), "escalate_automatically = true\n[severity.P1]\nupdate_every_minutes = 20\n")?;

    bench.clock.set_minutes(2);
    bench.room.reload_policy()?;
    assert!(texts(&bench.room, &payments)?.iter().any(|text| text.starts_with("Policy changed")), "it is on the timeline");
    assert_eq!(bench.room.aim_quick_entry(None)?.handle(), Some(search.as_str()), "after news of the policy");
    bench.clock.set_minutes(130);
    bench.room.claim_due_reminders()?;
    assert_eq!(bench.room.find(Some(&payments))?.summary.severity, sitrep_core::vocabulary::Severity::P0, "raised by the policy");
    assert_eq!(bench.room.aim_quick_entry(None)?.handle(), Some(search.as_str()), "after it was raised");

    bench.room.acknowledge(&payments)?;
    assert_eq!(bench.room.aim_quick_entry(None)?.handle(), Some(payments.as_str()), "a person did that");
    Ok(())
}

#[test]
fn what_was_logged_is_named_for_undo() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let done = bench.enter("rolled back")?;
    bench.second()?.log(Some(&handle), EntryKind::Note, "from the terminal", None)?;

    bench.room.remove_entry(&handle, done.entry.ok_or("no entry is named")?)?;

    assert_eq!(texts(&bench.room, &handle)?, ["from the terminal"]);
    assert_eq!(bench.enter("/status identified")?.entry, None, "what is no entry is not undone as one");
    Ok(())
}
