//! The clocks of a second: of whom they are asked, and what is due next.

mod support;

use std::collections::BTreeSet;

use sitrep_workstation::acts::ActionInput;
use sitrep_workstation::screens::Clocks;
use support::{Bench, Result};

fn handles(clocks: &Clocks) -> Vec<&str> {
    clocks.incidents.iter().map(|incident| incident.handle.as_str()).collect()
}

#[test]
fn what_is_snoozed_hides_no_other() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let next =
        || -> Result<String> { Ok(bench.room.clocks_of_first(1)?.incidents[0].next.as_ref().expect("something is due").key.clone()) };
    let keys: Vec<String> = bench.room.clocks_of_first(1)?.incidents[0].deadlines.iter().map(|deadline| deadline.key.clone()).collect();
    assert_eq!(next()?, keys[0]);

    bench.room.snooze(&handle, &keys[0], None, None)?;
    bench.clock.set_minutes(60);
    assert_eq!(next()?, keys[1], "what is silenced is known, however late it is");
    let due = bench.room.clocks_of_first(1)?.incidents[0].deadlines[1].due_at;
    assert_eq!(bench.room.next_due()?, Some(due), "the same rule over all incidents");

    for key in &keys[1..] {
        bench.room.snooze(&handle, key, None, Some("told by hand"))?;
    }
    assert_eq!(next()?, keys[0], "all are silenced");
    Ok(())
}

#[test]
fn clocks_are_of_those_that_were_asked_for() -> Result {
    let bench = Bench::new()?;
    let search = bench.declare("P2 Search down")?;
    let payments = bench.declare("P1 Payments failing")?;
    bench.declare("P0 Everything down")?;
    let asked = [search.clone(), payments.clone(), "nobody-knows-it".to_owned()];

    let clocks = bench.room.clocks_of(&BTreeSet::from(asked))?;

    assert_eq!(handles(&clocks), [payments, search], "the worst first");
    assert_eq!(clocks.utc, "14:00:00");
    assert_eq!(bench.room.clocks_of(&BTreeSet::new())?, Clocks { utc: "14:00:00".to_owned(), incidents: vec![] });
    Ok(())
}

#[test]
fn what_presses_is_found_behind_what_does_not() -> Result {
    let bench = Bench::new()?;
    let review = bench.declare("P1 Payments failing")?;
    let item = bench.declare("P3 Typo in the footer")?;
    for handle in [&review, &item] {
        bench.room.resolve(handle, Some("fixed"))?;
    }
    let input =
        ActionInput { text: "Backfill".to_owned(), owner: Some("bo".to_owned()), priority: None, due: "tomorrow".to_owned(), kind: None };
    bench.room.add_action(&item, &input)?;
    assert_eq!(handles(&bench.room.clocks_of_first(1)?), [review]);
    assert_eq!(handles(&bench.room.clocks_of_live(1)?), Vec::<&str>::new());

    bench.clock.set_minutes(1200);

    assert_eq!(handles(&bench.room.clocks_of_live(1)?), [item]);
    Ok(())
}
