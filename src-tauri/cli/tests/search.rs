//! Searching from a terminal: for people by incident, for scripts as an array of hits.

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

mod desk;

use desk::Desk;

fn marked(hit: &serde_json::Value) -> Vec<String> {
    let text: Vec<char> = hit["text"].as_str().expect("a text").chars().collect();
    let places = hit["hits"].as_array().expect("places").iter();
    let number = |place: &serde_json::Value| usize::try_from(place.as_u64().expect("a number")).expect("a small one");
    places.map(|place| text[number(&place[0])..number(&place[1])].iter().collect()).collect()
}

#[test]
fn a_script_gets_an_array_of_hits_with_their_places() {
    let desk = Desk::new("P1 Zahlungen für Café schlagen fehl");
    desk.says(&["log", "本番データベース: pool is full", "--at", "-2m"]);

    let hits = desk.json(&["search", "pool", "データ"]);

    let hit = &hits[0];
    assert_eq!(hits.as_array().map(Vec::len), Some(1));
    assert!(hit["incident"].as_str().is_some_and(|handle| handle.contains("zahlungen")), "{hit}");
    assert_eq!((hit["kind"].as_str(), hit["severity"].as_str()), (Some("note"), Some("P1")));
    assert!(hit["id"].is_string() && hit["occurred_at"].is_string() && hit["author"].is_string());
    assert_eq!(marked(hit), ["データ", "pool"]);
    assert_eq!(marked(&desk.json(&["search", "cafe"])[0]), ["Café"]);
    assert_eq!(desk.json(&["search", "nothing-of-the-kind"]), serde_json::json!([]));
}

#[test]
fn a_person_sees_hits_under_their_incidents() {
    let desk = Desk::new("P1 Payments failing");
    for number in 0..3 {
        desk.says(&["log", &format!("pool {number} of payments")]);
    }
    let all = desk.says(&["search", "pay"]);
    assert!(all.starts_with("P1  ") && all.contains("Payments failing  order-service  (4 hits)\n    20"), "{all}");
    let few = desk.says(&["search", "pool", "--limit", "2"]);
    assert!(
        few.contains("pool 0 of payments") && !few.contains("pool 2") && few.ends_with("3 hits in 1 incident; --limit shows more\n"),
        "{few}"
    );
    let other = desk.says(&["search", "pool", "--severity", "P3", "--service", "mail"]);
    assert_eq!(other, "Nothing holds 'pool' there. 3 hits without the filters.\n");
    assert_eq!(desk.says(&["search", "zebra"]), "Nothing holds 'zebra'.\n");
    assert!(desk.refused(&["search", "pool", "--from", "soon"]).contains("'soon' is no day and no time"));
    assert!(desk.refused(&["search", "pool", "--state", "gone"]).contains("withdrawn"), "usage names the states");
    for filter in [["--from", "2020"], ["--state", "active"], ["--best", "--limit=9"], ["--from", "-2h"]] {
        assert!(desk.says(&[&["search", "pool"][..], &filter[..]].concat()).contains("3 hits"), "{filter:?}");
    }
}

#[test]
fn similar_names_what_an_earlier_incident_taught() {
    let desk = Desk::new("P1 Zebra crossing closed");
    desk.says(&["mitigation", "add", "roll back to v312"]);
    desk.says(&["mitigation", "done", "1", "--helped"]);
    desk.says(&["action", "add", "Paint it", "--owner", "@kai", "--due", "2w"]);
    desk.says(&["declare", "P1 Zebra crossing shut", "--service", "order-service"]);

    let told = desk.says(&["similar", "shut"]);
    assert!(told.contains("Zebra crossing closed") && told.contains("Same service, “Zebra crossing”"), "{told}");
    assert!(told.contains("Fixed by   roll back to v312") && told.contains("Not done   Paint it (@kai, due in 14 d)"), "{told}");
    let json = desk.json(&["similar", "shut"]);
    assert_eq!(json[0]["because"], "Same service, “Zebra crossing”");
    assert!(desk.says(&["similar", "closed"]).starts_with("No earlier incident is like "));
}
