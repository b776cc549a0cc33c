//! From rules as they are written to rules that search.

use aho_corasick::BuildError;

use super::named_secrets::REMOVED;
use super::rule::{Finder, Pattern, Rule, Written};
use super::terms::Terms;
use crate::team::{LooksFor, Refusal, RuleText, Services, TeamFileError, WrittenRules};
use crate::vocabulary::HitGroup;

/// The built-in rules under a team's, in the order of the files; where asked for, those of one group alone. And what was switched off.
pub(super) fn rules(guard_toml: &str, services: &Services, only: Option<HitGroup>) -> Result<(Vec<Rule>, Vec<String>), TeamFileError> {
    let written = WrittenRules::read(guard_toml, services)?;
    Ok((written.make_each(only, |text, own| compile(text, &written, own))?, written.switched_off()?))
}

fn compile(text: RuleText, words: &WrittenRules, own: bool) -> Result<Rule, Refusal> {
    let ready = |terms: Result<Terms, BuildError>| terms.map_err(|error| (String::new(), format!("holds too much: {error}")));
    let finder = match text.looks_for {
        LooksFor::Pattern => Finder::Pattern(pattern(&text, own)?),
        LooksFor::People => Finder::People(pattern(&text, own)?, words.everyday_names.clone()),
        LooksFor::Missing => Finder::Missing(pattern(&text, own)?),
        LooksFor::Jargon => Finder::Terms(ready(Terms::words(&words.jargon))?),
        LooksFor::Services => Finder::Terms(ready(Terms::names(&words.own.services))?),
        LooksFor::UnnamedServices => Finder::Terms(ready(Terms::names(&words.own.unnamed_services))?),
        LooksFor::Team => Finder::Own(ready(Terms::names(&words.own.others))?),
    };
    let removed = (text.group == HitGroup::Secret).then(|| REMOVED.to_owned());
    Ok(Rule {
        id: text.id,
        title: text.title,
        why: text.why,
        review_why: text.review_why,
        group: text.group,
        audience: text.audience,
        replace_with: text.replace_with.or(removed),
        finder,
    })
}

/// A team's patterns are compiled at once, to tell what is wrong with them; the built-in ones, which a test reads, when needed.
fn pattern(text: &RuleText, own: bool) -> Result<Pattern, Refusal> {
    let written = |pattern: &str| if own { Written::compile(pattern) } else { Ok(Written::later(pattern)) };
    let main = text.pattern.as_deref().ok_or_else(|| ("pattern".to_owned(), "is missing".to_owned()))?;
    let except = text.except.iter().enumerate();
    Ok(Pattern {
        regex: written(main).map_err(|error| ("pattern".to_owned(), reason(&error)))?,
        keywords: text.keywords.iter().map(|keyword| keyword.to_ascii_lowercase()).collect(),
        except: except
            .map(|(at, except)| written(except).map_err(|error| (format!("except[{at}]"), reason(&error))))
            .collect::<Result<_, _>>()?,
        beside: match &text.beside {
            Some(beside) => Some(written(beside).map_err(|error| ("beside".to_owned(), reason(&error)))?),
            None => None,
        },
        min_entropy: text.min_entropy,
        condition: text.condition,
    })
}

/// The last line of what the engine says; those before it draw the pattern.
fn reason(error: &regex::Error) -> String {
    let said = error.to_string();
    let last = said.lines().last().unwrap_or_default();
    format!("is no pattern: {}", last.trim().trim_start_matches("error: "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_pattern_reads() -> Result<(), TeamFileError> {
        for rule in rules("", &Services::default(), None)?.0 {
            let (Finder::Pattern(pattern) | Finder::People(pattern, _) | Finder::Missing(pattern)) = &rule.finder else { continue };
            for written in std::iter::once(&pattern.regex).chain(&pattern.beside).chain(&pattern.except) {
                assert!(written.regex().is_some(), "{}: {}", rule.id, written.text);
            }
        }
        Ok(())
    }
}
