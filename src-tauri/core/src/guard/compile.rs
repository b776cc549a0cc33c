//! From rules as they are written to rules that search.

use aho_corasick::BuildError;

use super::deeds::before_a_deed;
use super::named_secrets::REMOVED;
use super::offers::{Gratitude, Offer};
use super::rule::{Finder, Pattern, Rule, Written};
use super::terms::Terms;
use crate::team::{LooksFor, Refusal, RuleText, Services, TeamFileError, WrittenRules, no_pattern};
use crate::vocabulary::HitGroup;

/// All that the files say, ready to be used.
#[derive(Debug, Default)]
pub(super) struct Compiled {
    /// The built-in rules under a team's, in the order of the files.
    pub(super) rules: Vec<Rule>,
    /// What was switched off.
    pub(super) switched_off: Vec<String>,
    /// What may stand right before a thing that is said of somebody.
    pub(super) somebody: Option<Written>,
    pub(super) offers: Vec<Offer>,
    pub(super) thanks: Vec<Gratitude>,
}

impl Compiled {
    /// What a team's file says over the built-in ones; where asked for, the rules of one group alone.
    pub(super) fn read(guard_toml: &str, services: &Services, only: Option<HitGroup>) -> Result<Self, TeamFileError> {
        let written = WrittenRules::read(guard_toml, services)?;
        let rules = written.make_each(only, |text, own| compile(text, &written, own))?;
        let alone = Self { rules, switched_off: written.switched_off()?, ..Self::default() };
        if only.is_some() { Ok(alone) } else { alone.with_reviews(&written) }
    }

    /// And what only reviews are read with.
    fn with_reviews(self, written: &WrittenRules) -> Result<Self, TeamFileError> {
        let words = written.review_words()?;
        Ok(Self {
            somebody: words.somebody.as_deref().map(|somebody| Written::later(&before_a_deed(somebody))),
            offers: words.offers.into_iter().map(Offer::of).collect(),
            thanks: words.thanks.into_iter().map(Gratitude::of).collect(),
            ..self
        })
    }
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
        kind: text.kind,
        question: text.question,
        part: text.reads,
        of_people: text.of_people,
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
        regex: written(main).map_err(|error| ("pattern".to_owned(), no_pattern(&error)))?,
        keywords: text.keywords.iter().map(|keyword| keyword.to_ascii_lowercase()).collect(),
        except: except
            .map(|(at, except)| written(except).map_err(|error| (format!("except[{at}]"), no_pattern(&error))))
            .collect::<Result<_, _>>()?,
        beside: match &text.beside {
            Some(beside) => Some(written(beside).map_err(|error| ("beside".to_owned(), no_pattern(&error)))?),
            None => None,
        },
        min_entropy: text.min_entropy,
        condition: text.condition,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_pattern_reads() -> Result<(), TeamFileError> {
        for rule in Compiled::read("", &Services::default(), None)?.rules {
            let (Finder::Pattern(pattern) | Finder::People(pattern, _) | Finder::Missing(pattern)) = &rule.finder else { continue };
            for written in std::iter::once(&pattern.regex).chain(&pattern.beside).chain(&pattern.except) {
                assert!(written.regex().is_some(), "{}: {}", rule.id, written.text);
            }
        }
        Ok(())
    }
}
