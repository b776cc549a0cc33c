//! What holds whatever the incidents are.

use super::*;

/// The incidents of a quarter, drawn by lot.
fn records() -> impl Strategy<Value = Vec<IncidentRecord>> {
    let milestone = || prop::option::of(0..4000_i64);
    let one = (0..200_i64, 0..1440_i64, 0..4_usize, milestone(), milestone(), prop::option::of(1..9000_i64), any::<bool>());
    prop::collection::vec(one, 0..80).prop_map(|all| {
        let records = all.into_iter().enumerate().map(|(number, (days, minute, severity, known, mitigated, end, withdrawn))| {
            let at = moment("2026-06-01T00:00:00Z") + TimeDelta::days(days) + TimeDelta::minutes(minute);
            let reached = |minutes: Option<i64>| minutes.map(|minutes| at + TimeDelta::minutes(minutes));
            let handle = format!("incident-{number}");
            let base = match end {
                Some(end) => resolved(&handle, Severity::ALL[severity], at, end),
                None => begun(&handle, Severity::ALL[severity], at),
            };
            IncidentRecord {
                acknowledged_at: reached(known),
                mitigated_at: reached(mitigated),
                services: if number % 3 == 0 { vec![] } else { vec![format!("service-{}", number % 5)] },
                detected: Detection::ALL.get(number % 6).copied(),
                worked: vec![WorkStretch { from: at, to: at + TimeDelta::minutes(minute) }],
                withdrawn,
                ..base
            }
        });
        let mut records: Vec<IncidentRecord> = records.collect();
        records.sort_by_key(|record| record.started_at);
        records
    })
}

fn cells(text: &str) -> Vec<Vec<String>> {
    text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn every_incident_is_counted_once_in_each_figure(records in records()) {
        let figures = told(&records);
        let total = figures.incidents.total;

        let range = figures.range;
        let expected = records.iter().filter(|record| range.holds(record.started_at)).count() as u32;
        prop_assert_eq!(total + figures.withdrawn, expected);
        prop_assert_eq!(figures.incidents.weeks.iter().map(|week| week.total).sum::<u32>(), total);
        for week in &figures.incidents.weeks {
            prop_assert_eq!(week.severities.iter().map(|one| one.count).sum::<u32>(), week.total);
        }
        prop_assert_eq!(figures.incidents.severities.iter().map(|row| row.count).sum::<u32>(), total);
        let time: u32 = figures.incidents.severities.iter().map(|row| row.time_in_seconds).sum();
        prop_assert_eq!(time, figures.incidents.all.time_in_seconds);
        for row in &figures.times.rows {
            prop_assert_eq!(row.counted + row.without, total);
            prop_assert_eq!((row.counted as usize, row.without as usize), (row.incidents.len(), row.incidents_without.len()));
            prop_assert_eq!(row.median_seconds.is_some(), row.counted > 0);
            prop_assert_eq!(row.p90_seconds.is_some(), row.counted >= 5);
            prop_assert!(row.p90_seconds.is_none_or(|p90| Some(p90) >= row.median_seconds));
        }
        prop_assert_eq!(figures.detection.rows.iter().map(|row| row.count).sum::<u32>(), total);
        prop_assert_eq!(figures.services.rows.iter().map(|row| row.count).sum::<u32>() + figures.services.without, total);
        for row in &figures.updates.rows {
            prop_assert_eq!(row.on_time + row.late + row.missed, row.of);
        }
        prop_assert_eq!(figures.night.nights.iter().map(|night| night.seconds).sum::<u32>(), figures.night.seconds);
    }

    #[test]
    fn the_charts_say_what_the_tables_say(records in records()) {
        let figures = told(&records);

        let drawn = bars(&figures.incidents);
        let chart = roxmltree::Document::parse(&drawn).expect("XML");
        for (severity, row) in Severity::ALL.into_iter().zip(&figures.incidents.severities) {
            let parts = said(&chart, &severity.label().to_lowercase(), "data-count");
            prop_assert_eq!(parts.iter().sum::<f64>() as u32, row.count, "{}", severity);
        }
        let bars = chart.descendants().filter(|node| node.attribute("data-bar").is_some()).count();
        prop_assert_eq!(bars, figures.incidents.weeks.len());

        let drawn = dumbbells(&figures.times);
        let chart = roxmltree::Document::parse(&drawn).expect("XML");
        let seconds = |of: fn(&sitrep_core::figures::TimeRow) -> Option<u32>| figures.times.rows.iter().filter_map(of).map(f64::from).collect::<Vec<_>>();
        prop_assert_eq!(said(&chart, "median", "data-seconds"), seconds(|row| row.median_seconds));
        prop_assert_eq!(said(&chart, "p90", "data-seconds"), seconds(|row| row.p90_seconds));
    }

    #[test]
    fn the_files_say_what_the_tables_say(records in records()) {
        let figures = told(&records);
        let weeks = cells(&csv(&figures, FiguresTable::Weeks));
        prop_assert_eq!(weeks.len(), figures.incidents.weeks.len() + 1);
        let all: u32 = weeks[1..].iter().map(|row| row[5].parse::<u32>().expect("a number")).sum();
        prop_assert_eq!(all, figures.incidents.total);
        let times = cells(&csv(&figures, FiguresTable::Times));
        for (row, line) in figures.times.rows.iter().zip(&times[1..]) {
            let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
            prop_assert_eq!(&line[1..], &[number(row.median_seconds), number(row.p90_seconds), row.counted.to_string(), row.without.to_string()]);
        }
        let everything = csv(&figures, FiguresTable::All);
        let line = format!("severities,all,incidents,{}\r\n", figures.incidents.total);
        prop_assert!(everything.contains(&line), "{}", everything);
    }
}
