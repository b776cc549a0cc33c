//! Which branch is read, and the tags.

use std::ops::ControlFlow;

use chrono::{DateTime, Utc};

use crate::change::Repository;
use crate::error::ChangesError;
use crate::git::GitIn;
use crate::one_line::one_line;

const TAGS: &str = "refs/tags/";
/// A field each, in the order in which [`Ref::read`] takes them. What begins with `*` is what an annotated tag points to.
const FIELDS: [&str; 12] = [
    "refname",
    "objecttype",
    "objectname",
    "objectname:short",
    "*objecttype",
    "*objectname",
    "*objectname:short",
    "creatordate:unix",
    "*committerdate:unix",
    "taggername",
    "authorname",
    "contents:subject",
];

/// The branch that is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Branch {
    /// Its name, such as `origin/main`; none for a HEAD that is on no branch.
    pub(crate) name: Option<String>,
    /// The hash of its newest commit.
    pub(crate) tip: String,
}

/// A tag on a commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tag {
    pub(crate) name: String,
    /// The hash of the tag itself where it is annotated, else of the commit.
    pub(crate) id: String,
    pub(crate) commit: String,
    pub(crate) short: String,
    pub(crate) at: Option<DateTime<Utc>>,
    pub(crate) author: String,
    pub(crate) subject: String,
}

impl Tag {
    pub(crate) fn is_annotated(&self) -> bool {
        self.id != self.commit
    }
}

/// The branch that is meant, and every tag on a commit: one call where the branch is not HEAD's.
pub(crate) fn read(git: &GitIn<'_>, repository: &Repository) -> Result<(Branch, Vec<Tag>), ChangesError> {
    let candidates = candidates(repository.branch.as_deref());
    let format = FIELDS.map(|field| format!("%({field})")).join("%00") + "%00";
    let mut words = vec!["for-each-ref", "--format", &format, TAGS];
    words.extend(candidates.iter().map(String::as_str));
    let (mut tips, mut tags) = (Vec::new(), Vec::new());
    let mut fields: Vec<Vec<u8>> = Vec::new();
    git.fields(&words, 0, |field| {
        fields.push(field.to_owned());
        if fields.len() == FIELDS.len() {
            let one = Ref(&fields);
            match one.name().strip_prefix(TAGS) {
                Some(_) => tags.extend(one.tag()),
                None => tips.push((one.name(), one.text(2))),
            }
            fields.clear();
        }
        ControlFlow::Continue(())
    })?;
    let found = candidates.iter().find_map(|name| tips.iter().find(|(tip, _)| tip == name));
    let branch = match (found, &repository.branch) {
        (Some((name, tip)), _) => Branch { name: Some(short_name(git, name)?), tip: tip.clone() },
        (None, Some(wanted)) if wanted != "HEAD" => return Err(unknown(git, &repository.path, wanted)),
        (None, _) => head(git, &repository.path)?,
    };
    Ok((branch, tags))
}

/// Where a branch may stand, in the order of preference.
fn candidates(wanted: Option<&str>) -> Vec<String> {
    match wanted {
        None => ["HEAD", "main", "master"].map(|name| format!("refs/remotes/origin/{name}")).into(),
        Some("HEAD") => Vec::new(),
        Some(full) if full.starts_with("refs/") => vec![full.to_owned()],
        Some(name) => ["refs/remotes/origin/", "refs/heads/", "refs/remotes/"].map(|folder| format!("{folder}{name}")).into(),
    }
}

/// `origin/main` for where `origin/HEAD` points, and for `refs/remotes/origin/main`.
fn short_name(git: &GitIn<'_>, full: &str) -> Result<String, ChangesError> {
    let target = if full.ends_with("/HEAD") { git.answer(&["symbolic-ref", "--quiet", full])? } else { None };
    let full = target.map_or_else(|| full.to_owned(), |target| one_line(&target));
    let short = full.strip_prefix("refs/remotes/").or_else(|| full.strip_prefix("refs/heads/"));
    Ok(short.unwrap_or(&full).to_owned())
}

fn head(git: &GitIn<'_>, path: &str) -> Result<Branch, ChangesError> {
    let tip = git.answer(&["rev-parse", "--verify", "--quiet", "HEAD^{commit}"])?;
    let tip = tip.ok_or_else(|| ChangesError::Empty(path.to_owned()))?;
    let name = git.answer(&["symbolic-ref", "--quiet", "--short", "HEAD"])?;
    Ok(Branch { name: name.map(|name| one_line(&name)), tip: one_line(&tip) })
}

/// Where nothing was committed, that is the trouble, not the branch's name.
fn unknown(git: &GitIn<'_>, path: &str, wanted: &str) -> ChangesError {
    match head(git, path) {
        Ok(_) => ChangesError::UnknownBranch { path: path.to_owned(), branch: one_line(wanted.as_bytes()) },
        Err(error) => error,
    }
}

/// The fields of one ref.
struct Ref<'a>(&'a [Vec<u8>]);

impl Ref<'_> {
    /// Records end in a line break, which stands before the next one's name.
    fn name(&self) -> String {
        one_line(self.0[0].trim_ascii_start())
    }

    fn text(&self, field: usize) -> String {
        one_line(&self.0[field])
    }

    fn instant(&self, field: usize) -> Option<DateTime<Utc>> {
        instant(&self.0[field])
    }

    /// A tag of something else than a commit is no change.
    fn tag(&self) -> Option<Tag> {
        let (commit, short) = match (self.text(1).as_str(), self.text(4).as_str()) {
            ("commit", _) => (2, 3),
            ("tag", "commit") => (5, 6),
            _ => return None,
        };
        let by = if commit == 2 { 10 } else { 9 };
        Some(Tag {
            name: self.name().strip_prefix(TAGS)?.to_owned(),
            id: self.text(2),
            commit: self.text(commit),
            short: self.text(short),
            at: self.instant(7).or_else(|| self.instant(8)),
            author: self.text(by),
            subject: self.text(11),
        })
    }
}

/// Seconds since 1970; nothing for a date that is none.
pub(crate) fn instant(field: &[u8]) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp(std::str::from_utf8(field).ok()?.parse().ok()?, 0)
}
