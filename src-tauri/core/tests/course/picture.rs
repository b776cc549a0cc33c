//! The picture: what is in it for a story that is known.

use roxmltree::{Document, Node};
use sitrep_core::documents::course::{Look, svg};
use sitrep_core::vocabulary::{MitigationState, Severity, UpdateKind};

use crate::stories::{course, mitigation, of_five_days, of_forty_seconds, of_the_design, ran};
use crate::support::{Story, at, sent};

fn texts(picture: &Document<'_>) -> Vec<String> {
    let texts = picture.descendants().filter(|node| node.has_tag_name("text"));
    texts.filter_map(|node| node.text().map(str::to_owned)).collect()
}

fn of_class<'a>(picture: &'a Document<'a>, tag: &'static str, class: &'static str) -> Vec<Node<'a, 'a>> {
    picture.descendants().filter(|node| node.has_tag_name(tag) && node.attribute("class") == Some(class)).collect()
}

fn number(node: &Node<'_, '_>, attribute: &str) -> f64 {
    node.attribute(attribute).and_then(|value| value.parse().ok()).expect("a number")
}

#[test]
fn it_has_what_the_design_has() {
    let text = svg(&course(&of_the_design(), at(500)), Look::Page);
    let picture = Document::parse(&text).expect("it is XML");
    let root = picture.root_element();

    assert_eq!((root.attribute("role"), root.attribute("viewBox").is_some()), (Some("img"), true));
    let mut parts = root.children().filter(Node::is_element);
    assert_eq!(parts.next().and_then(|title| title.text()), Some("Course of the incident: Payments failing at checkout"));
    assert!(parts.next().is_some_and(|desc| desc.has_tag_name("desc") && desc.text().is_some_and(|words| words.contains("P1 for 58 min"))));
    let words = texts(&picture);
    for expected in ["P0", "P1", "P2", "P3", "Sent", "UTC", "Investigating", "Identified", "Monitoring", "Resolved", "14:24", "5 min late"]
    {
        assert!(words.iter().any(|word| word == expected), "{expected} in {words:?}");
    }
    assert_eq!(of_class(&picture, "rect", "p1").len(), 2, "one of them before it was declared");
    assert_eq!((of_class(&picture, "rect", "p2").len(), of_class(&picture, "rect", "p3").len()), (1, 1));
    assert!(of_class(&picture, "rect", "p0").is_empty());
}

#[test]
fn a_page_gives_it_its_colours_and_alone_it_brings_them() {
    let course = course(&of_the_design(), at(500));

    let page = svg(&course, Look::Page);
    assert!(!page.contains('#') && !page.contains("style"), "a page's policy allows no style in it: {page}");

    let alone = svg(&course, Look::StandAlone);
    assert!(!alone.contains("class=") && !alone.contains("currentColor") && !alone.contains("style"), "{alone}");
    assert_eq!(page.matches("<text").count(), alone.matches("<text").count());
}

#[test]
fn it_looks_as_it_did() {
    let alone = svg(&course(&of_the_design(), at(500)), Look::StandAlone);
    insta::assert_snapshot!(alone.replace("><", ">\n<"));
}

#[test]
fn a_late_update_is_a_ring_joined_to_its_dot() {
    let story = Story::declared(Severity::P1).then(5, sent(UpdateKind::Initial)).then(45, sent(UpdateKind::Status));
    let text = svg(&course(&story, at(60)), Look::Page);
    let picture = Document::parse(&text).expect("it is XML");

    let circles = of_class(&picture, "circle", "text-2");
    let (rings, dots): (Vec<_>, Vec<_>) = circles.iter().partition(|circle| circle.attribute("fill") == Some("none"));
    assert_eq!((rings.len(), dots.len()), (1, 2));
    let joined = of_class(&picture, "line", "text-2");
    let line = joined.iter().find(|line| number(line, "x2") == number(dots[1], "cx")).expect("a line to the dot");
    assert!((number(line, "x1") - number(rings[0], "cx") - number(rings[0], "r")).abs() < 0.2);
    assert!(texts(&picture).contains(&"10 min late".to_owned()));
}

#[test]
fn five_days_have_days_on_the_axis_and_forty_seconds_have_seconds() {
    let words = |story: &Story, now| {
        let text = svg(&course(story, at(now)), Look::Page);
        texts(&Document::parse(&text).expect("it is XML"))
    };
    let days = words(&of_five_days(), 9_000);
    assert!(days.contains(&"24 Nov".to_owned()) && days.contains(&"28 Nov".to_owned()), "{days:?}");
    let seconds = words(&of_forty_seconds(), 1);
    assert!(seconds.contains(&"14:00:00".to_owned()), "{seconds:?}");
}

#[test]
fn thousands_are_counted_and_the_text_stays_short() {
    let many = (0..4_000).fold(Story::declared(Severity::P1), |story, number| {
        let minute = number / 5;
        match number % 4 {
            0 => story.then(minute, sent(UpdateKind::Status)),
            1 => story.then(minute, sent(UpdateKind::Customer)),
            2 => story.then(minute, mitigation("Restart one of the many pods of the fleet", MitigationState::Started)),
            _ => story.then(minute, ran("make probe")),
        }
    });

    let text = svg(&course(&many, at(900)), Look::StandAlone);

    assert!(text.len() < 60_000, "{} bytes", text.len());
    let picture = Document::parse(&text).expect("it is XML");
    let counted: usize = texts(&picture).iter().filter_map(|words| words.replace(',', "").parse::<usize>().ok()).sum();
    assert!(counted > 2_900, "the commands and the updates are counted: {counted}");
    assert!(texts(&picture).iter().any(|words| words.starts_with("and ") && words.ends_with("more in the table")));
}
