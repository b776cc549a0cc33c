//! Practice: a folder of its own, and nothing of a person's in the way.

mod support;

use std::fs;
use std::sync::Arc;

use sitrep_workstation::{Workstation, seed_practice};
use support::{Bench, Result, TestClock, folders};

#[test]
fn practice_stays_in_its_own_folder() -> Result {
    let bench = Bench::new()?;
    let real = folders(bench.folder.path());
    let handle = seed_practice(&real, Arc::<TestClock>::clone(&bench.clock))?;
    assert!(bench.room.list()?.is_empty(), "nothing of it is in the real data");
    let practice = Workstation::open(real.practice(), Arc::<TestClock>::clone(&bench.clock))?;
    let overview = practice.overview()?;
    assert!(overview.practice);
    assert_eq!((overview.active.len(), overview.recent.len()), (1, 1));
    assert!(practice.timeline(Some(&handle))?.len() > 5);
    let due = practice.deadlines(Some(&handle))?;
    assert!(due.iter().all(|deadline| !deadline.is_late(support::start())), "it begins calm: {due:?}");
    assert_eq!(seed_practice(&real, Arc::<TestClock>::clone(&bench.clock))?, handle, "it is taken up again");
    Ok(())
}

#[test]
fn a_folder_that_a_person_called_practice_is_left_alone() -> Result {
    for linked in [false, true] {
        let bench = Bench::new()?;
        let real = folders(bench.folder.path());
        let theirs = bench.folder.path().join(if linked { "elsewhere" } else { "data/practice" });
        fs::create_dir_all(&theirs)?;
        fs::write(theirs.join("sitrep.db"), "my notes")?;
        if linked {
            std::os::unix::fs::symlink(&theirs, real.data.join("practice"))?;
        }

        for hours in [0, 4, 8] {
            bench.clock.set_minutes(hours * 60);
            seed_practice(&real, Arc::<TestClock>::clone(&bench.clock))?;
        }

        assert_eq!(real.practice().data, real.data.join("practice-2"));
        assert_eq!(fs::read_to_string(theirs.join("sitrep.db"))?, "my notes", "linked: {linked}");
        assert_eq!(fs::read_dir(&theirs)?.count(), 1, "linked: {linked}");
    }
    Ok(())
}

#[test]
fn practice_begins_anew_and_what_a_person_put_into_its_folder_stays() -> Result {
    let bench = Bench::new()?;
    let real = folders(bench.folder.path());
    let first = seed_practice(&real, Arc::<TestClock>::clone(&bench.clock))?;
    let practice = real.practice();
    let room = Workstation::open(practice.clone(), Arc::<TestClock>::clone(&bench.clock))?;
    let picture = room.picture_path(&room.keep_pixels(1, 1, vec![0, 0, 0, 255])?.id, sitrep_store::PictureSize::Whole);
    let review = std::path::PathBuf::from(room.save_review(&first)?.path);
    drop(room);
    let mine = ["notes.txt", "pictures/holiday.png", "reviews/mine.md", "keys/id"].map(|name| practice.data.join(name));
    for file in &mine {
        fs::create_dir_all(file.parent().ok_or("no folder")?)?;
        fs::write(file, "mine")?;
    }

    bench.clock.set_minutes(4 * 60);
    let next = seed_practice(&real, Arc::<TestClock>::clone(&bench.clock))?;

    assert_eq!(real.practice(), practice, "it is the same folder");
    let room = Workstation::open(practice, Arc::<TestClock>::clone(&bench.clock))?;
    assert_eq!(room.overview()?.active.len(), 1, "the first is gone");
    assert!(!picture.exists(), "a picture of the first is gone");
    for file in mine.iter().chain([&review]) {
        assert!(file.is_file(), "{}", file.display());
    }
    assert_ne!(next, first, "the first one's review is not taken for the next one's");
    Ok(())
}
