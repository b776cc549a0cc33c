//! An incident is found by its title in any script, its handle says nothing false, and a title is a title.

mod support;

use sitrep_core::vocabulary::Severity;
use sitrep_workstation::Error;
use support::{Bench, Result};

#[test]
fn an_incident_is_found_by_any_part_of_its_title() -> Result {
    let bench = Bench::new()?;
    let mut handles = Vec::new();
    for title in [
        "決済が失敗している",
        "فشل في الدفع",
        "Zoë's café is overloaded",
        "Search for customers in Europe is very slow",
        "Платежи не работают",
    ] {
        handles.push(bench.declare(&format!("P2 {title}"))?);
    }
    for (part, which) in [("決済", 0), ("失敗", 0), ("فشل", 1), ("zoë", 2), ("zoe", 2), ("ZOË", 2), ("very slow", 3), ("платежи", 4)]
    {
        assert_eq!(bench.room.find(Some(part)).map(|row| row.summary.handle)?, handles[which], "{part}");
    }
    assert!(matches!(bench.room.find(Some("nothing like it")), Err(Error::UnknownIncident(_))));
    bench.declare("P3 決済 is slow, too")?;
    assert!(matches!(bench.room.find(Some("決済")), Err(Error::Ambiguous { handles, .. }) if handles.len() == 2));

    bench.room.resolve(&handles[1], Some("a drill"))?;
    assert_eq!(bench.room.find(Some("فشل"))?.summary.handle, handles[1], "one that ended is found as well");
    Ok(())
}

#[test]
fn a_handle_says_nothing_that_the_title_does_not() -> Result {
    let bench = Bench::new()?;
    let declared = ["P2 決済が失敗", "P2 فشل الدفع", "P2 決済 API down"].map(|line| bench.declare(line));
    let handles = declared.into_iter().collect::<Result<Vec<_>>>()?;
    assert_eq!(handles, ["2026-11-23-1", "2026-11-23-2", "2026-11-23-api-down"]);
    assert_eq!(bench.room.find(Some("2026-11-23-1"))?.summary.title, "決済が失敗");
    Ok(())
}

#[test]
fn a_text_is_no_title() -> Result {
    let bench = Bench::new()?;
    let long = format!("P1 {}", "word ".repeat(2000));
    let refused = bench.declare(&long).err().ok_or("it was declared")?;
    assert!(refused.to_string().contains("300 at most"), "{refused}");
    let handle = bench.declare("P1 Payments failing")?;
    assert_eq!(bench.room.set_title(&handle, &long).map_err(|error| error.code()), Err("long_title"));
    Ok(())
}

#[test]
fn a_team_that_says_sev1_is_understood() -> Result {
    let bench = Bench::new()?;
    std::fs::create_dir_all(bench.folder.path().join("config"))?;
    std::fs::write(
        bench.folder.path().join("config/policy.toml"),
        "[severity_names]\nSEV1 = \"P0\"\n\"Sev 2\" = \"P1\"\nmajor = \"P1\"\n",
    )?;
    bench.room.refresh();
    for (line, severity) in [("SEV1 All down", Severity::P0), ("sev-2: Search down", Severity::P1), ("[Major] Payments down", Severity::P1)]
    {
        let handle = bench.declare(line)?;
        assert_eq!(bench.room.find(Some(&handle))?.summary.severity, severity, "{line}");
    }
    assert_eq!(bench.room.severity_named("Major")?, Severity::P1);
    assert_eq!(bench.room.severity_named("SEV3").map_err(|error| error.code()), Err("unknown_severity"));

    std::fs::write(bench.folder.path().join("config/policy.toml"), "[severity_names]\nP1 = \"P0\"\n")?;
    bench.room.refresh();
    assert_eq!(bench.room.severity_named("P1")?, Severity::P1, "a file that turns them round changes nothing");
    Ok(())
}
