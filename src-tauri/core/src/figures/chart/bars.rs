//! The incidents by week, a bar a week and a part a severity.

use chrono::NaiveDate;
use svg::node::element::{Element, Group};

use super::parts::{Anchor, WIDTH, document, group, hit, line, rectangle, text};
use super::scale::count_ticks;
use crate::figures::counts::{IncidentFigures, WeekRow};
use crate::figures::heading::{FigureHeading, NONE, counted};
use crate::vocabulary::Severity;

const HEIGHT: f64 = 172.0;
const TOP: f64 = 14.0;
const BASE: f64 = 146.0;
const LEFT: f64 = 24.0;
/// As wide as a bar gets.
const BAR_AT_MOST: f64 = 24.0;
/// Between the parts of a bar.
const GAP: f64 = 1.0;
/// What a label within a part needs.
const LABEL: (f64, f64) = (18.0, 14.0);
/// What a date below the axis needs.
const DATE: f64 = 64.0;
/// So many bars are still told apart; of more weeks several share one.
const BARS_AT_MOST: usize = 53;

/// One bar: a week, or several one after the other.
struct Bar {
    monday: NaiveDate,
    running: bool,
    counts: [(Severity, u32); 4],
}

impl Bar {
    fn of(weeks: &[WeekRow]) -> Option<Self> {
        let count = |severity| {
            let of = weeks.iter().flat_map(|week| &week.severities).filter(|one| one.severity == severity);
            (severity, of.map(|one| one.count).sum())
        };
        let running = weeks.iter().any(|week| week.running);
        Some(Self { monday: weeks.first()?.monday, running, counts: Severity::ALL.map(count) })
    }

    fn total(&self) -> u32 {
        self.counts.iter().map(|(_, count)| count).sum()
    }

    /// `14 Sep: 4, of them 1 P1, 1 P2, 2 P3`.
    fn told(&self) -> String {
        let some = self.counts.iter().filter(|(_, count)| *count > 0);
        let parts: Vec<String> = some.map(|(severity, count)| format!("{count} {severity}")).collect();
        let all = counted(usize::try_from(self.total()).unwrap_or(usize::MAX), "incident", "incidents");
        let of_them = if parts.is_empty() { String::new() } else { format!(": {}", parts.join(", ")) };
        format!("From {}, {all}{of_them}", self.monday.format("%-d %b %Y"))
    }
}

/// How many weeks share a bar.
#[must_use]
pub fn weeks_per_bar(weeks: usize) -> usize {
    weeks.div_ceil(BARS_AT_MOST).max(1)
}

/// The chart of incidents by severity and week.
#[must_use]
pub fn bars(figures: &IncidentFigures) -> String {
    let together = weeks_per_bar(figures.weeks.len());
    let bars: Vec<Bar> = figures.weeks.chunks(together).filter_map(Bar::of).collect();
    let chart = Bars::new(&bars);
    let mut drawn = document("incidents-chart", HEIGHT, &title(&figures.heading), &description(&bars, together));
    for tick in count_ticks(chart.most()) {
        let (y, class) = (chart.height_of(tick), if tick == 0 { "axis" } else { "grid" });
        drawn = drawn.add(line(class, (LEFT, y), (WIDTH, y))).add(text("tick", Anchor::End, (LEFT - 10.0, y), &tick.to_string()));
    }
    for (place, bar) in bars.iter().enumerate() {
        drawn = drawn.add(chart.bar(place, bar));
    }
    for (place, bar) in bars.iter().enumerate().filter(|(place, _)| chart.is_dated(*place)) {
        drawn = drawn.add(chart.date(place, bar, together));
    }
    if figures.total == 0 {
        // Between two lines.
        drawn = drawn.add(text("note", Anchor::Middle, ((LEFT + WIDTH) / 2.0, TOP + (BASE - TOP) / 4.0), NONE));
    }
    drawn.to_string()
}

fn title(heading: &FigureHeading) -> String {
    format!("{}{}", heading.text, heading.aside.iter().map(|aside| format!(", {aside}")).collect::<String>())
}

fn description(bars: &[Bar], together: usize) -> String {
    let each = if together == 1 { "A bar a week".to_owned() } else { format!("A bar is {together} weeks") };
    let some: Vec<String> = bars.iter().filter(|bar| bar.total() > 0).map(Bar::told).collect();
    format!("{each}, from Monday, UTC. {}", if some.is_empty() { format!("{NONE}.") } else { format!("{}.", some.join(". ")) })
}

struct Bars<'a> {
    bars: &'a [Bar],
    slot: f64,
    top: u32,
}

impl<'a> Bars<'a> {
    fn new(bars: &'a [Bar]) -> Self {
        let most = bars.iter().map(Bar::total).max().unwrap_or(0);
        let top = count_ticks(most).last().copied().unwrap_or(1);
        Self { bars, slot: (WIDTH - LEFT) / number(bars.len().max(1)), top }
    }

    fn most(&self) -> u32 {
        self.bars.iter().map(Bar::total).max().unwrap_or(0)
    }

    fn height_of(&self, count: u32) -> f64 {
        BASE - f64::from(count) / f64::from(self.top) * (BASE - TOP)
    }

    fn middle_of(&self, place: usize) -> f64 {
        LEFT + (number(place) + 0.5) * self.slot
    }

    fn width(&self) -> f64 {
        (self.slot * 0.75).min(BAR_AT_MOST)
    }

    /// The least bad at the bottom.
    fn bar(&self, place: usize, bar: &Bar) -> Group {
        let (left, mut below) = (self.middle_of(place) - self.slot / 2.0, 0);
        let mut drawn = group("bar", "bar", place, &bar.told()).add(hit((left, TOP), (self.slot, BASE - TOP)));
        for (severity, count) in bar.counts.iter().rev().filter(|(_, count)| *count > 0) {
            drawn = self.part(drawn, place, *severity, (below, below + count));
            below += count;
        }
        drawn
    }

    fn part(&self, drawn: Group, place: usize, severity: Severity, (from, to): (u32, u32)) -> Group {
        let (middle, top, bottom) = (self.middle_of(place), self.height_of(to), self.height_of(from));
        let (width, height) = (self.width(), bottom - top);
        let gap = if height > 4.0 * GAP { GAP } else { 0.0 };
        let class = severity.label().to_lowercase();
        let shape = rectangle(&class, (middle - width / 2.0, top + gap), (width, height - gap)).set("rx", 2);
        let drawn = drawn.add(shape.set("data-count", to - from));
        if width < LABEL.0 || height < LABEL.1 {
            return drawn;
        }
        drawn.add(text(&format!("ink-{class}"), Anchor::Middle, (middle, (top + gap + bottom) / 2.0), severity.label()))
    }

    /// The last one, and of those before it as many as have room.
    fn is_dated(&self, place: usize) -> bool {
        let from_end = self.bars.len().saturating_sub(place + 1);
        let every = (1..).find(|every| number(*every) * self.slot >= DATE).unwrap_or(1);
        from_end.is_multiple_of(every)
    }

    fn date(&self, place: usize, bar: &Bar, together: usize) -> Element {
        let (class, format) = (if bar.running { "tick now" } else { "tick" }, if together == 1 { "%-d %b" } else { "%b %Y" });
        let room = 20.0;
        let x = self.middle_of(place).clamp(room, WIDTH - room);
        text(class, Anchor::Middle, (x, BASE + 14.0), &bar.monday.format(format).to_string())
    }
}

#[allow(clippy::cast_precision_loss, reason = "nobody has so many bars")]
fn number(of: usize) -> f64 {
    of as f64
}
