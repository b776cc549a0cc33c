//! A file uses its own floor and those before it.

use std::path::Path;

use sitrep_tests::Outcome;

use crate::plan::{CRATES, Crate};
use crate::source::{Source, root, sources_in};

#[test]
fn no_file_uses_a_floor_below_its_own() -> Outcome {
    let mut wrong = Vec::new();
    for house in CRATES {
        let folder = root().join(house.sources);
        for source in sources_in(&folder)? {
            wrong.extend(goes_down(house, &source, &folder));
        }
    }
    assert!(wrong.is_empty(), "these use what lies below them:\n{}", wrong.join("\n"));
    Ok(())
}

#[test]
fn every_file_stands_on_a_floor() -> Outcome {
    let mut homeless = Vec::new();
    for house in CRATES {
        let folder = root().join(house.sources);
        let without = sources_in(&folder)?.into_iter().filter(|source| !source.module.is_empty() && floor(house, &source.module).is_none());
        homeless.extend(without.map(|source| source.file.display().to_string()));
    }
    assert!(homeless.is_empty(), "the plan knows no floor for:\n{}", homeless.join("\n"));
    Ok(())
}

/// The lines of a file that use a floor below its own.
fn goes_down(house: &Crate, source: &Source, folder: &Path) -> Vec<String> {
    let Some(own) = floor(house, &source.module) else { return Vec::new() };
    let down = source.takes.iter().filter(|taken| floor(house, &taken.path).is_some_and(|other| other > own));
    let name = |line: usize, path: &[String]| {
        format!("{}/{}:{line} uses {}", house.sources, source.file.strip_prefix(folder).unwrap_or(&source.file).display(), path.join("::"))
    };
    down.map(|taken| name(taken.line, &taken.path)).collect()
}

/// Which floor a module stands on.
fn floor(house: &Crate, module: &[String]) -> Option<usize> {
    let first = module.first()?;
    house.floors.iter().position(|floor| floor.split(' ').any(|name| name == first))
}
