//! Where a link leads.

use std::path::Path;

use percent_encoding::percent_decode_str;

use super::read::is_there;

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To another place: an address, a template's words, nothing.
    Elsewhere,
    /// Out of the folder, where Sitrep does not look.
    Leaves,
    /// To a heading of the same file.
    Here {
        /// Its name, without `#`.
        anchor: String,
    },
    /// To a file or folder.
    Inside {
        /// From the folder, with `/`; empty for the folder itself.
        path: String,
        /// Whether it is written from the top of a site: `/docs/x`.
        of_the_site: bool,
    },
}

/// Where a link in the file at `from` leads.
#[must_use]
pub fn target(from: &str, url: &str) -> Target {
    let url = url.trim();
    let is_template = ["{{", "<%", "${", "{%"].iter().any(|sign| url.contains(sign));
    if url.is_empty() || is_template || url.starts_with("//") || url.starts_with("\\\\") || has_scheme(url) {
        return Target::Elsewhere;
    }
    if let Some(anchor) = url.strip_prefix('#') {
        return if matches!(anchor, "" | "top") { Target::Elsewhere } else { Target::Here { anchor: decoded(anchor).to_lowercase() } };
    }
    let path = decoded(url.split(['#', '?']).next().unwrap_or_default()).replace('\\', "/");
    let of_the_site = path.starts_with('/');
    let base = if of_the_site { "" } else { parent(from) };
    resolved(base, &path).map_or(Target::Leaves, |path| Target::Inside { path, of_the_site })
}

/// The file that a link in the file at `from` leads to, from the folder that both lie in.
#[must_use]
pub fn led_to(folder: &Path, from: &str, url: &str) -> Option<String> {
    let Target::Inside { path, .. } = target(from, url) else { return None };
    candidates(from, url, &path).into_iter().find(|path| is_there(folder, path) && !folder.join(path).is_dir())
}

/// `https:`, `mailto:`, and `C:`, which is a place on somebody's machine.
fn has_scheme(url: &str) -> bool {
    url.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+.-".contains(c))
    })
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(parent, _)| parent)
}

/// None for a path that leaves the folder.
fn resolved(base: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = base.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The paths at which a link's file may stand: as written, with `.md`, as a folder's own page, and as a site builds it (a page is a folder there).
#[must_use]
pub fn candidates(from: &str, url: &str, path: &str) -> Vec<String> {
    let mut all = pages(path);
    let url = decoded(url.split(['#', '?']).next().unwrap_or_default());
    let of_the_page = from.rsplit_once('.').map_or(from, |(stem, _)| stem);
    if !url.starts_with('/') && !url.ends_with(".md") {
        all.extend(resolved(of_the_page, &url).iter().flat_map(|path| pages(path)));
    }
    all
}

fn pages(path: &str) -> Vec<String> {
    let bare = path.strip_suffix(".html").unwrap_or(path);
    let mut all = vec![path.to_owned()];
    if !bare.is_empty() {
        all.extend(["md", "markdown", "mdx"].iter().map(|ending| format!("{bare}.{ending}")));
    }
    all.extend(["README.md", "index.md", "_index.md"].iter().map(|page| format!("{bare}/{page}").trim_start_matches('/').to_owned()));
    all
}
