//! Figures of what was really written, and that they stay true while it is written.

mod support;

use std::fs;

use sitrep_core::figures::{FiguresSpan, FiguresTable};
use sitrep_core::vocabulary::{Detection, EntryKind, MitigationState, Status, UpdateKind};
use sitrep_workstation::acts::{ActionInput, DeclareInput, MitigationInput};
use sitrep_workstation::screens::{FiguresInput, FiguresView};
use support::{Bench, Result, start};

const WEEK: FiguresInput = FiguresInput { span: FiguresSpan::Weeks { weeks: 1 }, service: None };

fn declare(bench: &Bench, line: &str, service: &str) -> Result<String> {
    let input = DeclareInput { line: line.to_owned(), services: vec![service.to_owned()], ..DeclareInput::default() };
    Ok(bench.room.declare(&input)?.handle)
}

fn send(bench: &Bench, handle: &str) -> Result {
    let mut input = bench.room.compose_input(handle, Some(UpdateKind::Initial.word()), None)?;
    input.anyway = true;
    bench.room.record_update(&bench.room.ready_update(&input)?)?;
    Ok(())
}

/// Payments fail, and an hour later they do not: acknowledged after 4 minutes, told after 25, mitigated after 41.
fn payments(bench: &Bench) -> Result<String> {
    let handle = declare(bench, "P1 Payments failing", "payments-api")?;
    bench.clock.set_minutes(4);
    bench.room.acknowledge(&handle)?;
    bench.room.note_detection(&handle, Detection::Alert)?;
    bench.clock.set_minutes(25);
    send(bench, &handle)?;
    let input = MitigationInput { action: "roll back to v312".to_owned(), ..MitigationInput::default() };
    bench.room.add_mitigation(&handle, &input)?;
    bench.clock.set_minutes(41);
    let mitigation = bench.room.mitigations(&handle)?.uses.first().map(|one| one.id).ok_or("no mitigation")?;
    bench.room.advance_mitigation(&handle, mitigation, MitigationState::Done, Some("errors fell to normal"))?;
    bench.clock.set_minutes(60);
    bench.room.resolve(&handle, Some("errors are normal"))?;
    let due = "2026-11-24".to_owned();
    bench.room.add_action(&handle, &ActionInput { text: "Test the migration".to_owned(), due, ..ActionInput::default() })?;
    Ok(handle)
}

fn minutes(view: &FiguresView) -> Vec<Option<u32>> {
    view.figures.times.rows.iter().map(|row| row.median_seconds.map(|seconds| seconds / 60)).collect()
}

#[test]
fn what_was_done_is_what_figures_show() -> Result {
    let bench = Bench::new()?;
    let handle = payments(&bench)?;

    let view = bench.room.figures(&WEEK)?;

    assert_eq!(view.days, "23 Nov 2026");
    assert_eq!(view.figures.incidents.all.incidents, [handle.as_str()]);
    assert_eq!(minutes(&view), [Some(4), None, Some(41), Some(60)]);
    let updates: Vec<_> = view.figures.updates.rows.iter().map(|row| (row.on_time, row.of)).collect();
    assert_eq!(updates, [(1, 2), (0, 0)], "the second was due at 14:55");
    assert_eq!(view.figures.detection.rows[0].count, 1);
    assert_eq!((view.figures.services.heading.text.as_str(), view.weeks_per_bar), ("payments-api leads", 1));
    assert!(view.weeks_chart.starts_with("<svg") && view.times_chart.contains("too few for a p90"));
    Ok(())
}

#[test]
fn figures_go_on_with_what_is_written_and_a_second_process_sees_the_same() -> Result {
    let bench = Bench::new()?;
    let handle = payments(&bench)?;
    bench.room.figures(&WEEK)?;
    let second = bench.second()?;

    bench.clock.set_minutes(70);
    second.reopen(&handle, Some("it came back"))?;
    bench.clock.set_minutes(24 * 60 + 6 * 60);
    let action = bench.room.action_items(&handle)?.first().map(|item| item.id).ok_or("no action")?;
    second.finish_action(&handle, action)?;

    for room in [&bench.room, &second] {
        let view = room.figures(&WEEK)?;
        assert_eq!(minutes(&view), [Some(4), None, None, None], "what did not hold is not reached");
        let actions: Vec<_> = view.figures.actions.rows.iter().map(|row| (row.on_time, row.of)).collect();
        assert_eq!(actions, [(0, 0), (0, 1), (0, 0)], "its day ended at 17:00");
    }
    Ok(())
}

/// Entries do not touch the facts, and are work all the same.
#[test]
fn an_entry_in_the_night_is_night_work_where_the_team_works() -> Result {
    let bench = Bench::new()?;
    let config = bench.folder.path().join("config");
    fs::create_dir_all(&config)?;
    fs::write(config.join("policy.toml"), "[business]\ntime_zone = \"Europe/Berlin\"\n")?;
    bench.room.reload_policy()?;
    let handle = declare(&bench, "P2 Search slow", "search")?;
    assert_eq!(bench.room.figures(&WEEK)?.figures.night.seconds, 0);

    for minute in [440, 470] {
        bench.clock.set_minutes(minute);
        bench.room.log(Some(&handle), EntryKind::Note, "looked again", None)?;
    }

    let night = bench.room.figures(&WEEK)?.figures.night;
    assert_eq!((night.zone.as_str(), night.length.as_deref()), ("Europe/Berlin", Some("35 min")), "from 22:20 there to 22:50");
    assert_eq!(night.nights[0].incidents, [handle.as_str()]);
    Ok(())
}

#[test]
fn what_was_withdrawn_or_is_of_another_service_or_time_is_left_out() -> Result {
    let bench = Bench::new()?;
    let handle = payments(&bench)?;
    let drill = declare(&bench, "P0 Everything is down", "search")?;
    bench.room.withdraw(&drill, Some("a drill"))?;

    let figures = bench.room.figures(&WEEK)?.figures;
    assert_eq!((figures.incidents.total, figures.withdrawn), (1, 1));

    let of = |service: &str, span| -> Result<u32> {
        Ok(bench.room.figures(&FiguresInput { span, service: Some(service.to_owned()) })?.figures.incidents.total)
    };
    let day = start().date_naive();
    assert_eq!((of("payments-api", WEEK.span)?, of("search", WEEK.span)?, of(" ", WEEK.span)?), (1, 0, 1));
    let before = day.pred_opt().ok_or("a day")?;
    assert_eq!(of("payments-api", FiguresSpan::Dates { from: before, to: before })?, 0);
    bench.room.set_start(&handle, "2026-11-22 23:59")?;
    assert_eq!(of("payments-api", FiguresSpan::Dates { from: before, to: before })?, 1, "it began the day before");

    let none = bench.room.figures(&FiguresInput { span: FiguresSpan::Dates { from: day, to: before }, service: None });
    assert_eq!(none.err().map(|error| error.code()), Some("bad_figures_span"));
    Ok(())
}

#[test]
fn a_table_can_be_taken_along() -> Result {
    let bench = Bench::new()?;
    payments(&bench)?;
    let times = bench.room.figures_csv(&WEEK, FiguresTable::Times)?;
    assert_eq!(
        times,
        "milestone,median_seconds,p90_seconds,counted,without\r\nacknowledge,240,,1,0\r\nidentify,,,0,1\r\nmitigate,2460,,1,0\r\nresolve,3600,,1,0\r\n"
    );
    let all = bench.room.figures_csv(&WEEK, FiguresTable::All)?;
    assert!(all.starts_with("table,row,column,value\r\nweeks,2026-11-23,P0,0\r\n"), "{all}");
    Ok(())
}

#[test]
fn figures_are_told_from_a_status_that_was_never_entered_as_without_it() -> Result {
    let bench = Bench::new()?;
    let handle = declare(&bench, "P2 Search slow", "search")?;
    bench.clock.set_minutes(10);
    bench.room.set_status(&handle, Status::Identified, None)?;
    let row = |view: &FiguresView, place: usize| (view.figures.times.rows[place].counted, view.figures.times.rows[place].without);
    let view = bench.room.figures(&WEEK)?;
    assert_eq!((row(&view, 1), row(&view, 2)), ((1, 0), (0, 1)));
    Ok(())
}
