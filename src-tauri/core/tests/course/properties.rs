//! What holds of every picture, whatever happened.

use std::collections::BTreeMap;

use proptest::prelude::*;
use roxmltree::{Document, Node};
use sitrep_core::documents::course::{CourseUpdate, IncidentCourse, Look, facts_beside, svg, table};
use sitrep_core::vocabulary::Severity;

use crate::stories::{any_story, course};

/// The attributes that are places or lengths, with which side of the picture they are on.
const ACROSS: [&str; 6] = ["x", "x1", "x2", "cx", "width", "r"];
const DOWN: [&str; 5] = ["y", "y1", "y2", "cy", "height"];

fn number(node: &Node<'_, '_>, attribute: &str) -> Option<f64> {
    node.attribute(attribute).map(|value| value.parse().expect("a number"))
}

fn size(picture: &Document<'_>) -> (f64, f64) {
    let numbers: Vec<f64> =
        picture.root_element().attribute("viewBox").expect("it has one").split(' ').map(|part| part.parse().expect("a number")).collect();
    (numbers[2], numbers[3])
}

/// Whether an element is one that is drawn, with nothing of a person's in its attributes.
fn is_of_the_house(node: &Node<'_, '_>) -> bool {
    let tags = ["svg", "title", "desc", "g", "line", "rect", "circle", "text"];
    let is_plain = |value: &str| value.chars().all(|letter| letter.is_ascii_alphanumeric() || " .,-#/:".contains(letter));
    tags.contains(&node.tag_name().name())
        && node.attributes().all(|attribute| !attribute.name().starts_with("on") && is_plain(attribute.value()))
}

/// Words and where they stand: their base line, and from where to where they reach, by letters of a middling width.
fn words<'a>(picture: &'a Document<'a>) -> Vec<(f64, f64, f64, &'a str)> {
    let texts = picture.descendants().filter(|node| node.has_tag_name("text"));
    let placed = texts.filter_map(|node| {
        let said = node.text()?;
        let (x, width) = (number(&node, "x")?, said.chars().count() as f64 * 5.0);
        let from = match node.attribute("text-anchor") {
            Some("middle") => x - width / 2.0,
            Some("end") => x - width,
            _ => x,
        };
        Some((number(&node, "y")?, from, from + width, said))
    });
    placed.collect()
}

fn rows_of(course: &IncidentCourse) -> BTreeMap<String, usize> {
    let mut rows = BTreeMap::new();
    for row in table(course) {
        *rows.entry(row.lane).or_default() += 1;
    }
    rows
}

proptest! {
    #[test]
    fn every_picture_is_xml_and_every_place_is_in_it((story, now) in any_story(), alone in any::<bool>()) {
        let text = svg(&course(&story, now), if alone { Look::StandAlone } else { Look::Page });
        let picture = Document::parse(&text).map_err(|error| TestCaseError::fail(format!("{error}: {text}")))?;
        let (width, height) = size(&picture);
        for node in picture.descendants() {
            for (attributes, most) in [(&ACROSS[..], width), (&DOWN[..], height)] {
                for attribute in attributes {
                    let value = number(&node, attribute).unwrap_or_default();
                    prop_assert!(value.is_finite() && (0.0..=most).contains(&value), "{attribute} of {node:?}");
                }
            }
            let reaches = number(&node, "x").unwrap_or_default() + number(&node, "width").unwrap_or_default();
            prop_assert!(reaches <= width, "{node:?}");
        }
        prop_assert!(text.len() < 60_000, "{} bytes", text.len());
        prop_assert!(picture.descendants().filter(Node::is_element).all(|node| is_of_the_house(&node)), "{text}");
    }

    #[test]
    fn no_words_cover_others((story, now) in any_story()) {
        let text = svg(&course(&story, now), Look::Page);
        let picture = Document::parse(&text).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let words = words(&picture);
        for (number, one) in words.iter().enumerate() {
            for other in &words[number + 1..] {
                let wide = |words: &str| !words.is_ascii();
                let apart = (one.0 - other.0).abs() >= 9.0 || one.2 <= other.1 || other.2 <= one.1;
                prop_assert!(apart || wide(one.3) || wide(other.3), "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn every_lane_is_in_the_table((story, now) in any_story()) {
        let course = course(&story, now);
        let rows = rows_of(&course);
        let count = |lane: &str| rows.get(lane).copied().unwrap_or_default();
        let moves = |works: &[sitrep_core::documents::course::CourseWork]| works.iter().map(|work| work.moves.len()).sum::<usize>();
        prop_assert_eq!(count("Severity"), course.bands.len());
        prop_assert_eq!(count("Status"), course.statuses.len());
        prop_assert_eq!(count("Mitigations"), moves(&course.mitigations));
        prop_assert_eq!(count("Hypotheses"), moves(&course.hypotheses));
        prop_assert_eq!(count("Commands"), course.commands.len());
        for lane in &course.sent {
            prop_assert_eq!(count(&format!("Sent to {}", lane.audience.label().to_lowercase())), lane.updates.len());
        }
        let times: Vec<_> = table(&course).into_iter().map(|row| row.at).collect();
        prop_assert!(times.is_sorted());
    }

    #[test]
    fn later_bands_stand_farther_right((story, now) in any_story()) {
        let course = course(&story, now);
        let text = svg(&course, Look::Page);
        let picture = Document::parse(&text).map_err(|error| TestCaseError::fail(error.to_string()))?;
        for (severity, class) in Severity::ALL.into_iter().zip(["p0", "p1", "p2", "p3"]) {
            let bars = picture.descendants().filter(|node| node.has_tag_name("rect") && node.attribute("class") == Some(class));
            let from: Vec<f64> = bars.filter_map(|bar| number(&bar, "x")).collect();
            // An outline stands half a unit in.
            prop_assert!(from.windows(2).all(|pair| pair[0] <= pair[1] + 0.6), "{from:?}");
            let bands = course.bands.iter().filter(|band| band.severity == severity).count();
            prop_assert!(from.len() <= bands && (bands == 0) == from.is_empty(), "{bands} bands, {} bars", from.len());
        }
    }

    #[test]
    fn what_is_owed_never_was_due_after_it_came((story, now) in any_story()) {
        let incident = story.fold().expect("it is declared");
        let course = course(&story, now);
        let late = course.sent.iter().flat_map(|lane| &lane.updates);
        for update in late {
            match update {
                CourseUpdate::InTime { .. } => {}
                CourseUpdate::Late { due_at, at, .. } => prop_assert!(due_at < at),
                CourseUpdate::Missed { due_at, until } => prop_assert!(*due_at < until.unwrap_or(now)),
            }
        }
        prop_assert!(!facts_beside(&incident, &course, now).is_empty());
    }
}
