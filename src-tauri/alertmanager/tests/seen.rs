//! What is new from look to look.
#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use sitrep_alertmanager::{Firing, News, Seen};

fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::seconds(seconds)
}

fn firing(alerts: &[(&str, i64)]) -> Vec<Firing> {
    alerts.iter().map(|(fingerprint, onset)| Firing { fingerprint: (*fingerprint).to_owned(), onset: Some(at(*onset)) }).collect()
}

/// What a look at these tells: new, recovered.
fn look(seen: &mut Seen, alerts: &[(&str, i64)], second: i64) -> (Vec<String>, Vec<String>) {
    let News { new, recovered, left_out } = seen.look(&firing(alerts), at(second));
    assert_eq!(left_out, 0);
    (new, recovered)
}

fn told(new: &[&str], recovered: &[&str]) -> (Vec<String>, Vec<String>) {
    let owned = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
    (owned(new), owned(recovered))
}

#[test]
fn each_alert_is_told_once_while_it_fires() {
    let mut seen = Seen::default();

    assert_eq!(look(&mut seen, &[("b", 1), ("a", 2), ("b", 1)], 0), told(&["b", "a"], &[]), "in the order they came, each once");
    assert_eq!(look(&mut seen, &[("a", 2), ("b", 1), ("c", 3)], 60), told(&["c"], &[]));
    assert_eq!(look(&mut seen, &[("a", 2), ("b", 99), ("c", 3)], 120), told(&[], &[]), "another onset while it fires is no news");
}

#[test]
fn what_is_away_for_a_minute_is_over_and_new_when_it_comes_back() {
    let mut seen = Seen::default();
    look(&mut seen, &[("a", 1)], 0);

    assert_eq!(look(&mut seen, &[], 60), told(&[], &[]), "it may be back at once");
    assert_eq!(look(&mut seen, &[], 119), told(&[], &[]));
    assert_eq!(look(&mut seen, &[], 120), told(&[], &["a"]));
    assert_eq!(look(&mut seen, &[], 180), told(&[], &[]), "once");
    assert_eq!(look(&mut seen, &[("a", 1)], 240), told(&["a"], &[]), "the same onset, but it was away for long");
}

#[test]
fn who_comes_back_within_a_minute_is_new_only_with_another_onset() {
    for (onset, new) in [(1, &[][..]), (90, &["a"][..])] {
        let mut seen = Seen::default();
        look(&mut seen, &[("a", 1)], 0);
        look(&mut seen, &[], 60);

        assert_eq!(look(&mut seen, &[("a", onset)], 100), told(new, &[]), "onset {onset}");
        assert_eq!(look(&mut seen, &[("a", onset)], 160), told(&[], &[]));
    }
}

#[test]
fn a_hush_tells_nothing_until_it_ends() {
    let mut seen = Seen::default();
    look(&mut seen, &[("a", 1), ("b", 1)], 0);
    seen.hush("a", at(600));
    seen.hush("b", at(600));
    seen.hush("c", at(600));

    assert_eq!(look(&mut seen, &[("a", 1), ("c", 5)], 60), told(&[], &[]), "also one that was not there yet");
    assert_eq!(look(&mut seen, &[("a", 1), ("c", 5)], 300), told(&[], &[]), "that b is over is not told either");
    assert_eq!(look(&mut seen, &[("a", 400), ("c", 5)], 599), told(&[], &[]));
    assert_eq!((seen.hushed_until("a", at(599)), seen.hushed_until("a", at(600))), (Some(at(600)), None));
    assert_eq!(look(&mut seen, &[("a", 400), ("c", 5)], 600), told(&["a", "c"], &[]), "what still fires is new again");
    assert_eq!(look(&mut seen, &[("a", 400), ("c", 5)], 660), told(&[], &[]));
}

#[test]
fn a_hush_can_be_ended() {
    let mut seen = Seen::default();
    look(&mut seen, &[("a", 1)], 0);
    seen.hush("a", at(6_000));
    look(&mut seen, &[("a", 1)], 60);

    seen.hush("a", at(60));

    assert_eq!(look(&mut seen, &[("a", 1)], 120), told(&["a"], &[]));
}

#[test]
fn a_restart_forgets_nothing() {
    let mut seen = Seen::default();
    look(&mut seen, &[("a", 1), ("b", 1)], 0);
    look(&mut seen, &[("a", 1)], 60);
    seen.hush("c", at(600));

    let kept = serde_json::to_string(&seen).expect("it is written");
    let mut again: Seen = serde_json::from_str(&kept).expect("it is read");

    assert_eq!(again, seen);
    assert_eq!(look(&mut again, &[("a", 1), ("c", 1)], 120), told(&[], &["b"]));
    assert_eq!(serde_json::from_str::<Seen>("{}").expect("an empty one is read"), Seen::default());
}

#[test]
fn a_clock_that_was_set_back_keeps_nothing_for_ever() {
    let mut seen = Seen::default();
    look(&mut seen, &[("a", 1)], 1_000_000);
    look(&mut seen, &[], 1_000_060);

    assert_eq!(look(&mut seen, &[], 0), told(&[], &[]));
    assert_eq!(look(&mut seen, &[], 60), told(&[], &["a"]));
}

#[test]
fn more_than_five_thousand_are_counted_and_not_followed() {
    let name = |number: usize| Firing { fingerprint: format!("{number:05}"), onset: None };
    let mut seen = Seen::default();
    seen.look(&(0..3_000).map(name).collect::<Vec<_>>(), at(0));
    let storm: Vec<Firing> = (3_000..9_000).map(name).chain([name(3_000), Firing { fingerprint: "x".repeat(200), onset: None }]).collect();

    let first = seen.look(&storm, at(10));
    let second = seen.look(&storm, at(20));

    assert_eq!((first.new.len(), first.left_out), (5_000, 1_001), "who is away made room");
    assert_eq!(first.recovered.len(), 3_000, "and is told to be over");
    assert_eq!((second.new.len(), second.left_out), (0, 1_001), "who is left out is not told each time");
}

#[test]
fn who_is_away_for_longest_makes_room_first() {
    let name = |number: usize| Firing { fingerprint: format!("{number:05}"), onset: None };
    let fire = |from: usize, to: usize| (from..to).map(name).collect::<Vec<_>>();
    let mut seen = Seen::default();
    seen.look(&fire(0, 4_999), at(0));
    seen.look(&fire(0, 4_000), at(10));
    seen.look(&[], at(20));

    let news = seen.look(&fire(5_000, 5_002), at(30));

    assert_eq!((news.new, news.recovered), told(&["05000", "05001"], &["04000"]));
}

#[test]
fn hushes_have_a_bound() {
    let mut seen = Seen::default();
    for number in 0..5_001 {
        seen.hush(&format!("{number}"), at(1_000 + number));
    }

    assert_eq!(seen.hushed_until("0", at(0)), None, "the one that ends first makes room");
    assert_eq!(seen.hushed_until("5000", at(0)), Some(at(6_000)));
}

#[test]
fn a_kept_file_that_grew_is_cut() {
    let hushed: BTreeMap<String, DateTime<Utc>> = (0..6_000).map(|number| (format!("{number:04}"), at(9_000))).collect();

    let seen: Seen = serde_json::from_value(serde_json::json!({ "hushed": hushed })).expect("it is read");

    assert_eq!((seen.hushed_until("4999", at(0)), seen.hushed_until("5000", at(0))), (Some(at(9_000)), None));
}

/// A look or a hush: seconds since the one before, what fires (by letter, with an onset), or whom to hush for how long.
#[derive(Debug, Clone)]
enum Step {
    Look(i64, BTreeMap<u8, i64>),
    Hush(u8, i64),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let look = (0..150_i64, prop::collection::btree_map(0..6_u8, 0..3_i64, 0..6)).prop_map(|(after, fires)| Step::Look(after, fires));
    let hush = (0..6_u8, -50..400_i64).prop_map(|(who, span)| Step::Hush(who, span));
    prop::collection::vec(prop_oneof![5 => look, 1 => hush], 1..40)
}

/// The same rules in the plainest form: what was told of one alert so far.
#[derive(Debug, Default, Clone)]
struct Plain {
    told: bool,
    onset: i64,
    away_since: Option<i64>,
    hushed_until: i64,
}

impl Plain {
    fn look(&mut self, fires: Option<i64>, now: i64) -> (bool, bool) {
        let Some(onset) = fires else { return (false, self.miss(now)) };
        if self.away_since.take().is_some() && self.onset != onset {
            self.told = false;
        }
        self.onset = onset;
        let is_new = !self.told && self.hushed_until <= now;
        self.told |= is_new;
        (is_new, false)
    }

    fn miss(&mut self, now: i64) -> bool {
        let since = *self.away_since.get_or_insert(now);
        now - since >= 60 && std::mem::take(&mut self.told)
    }
}

proptest! {
    #[test]
    fn any_story_is_told_as_the_plain_rules_say(steps in steps(), restart in 0..40_usize) {
        let (mut seen, mut plain, mut now) = (Seen::default(), vec![Plain::default(); 6], 0);
        for (at_step, step) in steps.into_iter().enumerate() {
            if at_step == restart {
                seen = serde_json::from_str(&serde_json::to_string(&seen).expect("it is written")).expect("it is read");
            }
            match step {
                Step::Hush(who, span) => {
                    seen.hush(&who.to_string(), at(now + span));
                    let alert = &mut plain[usize::from(who)];
                    (alert.hushed_until, alert.told) = (now + span, false);
                }
                Step::Look(after, fires) => {
                    now += after;
                    let alerts = fires.iter().map(|(who, onset)| Firing { fingerprint: who.to_string(), onset: Some(at(*onset)) });
                    let news = seen.look(&alerts.collect::<Vec<_>>(), at(now));
                    let expected: Vec<(bool, bool)> = (0..6_u8).map(|who| plain[usize::from(who)].look(fires.get(&who).copied(), now)).collect();
                    for (who, (is_new, is_over)) in expected.into_iter().enumerate() {
                        prop_assert_eq!(news.new.contains(&who.to_string()), is_new, "{} at {}", who, now);
                        prop_assert_eq!(news.recovered.contains(&who.to_string()), is_over, "{} at {}", who, now);
                    }
                }
            }
        }
    }

    #[test]
    fn no_look_makes_it_panic_or_grow(looks in prop::collection::vec((prop::collection::vec(".{0,140}", 0..20), any::<i32>()), 0..10)) {
        let mut seen = Seen::default();
        for (fingerprints, second) in looks {
            let alerts: Vec<Firing> = fingerprints.into_iter().map(|fingerprint| Firing { fingerprint, onset: None }).collect();
            let news = seen.look(&alerts, at(i64::from(second)));
            prop_assert!(news.new.len() + news.left_out <= alerts.len());
        }
    }
}
