//! Times, and the table of them.

use std::time::{Duration, Instant};

/// The times of one thing, in milliseconds.
#[derive(Default, Clone)]
pub struct Times(Vec<f64>);

impl Times {
    /// Adds one.
    pub fn add(&mut self, time: Duration) {
        self.add_millis(time.as_secs_f64() * 1000.0);
    }

    /// Adds one in milliseconds.
    pub fn add_millis(&mut self, millis: f64) {
        self.0.push(millis);
        self.0.sort_by(f64::total_cmp);
    }

    /// Does something and adds how long it took.
    pub fn time<T>(&mut self, doing: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let done = doing();
        self.add(start.elapsed());
        done
    }

    fn median(&self) -> f64 {
        self.at(50)
    }

    fn p95(&self) -> f64 {
        self.at(95)
    }

    /// The nearest rank.
    fn at(&self, percent: usize) -> f64 {
        let rank = (self.0.len() * percent).div_ceil(100).max(1);
        self.0.get(rank - 1).copied().unwrap_or(f64::NAN)
    }
}

/// One thing that was measured.
pub struct Row {
    what: String,
    times: Times,
    target: Option<u32>,
    floor: Option<(&'static str, Times)>,
}

impl Row {
    /// What it is and how long it took.
    pub fn new(what: impl Into<String>, times: Times) -> Self {
        Self { what: what.into(), times, target: None, floor: None }
    }

    /// The same with what it should stay under, in milliseconds.
    pub fn under(self, target: u32) -> Self {
        Self { target: Some(target), ..self }
    }

    /// The same with the least that this machine takes for it, and what that is.
    pub fn beside(self, what: &'static str, floor: Times) -> Self {
        Self { floor: Some((what, floor)), ..self }
    }
}

/// Prints the table.
pub fn print(rows: &[Row]) {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let build = if cfg!(debug_assertions) { "a debug build, whose figures mean little" } else { "the optimised build" };
    println!("\nMilliseconds, {build}, {cores} cores, no screen.\n");
    println!("{:<46} {:>4} {:>8} {:>8} {:>7}   {:<34} {:>8} {:>6}", "", "runs", "median", "p95", "target", "floor", "median", "ratio");
    for row in rows {
        let target = row.target.map_or_else(String::new, |target| format!("< {target}"));
        let count = row.times.0.len();
        print!("{:<46} {count:>4} {:>8.2} {:>8.2} {target:>7}", row.what, row.times.median(), row.times.p95());
        match &row.floor {
            Some((what, times)) => println!("   {what:<34} {:>8.2} {:>6.1}", times.median(), row.times.median() / times.median()),
            None => println!(),
        }
    }
}
