//! A team's policy lies over the built-in one, and a bad file says where and why.

use sitrep_core::team::{EffectivePolicy, Origin, TeamFileError};
use sitrep_core::vocabulary::Severity;

#[test]
fn a_file_overrides_what_it_names_and_nothing_else() -> Result<(), TeamFileError> {
    let effective = EffectivePolicy::with("# ours\n[severity.P1]\nupdate_every_minutes = 20\nnotify = [\"Everybody\"]\n")?;
    let built_in = EffectivePolicy::built_in()?;
    let (ours, theirs) = (effective.policy.of(Severity::P1), built_in.policy.of(Severity::P1));
    assert_eq!(ours.update_every().num_minutes(), 20);
    assert_eq!(effective.policy.duties(&[Severity::P1]).notify(), ["Everybody"]);
    assert_eq!((ours.response(), &ours.name), (theirs.response(), &theirs.name));
    assert_eq!(effective.policy.of(Severity::P2), built_in.policy.of(Severity::P2));
    let origin = |key: &str| effective.values.iter().find(|value| value.key == key).map(|value| (value.value.clone(), value.origin));
    assert_eq!(origin("severity.P1.update_every_minutes"), Some(("20".into(), Origin::File { line: 3 })));
    assert_eq!(origin("severity.P0.update_every_minutes"), Some(("15".into(), Origin::BuiltIn)));
    Ok(())
}

#[test]
fn a_bad_file_says_line_key_and_reason() {
    for (text, line, key, part) in [
        ("[severity.P1]\nupdate_every_minutes = ", Some(2), None, ""),
        ("[severity.P1]\nupdate_evry_minutes = 20", Some(2), Some("severity.P1.update_evry_minutes"), "unknown field"),
        ("[severity.P1]\n\nupdate_every_minutes = \"soon\"", Some(3), Some("severity.P1.update_every_minutes"), "invalid type"),
        ("[severity.P1]\nupdate_every_minutes = -5", Some(2), Some("severity.P1.update_every_minutes"), "invalid value"),
        ("[severity.P1]\nupdate_every_minutes = 0", Some(2), Some("severity.P1.update_every_minutes"), "at least 1"),
        ("[severity.P9]\nname = \"x\"", Some(1), Some("severity.P9"), "unknown field"),
        ("colour = 'red'", Some(1), Some("colour"), "unknown field"),
        ("[reminders.update]\nwarn_before = \"soon\"", Some(2), Some("reminders.update.warn_before"), "must read like"),
        ("[reminders.update]\nrepeat_minutes = 0", Some(2), Some("reminders.update.repeat_minutes"), "at least 1"),
        ("[reminders.update]\nrepeat_minutes = 90", None, Some("reminders.update.slowest_repeat_minutes"), "not be less"),
        ("[reminders.dance]\nrepeat_minutes = 9", Some(1), Some("reminders.dance"), "unknown field"),
        ("[business]\ntime_zone = \"Europe/Nowhere\"", Some(2), Some("business.time_zone"), "there is no time zone"),
        ("[business]\nday_ends = \"5 pm\"", Some(2), Some("business.day_ends"), "no time of day"),
        ("[business]\nday_ends = \"08:00\"", Some(2), Some("business.day_ends"), "after day_starts"),
        ("[business]\nweekend = [\"Caturday\"]", Some(2), Some("business.weekend[0]"), "no day of the week"),
        ("[business]\nholidays = [\"2026-02-30\"]", Some(2), Some("business.holidays[0]"), ""),
        ("not_yet_minutes = 4294967295", Some(1), Some("not_yet_minutes"), "a year at most"),
        ("[severity.P1]\nreview_within_hours = 4294967295", Some(2), Some("severity.P1.review_within_hours"), "a year at most"),
        ("escalate_automatically = \"yes\"", Some(1), Some("escalate_automatically"), "invalid type"),
        ("severity = 3", Some(1), Some("severity"), "invalid type"),
    ] {
        let said = EffectivePolicy::with(text).err();
        let found = said.as_ref().map(|error| (error.line, error.key.as_deref(), error.reason.contains(part)));
        assert_eq!(found, Some((line, key, true)), "{text}: {said:?}");
    }
}

#[test]
fn zero_takes_away_what_is_not_asked_for_everywhere() -> Result<(), TeamFileError> {
    let text = "[severity.P2]\nescalate_after_minutes = 0\nquiet_minutes = 0\nreview_within_hours = 0\n[severity.P3]\nescalate_after_minutes = 600\n";
    let policy = EffectivePolicy::with(text)?.policy;
    let (row, duties) = (policy.of(Severity::P2), policy.duties(&[Severity::P2]));
    assert_eq!((row.escalate_after(), duties.quiet(), duties.review_within()), (None, None, None));
    assert_eq!(policy.of(Severity::P3).escalate_after().map(|length| length.num_minutes()), Some(600));
    Ok(())
}
