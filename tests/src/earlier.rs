//! What there is to look back on.

use crate::Outcome;
use crate::cli::first_line;
use crate::desktop::Desktop;

/// Two incidents that are over: in one the mail was late, in the other, nine days ago, a release cut a pool.
///
/// # Errors
/// What was not recorded.
pub fn earlier_incidents(desktop: &Desktop) -> Outcome {
    let mail = first_line(&desktop.sitrep_at("-1400h", &["declare", "P2 Login emails delayed", "--service", "mail"])?)?;
    desktop.sitrep_at("-1399h", &["log", "Mail relay pool has one host left of three", "-i", &mail])?;
    desktop.sitrep_at("-1398h", &["resolve", "--reason", "checked by hand", "-i", &mail])?;
    let at = |minutes: u32| format!("-{}m", 9 * 24 * 60 - minutes);
    let acts: [(u32, &[&str]); 9] = [
        (2, &["ack"]),
        (8, &["log", "Dashboards: 502s began, pool wait up from 3 ms to 4.1 s"]),
        (10, &["log", "The pool of eu-2 is as full"]),
        (16, &["hypothesis", "add", "v313 cut the connection pool"]),
        (24, &["hypothesis", "confirmed", "1", "--because", "gone on the one pod still on v312"]),
        (36, &["mitigation", "add", "Rolled back payments-api"]),
        (38, &["mitigation", "done", "--effect", "errors fall", "--helped"]),
        (86, &["resolve", "--reason", "checked by hand"]),
        (90, &["action", "add", "Alert on pool wait", "--owner", "@kai", "--due", "1d"]),
    ];
    let declaration = ["declare", "P1 Payments failing at checkout", "--service", "payments-api", "--anyway"];
    let handle = first_line(&desktop.sitrep_at(&at(0), &declaration)?)?;
    for (minutes, act) in acts {
        desktop.sitrep_at(&at(minutes), &[act, &["-i", &handle]].concat())?;
    }
    Ok(())
}
