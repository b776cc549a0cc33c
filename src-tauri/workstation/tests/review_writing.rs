//! Writing the review through the workstation: two doors at once, whys, ideas, marks, and its end.

mod support;

use sitrep_core::vocabulary::{MomentMarker, ReviewField};
use sitrep_workstation::Error;
use sitrep_workstation::acts::{ActionEdit, ActionInput, PartInput, WhyInput, WhyStep};
use sitrep_workstation::screens::{ReviewScreen, ReviewStatus};
use support::{Bench, Result};

fn code<T>(done: std::result::Result<T, Error>) -> &'static str {
    done.err().map_or("", |error| error.code())
}

fn part(field: ReviewField, text: &str, saw: Option<sitrep_core::vocabulary::EventId>) -> PartInput {
    PartInput { field, text: text.to_owned(), saw }
}

fn text_of(screen: &ReviewScreen, field: &ReviewField) -> String {
    screen.parts.iter().find(|part| part.field == *field).map(|part| part.text.clone()).unwrap_or_default()
}

fn resolved(bench: &Bench) -> Result<String> {
    let handle = bench.declare("P1 Payments failing")?;
    bench.room.resolve(&handle, Some("rolled back"))?;
    Ok(handle)
}

#[test]
fn whoever_did_not_see_the_other_version_is_told_and_both_stay() -> Result {
    let bench = Bench::new()?;
    let handle = resolved(&bench)?;
    let first = bench.room.write_review_part(&handle, &part(ReviewField::Summary, "first", None))?;
    bench.room.edit_review(&handle, &ReviewField::Summary, "from a terminal")?;

    assert_eq!(code(bench.room.write_review_part(&handle, &part(ReviewField::Summary, "mine", first))), "written_meanwhile");
    assert_eq!(text_of(&bench.room.review_screen(&handle)?, &ReviewField::Summary), "from a terminal");

    let stands =
        bench.room.review_screen(&handle)?.parts.iter().find(|part| part.field == ReviewField::Summary).and_then(|part| part.version);
    bench.room.write_review_part(&handle, &part(ReviewField::Summary, "from a terminal\n\nmine", stands))?;
    let versions = bench.room.review_versions(&handle)?;
    assert_eq!(versions.iter().map(|version| version.number).collect::<Vec<_>>(), [3, 2, 1]);
    assert!(versions[0].stands && !versions[1].stands);

    bench.room.bring_back_version(&handle, versions[2].id)?;
    assert_eq!(text_of(&bench.room.review_screen(&handle)?, &ReviewField::Summary), "first");
    Ok(())
}

#[test]
fn the_same_text_twice_is_one_version() -> Result {
    let bench = Bench::new()?;
    let handle = resolved(&bench)?;

    bench.room.edit_review(&handle, &ReviewField::Lucky, "somebody looked")?;
    bench.room.edit_review(&handle, &ReviewField::Lucky, "somebody looked\n")?;

    assert_eq!(bench.room.review_versions(&handle)?.len(), 1);
    Ok(())
}

#[test]
fn a_section_of_the_teams_own_is_written_once_the_team_names_it() -> Result {
    let bench = Bench::new()?;
    let handle = resolved(&bench)?;
    let own = ReviewField::Own("customer_voice".to_owned());
    assert_eq!(code(bench.room.edit_review(&handle, &own, "It was slow")), "unknown_review_part");

    std::fs::create_dir_all(bench.room.review_sections_path().parent().ok_or("no folder")?)?;
    std::fs::write(bench.room.review_sections_path(), "[[section]]\nname = \"customer_voice\"\ntitle = \"What customers said\"\n")?;
    bench.room.edit_review(&handle, &own, "It was slow")?;

    assert!(bench.room.review_document(&handle)?.contains("## What customers said\n\nIt was slow"));
    Ok(())
}

#[test]
fn whys_are_added_moved_linked_and_taken_out() -> Result {
    let bench = Bench::new()?;
    let handle = resolved(&bench)?;
    let add = |text: &str, under| bench.room.add_why(&handle, &WhyInput { text: text.to_owned(), under, after: None });
    let top = add("did orders fail? -> Validation threw", None)?;
    let second = add("The cap passed review", None)?;
    assert_eq!(code(add("why? -> ", None)), "empty");

    bench.room.move_why(&handle, second, WhyStep::Deeper)?;
    let line = bench.room.timeline(Some(&handle))?.first().map(|row| row.id).ok_or("no line")?;
    bench.room.link_why(&handle, second, line, true)?;
    bench.room.root_why(&handle, second, true)?;
    let whys = bench.room.review_screen(&handle)?.whys;
    let told: Vec<(usize, &str, bool, usize)> =
        whys.iter().map(|why| (why.depth, why.text.as_str(), why.root_cause, why.links.len())).collect();
    assert_eq!(told, [(1, "did orders fail? -> Validation threw", false, 0), (2, "The cap passed review", true, 1)]);

    assert_eq!(code(bench.room.link_why(&handle, second, second, true)), "unknown_event", "a why is no entry");
    assert_eq!(code(bench.room.write_why(&handle, top, "else", Some(line))), "why_written_meanwhile");
    bench.room.remove_why(&handle, top)?;
    assert_eq!(code(bench.room.write_why(&handle, second, "else", None)), "unknown_why", "it is out with the one above it");
    bench.room.restore_why(&handle, top)?;
    assert_eq!(bench.room.review_screen(&handle)?.whys.len(), 2);
    Ok(())
}

#[test]
fn an_idea_becomes_an_action_item_that_has_a_kind_and_is_followed() -> Result {
    let bench = Bench::new()?;
    let handle = resolved(&bench)?;
    bench.room.add_idea(&handle, "Hold a release on one pod")?;
    let idea = bench.room.review_screen(&handle)?.ideas.first().map(|idea| idea.id).ok_or("no idea")?;

    bench.room.promise_idea(&handle, idea, &ActionInput { text: "Hold a release on one pod".into(), ..ActionInput::default() })?;
    assert!(bench.room.review_screen(&handle)?.ideas.is_empty());
    let item = bench.room.action_items(&handle)?.pop().ok_or("no item")?;
    assert_eq!((item.due, item.owner), (None, None), "who and when is still to be said");

    let edit = ActionEdit { due: Some("2w".into()), kind: Some("prevent".parse()?), ..ActionEdit::default() };
    bench.room.change_action(&handle, item.id, &edit)?;
    bench.room.start_action(&handle, item.id, true)?;
    let item = bench.room.action_items(&handle)?.pop().ok_or("no item")?;
    assert_eq!(
        (item.due.as_deref(), item.kind_label.as_deref(), item.status.as_str()),
        (Some("2026-12-07"), Some("Prevent"), "In progress")
    );

    bench.room.finish_action(&handle, item.id)?;
    assert_eq!(code(bench.room.reopen_action(&handle, item.id, None)), "reason_needed");
    bench.room.reopen_action(&handle, item.id, Some("it came back"))?;
    assert!(bench.room.action_items(&handle)?.pop().ok_or("no item")?.open);
    Ok(())
}

#[test]
fn it_is_drafted_then_read_by_others_then_complete() -> Result {
    let bench = Bench::new()?;
    let handle = resolved(&bench)?;
    assert_eq!(bench.room.review_screen(&handle)?.status, ReviewStatus::Drafting);

    bench.room.ask_for_review(&handle)?;
    assert_eq!(bench.room.review_screen(&handle)?.status, ReviewStatus::InReview);
    assert_eq!(code(bench.room.complete_review(&handle, None)), "review_unwritten");

    let open = [
        ReviewField::Summary,
        ReviewField::UsersAffected,
        ReviewField::RevenueImpact,
        ReviewField::DataImpact,
        ReviewField::RootCause,
        ReviewField::WentWell,
        ReviewField::CouldImprove,
    ];
    for field in open {
        bench.room.edit_review(&handle, &field, "none")?;
    }
    bench.room.add_why(&handle, &WhyInput { text: "Nobody looked".into(), under: None, after: None })?;
    bench.room.complete_review(&handle, None)?;
    assert_eq!(bench.room.review_screen(&handle)?.status, ReviewStatus::Complete);

    bench.room.reopen(&handle, Some("it is back"))?;
    assert_eq!(bench.room.review_screen(&handle)?.status, ReviewStatus::Drafting, "a review of an end that was none");
    Ok(())
}

#[test]
fn a_line_is_starred_marked_and_left_out() -> Result {
    let bench = Bench::new()?;
    let handle = resolved(&bench)?;
    let line = bench.room.timeline(Some(&handle))?.pop().ok_or("no line")?;

    bench.room.star_line(&handle, line.id, true)?;
    bench.room.mark_line(&handle, line.id, Some(MomentMarker::Repair), Some("It was the last release"))?;
    let review = bench.room.review_document(&handle)?;
    assert!(review.contains("Repair") && review.contains("It was the last release"), "{review}");

    bench.room.choose_line(&handle, line.id, false)?;
    assert!(!bench.room.review_document(&handle)?.contains("It was the last release"));
    let event = bench.room.review_versions(&handle)?;
    assert!(event.is_empty(), "a mark is no version of a part");
    Ok(())
}
