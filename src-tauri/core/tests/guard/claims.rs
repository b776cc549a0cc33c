//! Claims of a resolution, and the time of the next update.

use sitrep_core::guard::{Guard, Scope};
use sitrep_core::team::TeamFileError;
use sitrep_core::vocabulary::HitGroup;

use crate::{STAKEHOLDERS, check_silent, check_table, rules};

#[test]
fn a_claim_that_nobody_verified_is_found() -> Result<(), TeamFileError> {
    let guard = Guard::built_in()?;
    let table = [
        ("The issue is resolved.", "The issue is being verified."),
        ("The issue has been resolved.", "The issue is being verified."),
        ("All issues have been fully resolved.", "All issues are being verified."),
        ("INCIDENT RESOLVED: P1 - Payments failing", "INCIDENT BEING VERIFIED: P1 - Payments failing"),
        ("Status: Resolved", "Status: being verified"),
        ("Resolved", "Being verified"),
        ("Payments are back to normal.", "Payments are being verified."),
        ("We have fixed the problem.", "We may have a fix for the problem."),
        ("We fixed it at 14:02.", "We may have a fix for it at 14:02."),
        ("Payments are fixed", "Payments are being verified"),
        ("The service has fully recovered.", "The service is being verified."),
        ("Logins failed at 14:02 and recovered at 14:20.", "Logins failed at 14:02 and may have recovered at 14:20."),
        ("Error rates have returned to normal.", "Error rates are being verified."),
        ("Checkout is working again.", "Checkout is being verified."),
        ("The site is back online", "The site is being verified"),
        ("It is all clear", "It is being verified"),
        ("Access to payments is restored.", "Access to payments is being verified."),
        ("Customers are no longer affected.", "Customers are being checked for remaining impact."),
        ("The incident is over.", "The incident is being verified."),
        ("When the error rate dropped, it was resolved.", "When the error rate dropped, it was being verified."),
    ];
    check_table(&guard, &STAKEHOLDERS, &table);
    let verified = Scope { verified: true, ..STAKEHOLDERS };
    check_silent(&guard, &verified, &table.map(|(text, _)| text));
    Ok(())
}

#[test]
fn what_is_not_yet_is_no_claim() -> Result<(), TeamFileError> {
    let texts = [
        "It will be resolved soon.",
        "It is not resolved.",
        "It isn't resolved yet",
        "It has not yet been resolved.",
        "We update you until it is resolved.",
        "until the issue is fully resolved",
        "We are working to resolve this.",
        "to get this resolved",
        "The cause is unresolved.",
        "Watch for recurrence before declaring it resolved",
        "We tell you when it is resolved.",
        "once payments are back to normal",
        "We expect payments to be back to normal by 15:00",
        "Not all pages are back to normal",
        "Nobody has resolved it",
        "It must be fixed first",
        "Payments may have recovered",
        "We expect that error rates have returned to normal by 15:00",
        "The name resolved to another address",
        "DNS names could not be resolved",
        "restored from the copy of Monday",
        "a fixed-width field, a fixed rate",
        "The rule is that a resolution comes last",
        "Clear the cache. It is normal.",
        "before we say that customers are no longer affected",
    ];
    check_silent(&Guard::built_in()?, &STAKEHOLDERS, &texts);
    Ok(())
}

#[test]
fn an_update_says_when_the_next_one_comes() -> Result<(), TeamFileError> {
    let guard = Guard::built_in()?;
    let owed = Scope { next_update: Some("15:12"), ..STAKEHOLDERS };
    for text in [
        "Next update in 30 minutes (by 15:12 UTC).",
        "More at 15:12.",
        "More at 3:12 pm",
        "Next update in 30 minutes",
        "updates every hour",
        "We will provide updates every 30 minutes.",
        "We will provide updates every 2 hours.",
        "We will provide updates every day.",
        "Next update in about an hour",
        "We will post another update within 15 min",
        "hourly updates",
        "We update you every 30 minutes",
    ] {
        assert!(guard.scan(text, &owed).is_empty(), "{text}");
    }
    for text in
        ["", "Payments fail.", "More at 15:13.", "We updated it 30 minutes ago", "More updates follow.", "Every 30 minutes it fails"]
    {
        let hits = guard.scan(text, &owed);
        assert_eq!(rules(&hits), ["next-update"], "{text}");
        assert!(hits[0].range.is_none() && hits[0].replace_with.is_none() && hits[0].group == HitGroup::NextUpdate);
        assert!(guard.scan(text, &STAKEHOLDERS).is_empty(), "{text}");
    }
    Ok(())
}
