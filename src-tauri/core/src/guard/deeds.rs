//! What stands between a person and a thing that is said of them.

use std::sync::LazyLock;

use regex::Regex;

/// Between a person and what is said of them.
const LINK: &str = r"(?:,? who)?(?:,? (?:had|has|have|then|also|simply|just|again|clearly|obviously|apparently|probably|repeatedly|only|all|both|twice))*,?\s+";
/// Whether these words link a person who is named to what is said of them.
pub(super) fn is_link(between: &str) -> bool {
    static LINKED: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(&format!("^`?{LINK}$")).ok());
    LINKED.as_ref().is_some_and(|linked| linked.is_match(between))
}

/// The words for somebody, as a pattern of what may stand right before a thing that is said of them.
pub(super) fn before_a_deed(somebody: &str) -> String {
    format!(r"(?i)\b(?:{somebody}){LINK}$")
}
