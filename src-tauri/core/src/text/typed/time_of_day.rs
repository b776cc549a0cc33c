//! Times of day: `14:05`, `14:05:30`, `2:05pm`.

use chrono::NaiveTime;

/// Which half of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Half {
    /// Before noon.
    Am,
    /// From noon on.
    Pm,
}

impl Half {
    /// Reads `am`, `p.m.`.
    pub(super) fn read(word: &str) -> Option<Self> {
        match word.replace('.', "").to_ascii_lowercase().as_str() {
            "am" => Some(Self::Am),
            "pm" => Some(Self::Pm),
            _ => None,
        }
    }
}

/// A time of day as its digits are written; without its half it may still be either.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Digits {
    hour: u32,
    minute: u32,
    second: u32,
    milli: u32,
    has_minutes: bool,
}

impl Digits {
    /// Reads `14:05`, `14:05:30.250`, `2`; the hour may have one digit, minutes and seconds have two.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (clock, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
        let mut fields = clock.split(':');
        let hour = fields.next().filter(|hour| (1..=2).contains(&hour.len())).and_then(number)?;
        let two = |field: &str| Some(field).filter(|field| field.len() == 2).and_then(number);
        let (minute, second) = (fields.next(), fields.next());
        let is_whole = fraction.is_empty() && !text.ends_with(['.', ',']);
        if fields.next().is_some() || (second.is_none() && !is_whole) {
            return None;
        }
        let zero = |field: Option<&str>| field.map_or(Some(0), two);
        let milli = if is_whole { 0 } else { millis(fraction)? };
        Some(Self { hour, minute: zero(minute)?, second: zero(second)?, milli, has_minutes: minute.is_some() })
    }

    /// The time that they are, which is none for an hour alone whose half is not said.
    pub(super) fn time(self, half: Option<Half>) -> Option<NaiveTime> {
        let hour = match (half, self.hour) {
            (None, hour) => Some(hour).filter(|_| self.has_minutes)?,
            (Some(Half::Am), 12) => 0,
            (Some(Half::Pm), hour @ 1..12) => hour + 12,
            (Some(_), hour @ 1..=12) => hour,
            (Some(_), _) => return None,
        };
        NaiveTime::from_hms_milli_opt(hour, self.minute, self.whole_second()?, self.milli)
    }

    /// A leap second counts as the second before it. There is one only where a quarter of an hour ends somewhere.
    fn whole_second(self) -> Option<u32> {
        match self.second {
            60 => (self.minute % 15 == 14).then_some(59),
            second => Some(second),
        }
    }
}

fn number(text: &str) -> Option<u32> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// A fraction of a second; what is finer is cut off.
fn millis(fraction: &str) -> Option<u32> {
    let known = (1..=9).contains(&fraction.len()).then_some(fraction).filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()))?;
    number(format!("{known:0<3}").get(..3)?)
}
