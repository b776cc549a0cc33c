//! The review document (seed: Post-Incident Review Template).

mod support;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sitrep_core::documents::review::{Pictures, ReviewOf, paper, unwritten_sections};
use sitrep_core::documents::timeline::TimelineRow;
use sitrep_core::event::{EventBody, UpdateHead, UpdateSent};
use sitrep_core::incident::Incident;
use sitrep_core::paper::{PicturesInMarkdown, markdown as written};
use sitrep_core::team::ReviewSections;
use sitrep_core::vocabulary::{Severity, Status, UpdateField, UpdateKind};
use support::{Story, at};

fn markdown(incident: &Incident, timeline: &[TimelineRow], author: &str, to: PicturesInMarkdown<'_>, now: DateTime<Utc>) -> String {
    let sections = ReviewSections::default();
    let pictures = if to == PicturesInMarkdown::Mentioned { Pictures::Mentioned } else { Pictures::Shown };
    written(&paper(&ReviewOf { incident, timeline, sections: &sections, author, pictures, practice: false }, now), to)
}

#[test]
fn the_document_has_the_seeds_sections_and_the_timeline() -> Result<(), &'static str> {
    let sent = EventBody::UpdateSent(UpdateSent {
        head: UpdateHead {
            update: Some(UpdateKind::Resolution),
            fields: BTreeMap::from([(UpdateField::RootCause, "The pool was capped at 20".to_owned())]),
            ..UpdateHead::default()
        },
        ..UpdateSent::default()
    });
    let story = Story::declared(Severity::P1)
        .note(9, "502s | on *card* payments\nonly <b>here</b>")
        .status(45, Status::Investigating, Status::Resolved)
        .then(46, sent);
    let incident = story.fold().ok_or("no declaration")?;
    insta::assert_snapshot!(markdown(&incident, &story.rows(), "@ana", PicturesInMarkdown::Mentioned, at(60)));
    Ok(())
}

#[test]
fn pictures_are_mentioned_where_it_is_pasted_and_shown_where_it_is_saved() -> Result<(), &'static str> {
    let story = Story::declared(Severity::P1).pictured(9, "", &["0a"]).pictured(10, "a](x) | <img>", &["0b", "0c"]);
    let incident = story.fold().ok_or("no declaration")?;
    let rows = story.rows();
    let pasted = markdown(&incident, &rows, "@ana", PicturesInMarkdown::Mentioned, at(60));
    assert!(
        pasted.contains("| Screenshot (") && pasted.contains("`@ana`, with a picture) |") && pasted.contains("`@ana`, with 2 pictures) |"),
        "{pasted}"
    );
    assert!(!pasted.contains("!["), "{pasted}");
    let saved = markdown(&incident, &rows, "@ana", PicturesInMarkdown::From("payments"), at(60));
    let shown: Vec<&str> = saved.lines().filter(|line| line.starts_with("![")).collect();
    insta::assert_snapshot!(shown.join("\n"), @r"
    ![Screenshot](payments/2026-11-23-1409-0a0a0a0a.png)
    ![a\](x) \| \<img>](payments/2026-11-23-1410-0b0b0b0b.png)
    ![a\](x) \| \<img>](payments/2026-11-23-1410-0c0c0c0c.png)
    ");
    Ok(())
}

#[test]
fn a_persons_name_pings_nobody_and_holds_nothing_that_is_not_seen() -> Result<(), &'static str> {
    let story = Story::declared(Severity::P1).note(9, "asked @bo_k and @here. Then @li left");
    let incident = story.fold().ok_or("no declaration")?;
    let review = markdown(&incident, &story.rows(), "@ana", PicturesInMarkdown::Mentioned, at(60));
    assert!(review.contains("| asked `@bo_k` and `@here`. Then `@li` left (`@ana`) |"), "{review}");
    assert!(!review.contains('\u{200b}'), "{review}");
    Ok(())
}

#[test]
fn each_part_of_the_impact_is_written_or_said_to_be_none() -> Result<(), &'static str> {
    let story = Story::declared(Severity::P1);
    let incident = story.fold().ok_or("no declaration")?;
    let review = markdown(&incident, &story.rows(), "@ana", PicturesInMarkdown::Mentioned, at(60));
    assert!(unwritten_sections(&review).contains(&"Impact"));
    let two = review.replace("_who and how many, or none_", "all of them").replace("_revenue lost, SLA missed, or none_", "none");
    assert!(unwritten_sections(&two).contains(&"Impact"), "one is left");
    assert!(!unwritten_sections(&two.replace("_data lost, wrong or exposed, or none_", "none")).contains(&"Impact"));
    let earlier = "## Impact\n\n_Users affected, duration, revenue/SLA impact, data impact._\n\n- What went well:\n- What could improve:\n";
    assert_eq!(unwritten_sections(earlier), ["Impact", "Lessons Learned"], "one that an earlier version saved");
    Ok(())
}
