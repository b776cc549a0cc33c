//! What is declared twice within minutes is offered the first.

mod support;

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
