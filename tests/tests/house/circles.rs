//! No file needs itself by way of others.

use std::collections::{BTreeMap, BTreeSet};

use sitrep_tests::Outcome;

use crate::plan::CRATES;
use crate::source::{Source, Taken, root, sources_in};

/// The crates that have no floors, being small.
const SMALL: [&str; 3] = ["src-tauri/changes/src", "src-tauri/clipboard/src", "src-tauri/pictures/src"];

#[test]
fn no_files_use_each_other_in_a_circle() -> Outcome {
    let mut circles = Vec::new();
    for sources in CRATES.iter().map(|house| house.sources).chain(SMALL) {
        let files = sources_in(&root().join(sources))?;
        circles.extend(circle(&arrows(&files)).map(|files| format!("{sources}: {}", files.join(" -> "))));
    }
    assert!(circles.is_empty(), "these go round in a circle:\n{}", circles.join("\n"));
    Ok(())
}

type Arrows = BTreeMap<String, BTreeSet<String>>;

/// Which file uses which. What a folder hands on is used from the file it comes from.
fn arrows(files: &[Source]) -> Arrows {
    let known: BTreeMap<Vec<String>, &Source> = files.iter().map(|file| (file.module.clone(), file)).collect();
    let mut arrows = Arrows::new();
    for file in files {
        let targets = file.takes.iter().filter_map(|taken: &Taken| home(&known, &taken.path)).filter(|target| *target != file.module);
        arrows.insert(file.module.join("::"), targets.map(|target| target.join("::")).collect());
    }
    arrows
}

/// The module that a path ends in.
fn home(known: &BTreeMap<Vec<String>, &Source>, path: &[String]) -> Option<Vec<String>> {
    let length = (0..=path.len()).rev().find(|length| known.contains_key(&path[..*length]))?;
    let (module, rest) = path.split_at(length);
    let handed_on = rest.first().and_then(|name| known.get(module)?.hands_on.get(name));
    match handed_on {
        Some(from) if from.as_slice() != path => home(known, &[from.as_slice(), &rest[1..]].concat()),
        _ => Some(module.to_vec()),
    }
}

/// A way from a file back to itself, if there is one.
fn circle(arrows: &Arrows) -> Option<Vec<String>> {
    let mut done = BTreeSet::new();
    arrows.keys().find_map(|start| walk(arrows, start, &mut Vec::new(), &mut done))
}

fn walk(arrows: &Arrows, at: &str, way: &mut Vec<String>, done: &mut BTreeSet<String>) -> Option<Vec<String>> {
    if let Some(since) = way.iter().position(|before| before == at) {
        return Some([&way[since..], &[at.to_owned()]].concat());
    }
    if done.contains(at) {
        return None;
    }
    way.push(at.to_owned());
    let found = arrows.get(at).into_iter().flatten().find_map(|next| walk(arrows, next, way, done));
    way.pop();
    done.insert(at.to_owned());
    found
}
