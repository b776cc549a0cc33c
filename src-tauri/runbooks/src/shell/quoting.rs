//! How a value is written so that it stays one value.

use super::language::Tongue;
use super::scan::Context;

/// Why a value is not put in.
pub type Refused = &'static str;

/// A value as it is written at a place.
///
/// # Errors
/// Why it is not written there.
pub fn written(value: &str, tongue: Tongue, context: Context, begins_word: bool) -> Result<String, Refused> {
    if value.chars().any(char::is_control) {
        return Err("The value has a line break or a control character in it. Pasted, it could run as a command of its own.");
    }
    match (tongue, context) {
        (Tongue::Shell | Tongue::Unsaid | Tongue::File, context) => shell(value, context, begins_word),
        (Tongue::Sql, Context::Single) => Ok(value.replace('\'', "''")),
        (Tongue::Sql, Context::Double) => Ok(value.replace('"', "\"\"")),
        (Tongue::Windows, Context::Single) => Ok(value.replace('\'', "''")),
        (Tongue::Query, Context::Double | Context::Single) => Ok(value.replace('\\', "\\\\").replace('"', "\\\"").replace('\'', "\\'")),
        _ => plain(value),
    }
}

fn shell(value: &str, context: Context, begins_word: bool) -> Result<String, Refused> {
    match context {
        Context::Bare if begins_word && value.starts_with('-') => {
            Err("The value begins with a dash: the command would read it as an option.")
        }
        Context::Bare if value.chars().all(needs_no_quotes) => Ok(value.to_owned()),
        Context::Bare => shlex::try_quote(value).map(Into::into).map_err(|_| "The value cannot be quoted."),
        Context::Single => Ok(value.replace('\'', r"'\''")),
        Context::Double => Ok(value.chars().fold(String::new(), |mut text, c| {
            if matches!(c, '"' | '\\' | '$' | '`') {
                text.push('\\');
            }
            text.push(c);
            text
        })),
        Context::Comment => Ok(value.to_owned()),
        Context::Text => plain(value),
    }
}

fn needs_no_quotes(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-_./:@%+=,".contains(c)
}

/// Where nothing can be quoted, only letters that mean nothing stand.
fn plain(value: &str) -> Result<String, Refused> {
    let harmless = value.chars().all(|c| c.is_alphanumeric() || "-_./:@%+=, ".contains(c));
    if harmless {
        Ok(value.to_owned())
    } else {
        Err("The value has signs in it that mean something here. Copy the command and put it in by hand.")
    }
}
