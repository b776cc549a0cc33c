//! Places: what a command leaves to be filled.

use serde::Serialize;
use std::collections::HashSet;
use ts_rs::TS;

use super::language::{Tongue, tongue};
use super::scan::{Context, contexts};
use crate::pattern::Pattern;

/// How a place is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "RunbookPlaceStyle")]
pub enum PlaceStyle {
    /// `{{service}}`.
    Braces,
    /// `$NAMESPACE`, `${NAMESPACE}`.
    Dollar,
    /// `<pod>`.
    Angle,
    /// `[POD_NAME]`.
    Square,
    /// `YOUR_CLUSTER`.
    Bare,
}

/// A place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "RunbookPlace")]
pub struct Place {
    /// As the text names it.
    pub name: String,
    /// The same for every way to write it: `pod_name` for `<pod-name>` and `$POD_NAME`.
    pub key: String,
    /// Its first byte.
    pub start: u32,
    /// The byte behind it.
    pub end: u32,
    /// How it is written.
    pub style: PlaceStyle,
}

/// All styles in one pass, each a group of its own.
static PLACE: Pattern = Pattern::new(concat!(
    r"\{\{-?\s*(?P<braces>\.?\$?[A-Za-z_][A-Za-z0-9_.-]{0,60}?)\s*-?\}\}",
    r"|\$(?:\{(?P<curly>[A-Z][A-Z0-9_]{0,60})\}|(?P<dollar>[A-Z][A-Z0-9_]{0,60})\b)",
    r"|<(?P<angle>[A-Za-z][A-Za-z0-9_.-]{0,40}(?:[ /:_-]{1,2}[A-Za-z0-9_.-]{1,40}){0,6})>",
    r"|\[(?P<square>(?i:your|insert|replace)[ _-][^\[\]\n]{1,40}|[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)+)\]",
    r"|\b(?P<bare>YOUR[_-][A-Z0-9][A-Z0-9_-]{1,40})\b"
));

/// A name that is given a value in the text itself.
static ASSIGNED: Pattern = Pattern::new(
    r"(?m)(?:^|[;&|(]|\bexport|\blocal|\bdeclare|\breadonly|\bdo|\bthen)\s*(?P<set>[A-Za-z_][A-Za-z0-9_]*)\+?=|\bread\s+(?:-\w+\s+)*(?P<read>[A-Za-z_]\w*)|\bfor\s+(?P<each>[A-Za-z_]\w*)\s+in\b",
);

/// What every shell has of its own.
const OF_THE_SHELL: &[&str] = &[
    "HOME",
    "PATH",
    "PWD",
    "USER",
    "SHELL",
    "HOSTNAME",
    "OLDPWD",
    "TERM",
    "LANG",
    "RANDOM",
    "SECONDS",
    "UID",
    "EUID",
    "PPID",
    "IFS",
    "EDITOR",
    "TMPDIR",
    "LOGNAME",
    "LINENO",
    "OSTYPE",
    "KUBECONFIG",
    "DISPLAY",
    "GOPATH",
    "COLUMNS",
    "LINES",
    "REPLY",
    "PIPESTATUS",
    "FUNCNAME",
    "SHLVL",
    "BASHPID",
    "BASH",
    "NF",
    "NR",
    "TMP",
    "TEMP",
];

/// Tags of HTML that commands search for.
const TAGS: &[&str] = &[
    "title", "html", "body", "head", "div", "span", "a", "b", "i", "p", "br", "li", "ul", "ol", "td", "tr", "table", "pre", "code", "h1",
    "h2", "xml",
];

/// The places of a command, in order.
#[must_use]
pub fn places(text: &str, language: &str) -> Vec<Place> {
    let contexts = contexts(text);
    let assigned: HashSet<&str> = assigned_names(text).map(|(name, _)| name).collect();
    let formats = text.contains("--format")
        || text.contains("go-template")
        || text.contains("--template")
        || text.contains("-f '{{")
        || text.contains("-f \"{{");
    let is_place = |place: &Place| match place.style {
        PlaceStyle::Dollar => {
            let context = contexts.get(place.start as usize).copied().unwrap_or(Context::Bare);
            let shell = matches!(tongue(language), Tongue::Shell | Tongue::Unsaid);
            let escaped = text.get(..place.start as usize).is_some_and(|before| before.ends_with(['\\', '$']));
            shell
                && !escaped
                && context != Context::Single
                && !assigned.contains(place.name.as_str())
                && !OF_THE_SHELL.contains(&place.name.as_str())
        }
        PlaceStyle::Braces => !(formats && place.name.starts_with('.')),
        PlaceStyle::Angle => is_angle_place(text, place),
        PlaceStyle::Square | PlaceStyle::Bare => true,
    };
    let mut found: Vec<Place> = PLACE.captures_iter(text).filter_map(|found| place(&found)).filter(is_place).collect();
    found.iter_mut().for_each(|place| place.name = plain_name(&place.name).to_owned());
    found
}

fn place(found: &regex::Captures<'_>) -> Option<Place> {
    let styles = [
        ("braces", PlaceStyle::Braces),
        ("curly", PlaceStyle::Dollar),
        ("dollar", PlaceStyle::Dollar),
        ("angle", PlaceStyle::Angle),
        ("square", PlaceStyle::Square),
        ("bare", PlaceStyle::Bare),
    ];
    let (name, style) = styles.into_iter().find_map(|(group, style)| Some((found.name(group)?.as_str(), style)))?;
    let whole = found.get(0)?;
    let (start, end) = (u32::try_from(whole.start()).ok()?, u32::try_from(whole.end()).ok()?);
    Some(Place { name: name.to_owned(), key: place_key(name), start, end, style })
}

/// `<<EOF>` and `</b>` are none, nor are HTML's tags and what follows a letter with a capital (`Vec<String>`).
fn is_angle_place(text: &str, place: &Place) -> bool {
    let before = text.get(..place.start as usize).unwrap_or_default();
    let after = text.get(place.end as usize..).unwrap_or_default();
    let generic = before.ends_with(|c: char| c.is_alphanumeric())
        && place.name.starts_with(|c: char| c.is_uppercase())
        && !place.name.contains(['_', '-'])
        && place.name.chars().any(char::is_lowercase);
    let is_tag =
        TAGS.contains(&place.name.as_str()) && (before.ends_with(['"', '\'', '>']) || text.contains(&format!("</{}>", place.name)));
    !before.ends_with(['<', '&']) && !after.starts_with(['(', '&']) && !generic && !is_tag
}

/// `service` of `.Values.service`'s like is left whole; only the leading dot and `$labels.` go.
fn plain_name(name: &str) -> &str {
    let name = name.trim_start_matches('.').trim_start_matches('$');
    name.strip_prefix("labels.").unwrap_or(name)
}

/// One key for every way to write a place: small letters, `_` between words, without `your`.
#[must_use]
pub fn place_key(name: &str) -> String {
    let key: String = plain_name(name).chars().map(|c| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { '_' }).collect();
    let key = ["your_", "the_", "insert_", "replace_", "my_"].iter().find_map(|word| key.strip_prefix(word)).unwrap_or(&key);
    key.trim_matches('_').to_owned()
}

/// The names that a text itself gives a value, with the byte at which each is named.
pub fn assigned_names(text: &str) -> impl Iterator<Item = (&str, usize)> {
    let names = ASSIGNED.captures_iter(text).filter_map(|found| ["set", "read", "each"].iter().find_map(|group| found.name(group)));
    names.map(|name| (name.as_str(), name.start()))
}
