//! Links and images that lead nowhere.

use std::collections::HashSet;

use similar::TextDiff;

use super::around::Around;
use super::edits::Edit;
use super::mark::{Mark, Mend, Rule, Spot};
use crate::folder::{Target, candidates, target};
use crate::markdown::anchors;
use crate::model::{Inline, Runbook};

/// How like a dead path a file's must be to be offered.
const LIKE_ENOUGH: f32 = 0.6;
/// So many files are compared; in a folder with more, the first ones.
const COMPARED_AT_MOST: usize = 3_000;

pub fn marks(runbook: &Runbook, lines: &[&str], around: &Around<'_>) -> Vec<Mark> {
    let anchors = anchors(&runbook.blocks);
    let parts = runbook.blocks.iter().flat_map(|block| block.inlines().map(move |part| (block.lines.from, part)));
    parts.filter_map(|(line, part)| mark(part, line, &anchors, lines, around)).collect()
}

fn mark(part: &Inline, block_line: u32, anchors: &HashSet<String>, lines: &[&str], around: &Around<'_>) -> Option<Mark> {
    let (url, line, rule) = match part {
        Inline::Link { url, line, .. } => (url, line, Rule::DeadLink),
        Inline::Image { url, line, .. } => (url, line, Rule::DeadImage),
        _ => return None,
    };
    let line = if *line == 0 { block_line } else { *line };
    let message = problem(url, anchors, around)?;
    let spot = Spot::part(lines, line, url);
    Some(spot.mark(rule, message, why(rule), mend(url, line, lines, around)))
}

fn why(rule: Rule) -> &'static str {
    if rule == Rule::DeadImage { "What it shows cannot be guessed." } else { "At night a dead link costs minutes." }
}

/// What is wrong with a link, if it is one within the folder.
fn problem(url: &str, anchors: &HashSet<String>, around: &Around<'_>) -> Option<String> {
    match target(around.path, url) {
        Target::Elsewhere => None,
        Target::Leaves => Some(format!("{url} leads out of the folder")),
        Target::Here { anchor } => (!anchors.contains(&anchor)).then(|| format!("No heading here is called #{anchor}")),
        Target::Inside { path, of_the_site } => {
            let is_there = candidates(around.path, url, &path).iter().any(|path| (around.exists)(path));
            // A site's own address says nothing of the folder, unless it begins with one of its folders.
            let first = path.split('/').next().unwrap_or_default();
            let says_nothing = of_the_site && (first == path || !(around.exists)(first));
            (!is_there && !says_nothing).then(|| format!("{url} is not there"))
        }
    }
}

/// The file that is most like it, if one is.
fn mend(url: &str, line: u32, lines: &[&str], around: &Around<'_>) -> Mend {
    let Some(better) = better(url, around) else { return Mend::by_hand("Correct the path, or take the link away") };
    let old = lines.get(line.saturating_sub(1) as usize).copied().unwrap_or_default();
    if !old.contains(url) {
        return Mend::by_hand(format!("Perhaps {better} is meant"));
    }
    Mend::exact(format!("Put “{better}” in its place"), better.clone(), vec![Edit::instead(line, vec![old.replace(url, &better)])])
}

fn better(url: &str, around: &Around<'_>) -> Option<String> {
    let Target::Inside { path, .. } = target(around.path, url) else { return None };
    let name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    let likeness = |file: &&String| TextDiff::from_chars(name(&path).as_str(), name(file).as_str()).ratio();
    let same_kind = around.files.iter().take(COMPARED_AT_MOST).filter(|file| ending(file) == ending(&path));
    let (file, how) = same_kind.map(|file| (file, likeness(&file))).max_by(|(_, a), (_, b)| a.total_cmp(b))?;
    (how >= LIKE_ENOUGH).then(|| relative(around.path, file))
}

fn ending(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// The way from one file to another, with blanks as links write them.
fn relative(from: &str, to: &str) -> String {
    let from: Vec<&str> = from.split('/').collect();
    let to: Vec<&str> = to.split('/').collect();
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count().min(from.len().saturating_sub(1)).min(to.len().saturating_sub(1));
    let up = std::iter::repeat_n("..", from.len().saturating_sub(1).saturating_sub(shared));
    up.chain(to.iter().skip(shared).copied()).collect::<Vec<_>>().join("/").replace(' ', "%20")
}
