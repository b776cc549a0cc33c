//! A value as one word of a POSIX shell.

use crate::text::one_line;

/// One word of a POSIX shell.
pub(crate) fn quote(value: &str) -> String {
    // What cannot be quoted holds a zero byte, which `one_line` has taken out.
    shlex::try_quote(&one_line(value)).map(|word| word.into_owned()).unwrap_or_default()
}
