//! The template engine: strict about names, and stopped when a template goes on for too long.

use std::collections::BTreeSet;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Value, ValueKind};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior};

use super::markup::{gap, literal};
use super::replacement::Replacement;
use super::template_error::TemplateError;

/// A template that goes on for longer than any message could is stopped.
const FUEL: u64 = 500_000;

/// The names that a template uses.
pub(super) fn variables(text: &str) -> Result<BTreeSet<String>, TemplateError> {
    let environment = environment(&[]);
    let template = environment.template_from_str(text).map_err(|error| unreadable_template(&error))?;
    Ok(template.undeclared_variables(false).into_iter().filter(|name| name != "range").collect())
}

pub(super) fn unreadable_template(error: &Error) -> TemplateError {
    let reason = match (error.kind(), error.detail()) {
        (ErrorKind::OutOfFuel, _) => "it goes on for too long".to_owned(),
        (kind, Some(detail)) => format!("{kind}: {detail}"),
        (kind, None) => kind.to_string(),
    };
    TemplateError { line: error.line(), reason }
}

/// Every printed value stands as a literal, so that none is read as markup; only `lines` makes lines of one.
pub(super) fn environment(replaced: &[Replacement]) -> Environment<'static> {
    let mut environment = Environment::new();
    // A block alone in its line leaves no line behind.
    if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
        environment.set_syntax(syntax);
    }
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment.set_auto_escape_callback(|_| AutoEscape::None);
    // Text that is marked as safe would be read as markup, whoever typed it.
    environment.remove_filter("safe");
    let replacements = replaced.to_vec();
    environment.set_formatter(move |out: &mut Output<'_>, _: &mut State<'_, '_>, value: &Value| {
        let text = match value.kind() {
            ValueKind::None => return Ok(()),
            _ if value.is_safe() => value.to_string(),
            _ => literal(&Replacement::all_in(&replacements, &value.to_string())),
        };
        out.write_str(&text).map_err(Error::from)
    });
    let replacements = replaced.to_vec();
    environment.add_filter("lines", move |value: Value| match value.is_safe() {
        true => value,
        false => Value::from_safe_string(lines(&Replacement::all_in(&replacements, &value.to_string()))),
    });
    environment
}

/// What stands in for a value that is not known yet.
pub(super) fn unknown(text: &str) -> Value {
    Value::from_safe_string(gap(text))
}

/// One line stays in place; several become a list under the label.
fn lines(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    match lines.as_slice() {
        [line] => literal(line),
        lines => lines.iter().map(|line| format!("\n- {}", literal(line))).collect(),
    }
}
