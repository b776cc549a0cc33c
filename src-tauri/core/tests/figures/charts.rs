//! The charts.

use super::*;

#[test]
fn a_part_of_a_bar_is_as_high_as_its_count_and_the_worst_is_on_top() {
    let monday = moment("2026-11-02T10:00:00Z");
    let records = [(Severity::P3, "a"), (Severity::P3, "b"), (Severity::P1, "c"), (Severity::P2, "d")];
    let drawn = bars(&told(&records.map(|(severity, handle)| begun(handle, severity, monday))).incidents);
    let chart = roxmltree::Document::parse(&drawn).expect("XML");
    let of = |class, attribute| said(&chart, class, attribute)[0];
    assert_eq!(of("p3", "height") + 1.0, 2.0 * (of("p1", "height") + 1.0), "a gap of one lies in each");
    assert!(of("p1", "y") < of("p2", "y") && of("p2", "y") < of("p3", "y"));
    let labels: Vec<_> = ["ink-p1", "ink-p2", "ink-p3"].map(|class| said(&chart, class, "x").len()).into();
    assert_eq!(labels, [1, 1, 1]);
}

#[test]
fn the_week_that_goes_on_is_written_brightly_and_last() {
    let drawn = bars(&told(&[begun("a", Severity::P1, start())]).incidents);
    let chart = roxmltree::Document::parse(&drawn).expect("XML");
    let now = chart.descendants().find(|node| node.attribute("class") == Some("tick now")).and_then(|node| node.text());
    assert_eq!(now, Some("23 Nov"));
    let dates = |class: &str| {
        chart.descendants().filter(|node| node.attribute("class") == Some(class)).filter_map(|node| node.text()).collect::<Vec<_>>()
    };
    assert_eq!(dates("tick"), ["0", "1", "2", "31 Aug", "14 Sep", "28 Sep", "12 Oct", "26 Oct", "9 Nov"]);
}

#[test]
fn many_weeks_share_bars_and_none_is_lost() {
    let range = FiguresRange::new(day("2017-01-02"), day("2026-11-24")).expect("ten years");
    let records: Vec<IncidentRecord> =
        (0..500).map(|week| begun(&week.to_string(), Severity::P2, moment("2017-01-02T10:00:00Z") + TimeDelta::weeks(week))).collect();
    let figures = figures(&records, range, None, &policy().expect("the policy"), start());
    let drawn = bars(&figures.incidents);
    let chart = roxmltree::Document::parse(&drawn).expect("XML");
    assert_eq!(said(&chart, "p2", "data-count").iter().sum::<f64>(), 500.0);
    assert!(chart.descendants().filter(|node| node.attribute("data-bar").is_some()).count() <= 53);
    assert!(drawn.contains("A bar is 10 weeks"), "it says so");
}

#[test]
fn an_empty_range_keeps_its_axes() {
    let figures = told(&[]);
    for (drawn, axes) in [(bars(&figures.incidents), 3), (dumbbells(&figures.times), 6)] {
        let chart = roxmltree::Document::parse(&drawn).expect("XML");
        let lines = chart.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "line"))).count();
        assert_eq!(lines, axes, "{drawn}");
        assert!(chart.descendants().any(|node| node.text() == Some("None in this range")), "{drawn}");
    }
}

/// A page that allows no style and no script but its own draws it, and who cannot see it is told.
#[test]
fn a_chart_holds_nothing_that_a_strict_page_refuses_and_says_what_it_shows() {
    let mitigated = IncidentRecord { mitigated_at: Some(at(41)), ..begun("a", Severity::P1, start()) };
    let figures = told(&[mitigated]);
    for drawn in [bars(&figures.incidents), dumbbells(&figures.times)] {
        let chart = roxmltree::Document::parse(&drawn).expect("XML");
        let root = chart.root_element();
        assert_eq!((root.attribute("role"), root.attribute("viewBox").is_some()), (Some("img"), true));
        let told: Vec<_> = root.attribute("aria-labelledby").expect("a name").split(' ').collect();
        for id in told {
            assert!(chart.descendants().any(|node| node.attribute("id") == Some(id) && node.text().is_some()), "{id}");
        }
        for node in chart.descendants().filter(roxmltree::Node::is_element) {
            assert!(!["style", "script", "image", "a", "use", "foreignObject"].contains(&node.tag_name().name()), "{drawn}");
            let refused = |name: &str| name == "style" || name.starts_with("on") || name.ends_with("href");
            assert!(node.attributes().all(|attribute| !refused(attribute.name())), "{drawn}");
        }
    }
}

#[test]
fn a_row_without_a_p90_says_why() {
    let mitigated = |minutes| IncidentRecord { mitigated_at: Some(at(minutes)), ..begun("a", Severity::P1, start()) };
    let drawn = dumbbells(&told(&[mitigated(41), mitigated(90)]).times);
    assert!(drawn.contains("2 incidents, too few for a p90") && drawn.contains("None of 2"), "{drawn}");
}
