//! Whether an update names the clock time of the next one.

/// Whether `text` names `time` (as `15:12`, or with its date and zone), also in the form `3:12 pm`.
pub(super) fn names(text: &str, time: &str) -> bool {
    let clock = time.split_whitespace().find(|part| part.contains(':')).unwrap_or(time);
    bounded(text, clock) || twelve_hours(clock).is_some_and(|clock| bounded(&text.to_lowercase().replace([' ', '.'], ""), &clock))
}

fn bounded(text: &str, clock: &str) -> bool {
    !clock.is_empty()
        && text.match_indices(clock).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let after = text[at + clock.len()..].chars().next();
            ![before, after].into_iter().flatten().any(|letter| letter.is_ascii_digit() || letter == ':')
        })
}

fn twelve_hours(clock: &str) -> Option<String> {
    let (hours, minutes) = clock.split_once(':')?;
    let hours: u32 = hours.parse().ok().filter(|hours| *hours < 24)?;
    let half = if hours < 12 { "am" } else { "pm" };
    let hours = if hours.is_multiple_of(12) { 12 } else { hours % 12 };
    Some(format!("{hours}:{minutes}{half}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_named_as_people_write_it() {
        for text in ["by 15:12 UTC", "15:12.", "at 3:12 pm", "at 3:12 p.m."] {
            assert!(names(text, "15:12"), "{text}");
        }
        for text in ["", "15:13", "115:12", "15:12:30", "at 3:12 am", "1512"] {
            assert!(!names(text, "15:12"), "{text}");
        }
        assert!(names("by 2026-11-24 00:05 UTC", "2026-11-24 00:05 UTC") && names("12:05 am", "00:05"));
    }
}
