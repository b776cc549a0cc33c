//! Comma-separated values.

use super::*;

#[test]
fn a_table_of_a_persons_words_runs_nothing_in_a_spreadsheet() {
    let of = |words: &str| IncidentRecord {
        services: vec![words.to_owned()],
        causes: vec![Cause { words: words.to_owned(), change: None }],
        ..begun("a", Severity::P1, start())
    };
    for words in ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)"] {
        for table in [FiguresTable::Services, FiguresTable::Causes, FiguresTable::All] {
            let written = csv(&told(&[of(words)]), table);
            assert!(written.contains(&format!("'{words}")), "{written}");
            assert!(written.lines().flat_map(|line| line.split(',')).all(|cell| !cell.trim_matches('"').starts_with(['=', '+', '-', '@'])));
        }
    }
}

#[test]
fn a_table_is_known_by_its_word() {
    for word in ["weeks", "severities", "times", "detection", "updates", "reviews", "actions", "services", "causes", "nights", "all"] {
        assert_eq!(word.parse::<FiguresTable>().map(FiguresTable::word), Ok(word));
    }
    assert!("colours".parse::<FiguresTable>().expect_err("none").starts_with("the tables are weeks, severities"));
}
