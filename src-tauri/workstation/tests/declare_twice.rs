//! What is declared twice within minutes is offered the first.

mod support;

use std::sync::Barrier;
use std::thread;

use sitrep_core::vocabulary::Severity;
use sitrep_workstation::Error;
use sitrep_workstation::acts::DeclareInput;
use support::{Bench, Result};

fn input(line: &str) -> DeclareInput {
    DeclareInput { line: line.to_owned(), ..DeclareInput::default() }
}

/// The handle of the first, where a second was refused for it.
fn first_offered(bench: &Bench, line: &str) -> Option<String> {
    match bench.room.declare(&input(line)) {
        Err(Error::DeclaredAlready(first)) => Some(first.handle),
        _ => None,
    }
}

#[test]
fn the_same_title_is_refused_with_the_first_and_declared_when_another_is_meant() -> Result {
    let bench = Bench::new()?;
    let first = bench.declare("P1 Payments failing")?;
    for line in ["P1 Payments failing", "P2 payments  FAILING", "p0 Payments failing "] {
        assert_eq!(first_offered(&bench, line).as_ref(), Some(&first), "{line}");
    }
    assert_eq!(bench.room.list()?.len(), 1);
    let preview = bench.room.preview_declaration(&input("P1 payments failing"), |_| String::new())?;
    assert_eq!(preview.already.map(|already| already.handle), Some(first.clone()));

    let second = bench.room.declare(&DeclareInput { anyway: true, ..input("P1 Payments failing") })?.handle;
    assert_ne!(first, second);
    bench.declare("P1 Payments failing in the EU")?;
    Ok(())
}

#[test]
fn what_became_worse_is_offered_to_be_raised() -> Result {
    let bench = Bench::new()?;
    let first = bench.declare("P2 Payments failing")?;
    for (line, raise_to) in [
        ("P1 Payments failing", Some(Severity::P1)),
        ("P0 payments failing", Some(Severity::P0)),
        ("P2 Payments failing", None),
        ("P3 Payments failing", None),
    ] {
        let preview = bench.room.preview_declaration(&input(line), |_| String::new())?;
        assert_eq!(preview.already.and_then(|already| already.raise_to), raise_to, "{line}");
        let Err(Error::DeclaredAlready(offered)) = bench.room.declare(&input(line)) else { return Err(line.into()) };
        assert_eq!((offered.handle, offered.raise_to), (first.clone(), raise_to), "{line}");
    }
    bench.room.resolve(&first, Some("checked by hand"))?;
    let preview = bench.room.preview_declaration(&input("P0 Payments failing"), |_| String::new())?;
    assert_eq!(preview.already.map(|already| already.raise_to), Some(None), "what is over is not raised");
    Ok(())
}

#[test]
fn of_two_who_declare_at_the_same_moment_one_is_offered_the_others() -> Result {
    for round in 0..10 {
        let bench = Bench::new()?;
        let rooms = [bench.second()?, bench.second()?];
        let start = Barrier::new(rooms.len());
        let declared = thread::scope(|scope| {
            let declaring = rooms.each_ref().map(|room| {
                scope.spawn(|| {
                    start.wait();
                    room.declare(&input("P1 Payments failing")).is_ok()
                })
            });
            declaring.into_iter().filter_map(|one| one.join().ok()).filter(|done| *done).count()
        });
        assert_eq!((declared, bench.room.list()?.len()), (1, 1), "round {round}");
    }
    Ok(())
}

#[test]
fn a_live_one_counts_however_old_and_one_that_ended_for_minutes() -> Result {
    let bench = Bench::new()?;
    let first = bench.declare("P1 Payments failing")?;
    bench.clock.set_minutes(600);
    assert_eq!(first_offered(&bench, "P1 Payments failing"), Some(first.clone()), "it goes on");
    bench.room.resolve(&first, Some("checked by hand"))?;
    let second = bench.declare("P1 Payments failing")?;
    bench.clock.set_minutes(605);
    bench.room.resolve(&second, Some("a false alarm"))?;
    assert_eq!(first_offered(&bench, "P1 Payments failing"), Some(second), "declared five minutes ago");
    bench.clock.set_minutes(615);
    bench.declare("P1 Payments failing")?;
    Ok(())
}

#[test]
fn quick_entry_says_so_while_it_is_typed_and_keeps_the_line() -> Result {
    let bench = Bench::new()?;
    let first = bench.declare("P1 Payments failing")?;
    let aim = bench.room.aim_quick_entry(None)?;
    let preview = bench.room.preview_quick_entry("/declare P1 payments failing", &aim, |_| String::new())?;
    assert!(!preview.ready);
    assert!(preview.problem.is_some_and(|problem| problem.message.contains(&first)));
    assert_eq!(bench.enter("/declare P1 payments failing").err().map(|error| error.code()), Some("declared_already"));
    Ok(())
}
