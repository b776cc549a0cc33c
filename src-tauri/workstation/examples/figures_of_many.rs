//! Writes 10,000 incidents into a new folder, or takes the one that is given, and says how long their figures take.
//!
//! `cargo run --release -p sitrep-workstation --example figures_of_many [DATA FOLDER]`

use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use chrono::{DateTime, Days, TimeDelta, Utc};
use sitrep_core::event::{EventBody, UpdateHead, UpdateSent};
use sitrep_core::figures::FiguresSpan;
use sitrep_core::vocabulary::{ActionPriority, Detection, Severity, Status, UpdateKind};
use sitrep_store::{NewEvent, Store, StoreError};
use sitrep_workstation::screens::FiguresInput;
use sitrep_workstation::{Folders, SystemClock, Workstation};

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

const INCIDENTS: u32 = 10_000;
const UPDATES: i64 = 8;
/// Apart from each other.
const HOURS: i64 = 2;

fn main() -> Result {
    let made = tempfile::tempdir()?;
    let data = std::env::args_os().nth(1).map_or_else(|| made.path().to_owned(), PathBuf::from);
    if std::env::args_os().len() == 1 {
        write(&data)?;
    }
    measure(data)
}

fn measure(data: PathBuf) -> Result {
    let config = data.clone();
    let workstation = Workstation::open(Folders { data, config, practice: false }, Arc::new(SystemClock))?;
    let input = FiguresInput { span: FiguresSpan::Months { months: 60 }, service: None };
    for round in ["first", "second", "third"] {
        let begun = Instant::now();
        let view = workstation.figures(&input)?;
        println!("{round}: {} incidents in {:?}", view.figures.incidents.total, begun.elapsed());
    }
    Ok(())
}

fn write(data: &Path) -> Result {
    let mut store = Store::open(data)?;
    for number in 0..INCIDENTS {
        let at = Utc::now() - TimeDelta::hours(HOURS * i64::from(number) + 10);
        store.declare("@ana", at, |_| Ok::<_, StoreError>(story(number, at)))?;
    }
    Ok(())
}

/// A few hours of a P0 to P3, from the declaration to its action items.
fn story(number: u32, at: DateTime<Utc>) -> Vec<NewEvent> {
    let severity = [Severity::P0, Severity::P1, Severity::P2, Severity::P3][number as usize % 4];
    let then = |minutes: i64, body| NewEvent { occurred_at: Some(at + TimeDelta::minutes(minutes)), amends: None, body };
    let moved = |minutes, from, to| then(minutes, EventBody::StatusChanged { from, to, reason: None });
    let handle = format!("{}-{number}", at.format("%Y-%m-%d"));
    let services = vec![format!("service-{}", number % 40)];
    let declared =
        EventBody::Declared { handle, title: "Fails".into(), severity, assessed: None, started_at: at, security: None, services };
    let head = || UpdateHead { update: Some(UpdateKind::Status), ..UpdateHead::default() };
    let sent = (1..=UPDATES).map(|update| then(25 * update, EventBody::UpdateSent(UpdateSent { head: head(), ..UpdateSent::default() })));
    let action = |priority| EventBody::ActionAdded {
        text: "Mend".into(),
        owner: None,
        priority,
        due: Some(at.date_naive() + Days::new(14)),
        kind: None,
    };
    let begun = [then(0, declared), then(3, EventBody::Acknowledged), then(4, EventBody::Detected { by: Detection::Alert })];
    let course = [
        moved(i64::from(number % 50) + 5, Status::Investigating, Status::Identified),
        moved(i64::from(number % 90) + 60, Status::Identified, Status::Monitoring),
        moved(i64::from(number % 300) + 160, Status::Monitoring, Status::Resolved),
        then(480, action(ActionPriority::High)),
        then(480, action(ActionPriority::Low)),
        then(600, EventBody::ReviewPublished),
    ];
    begun.into_iter().chain(sent).chain(course).collect()
}
