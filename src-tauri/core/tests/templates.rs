//! A team's own templates: over and beside the built-in ones, never in their way.

mod support;

use std::error::Error;

use sitrep_core::event::EventBody;
use sitrep_core::messages::{MessageEdits, Recent, TemplateSet, VARIABLES, compose, variable_values};
use sitrep_core::vocabulary::{Audience, Severity, UpdateFormat, UpdateKind};
use support::{Story, at, team};

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

fn set(files: &[(&str, &str)]) -> Result<TemplateSet> {
    let files: Vec<(String, String)> = files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    Ok(TemplateSet::with(&files)?)
}

fn says(set: &TemplateSet, name: &str, severity: Severity) -> Result<String> {
    let incident = Story::declared(severity).fold().ok_or("no declaration")?;
    let template = set.get(name, &incident).ok_or("no such template")?;
    Ok(compose(&incident, &Recent::default(), &team()?, template, &MessageEdits::default(), at(42))?
        .document
        .write(UpdateFormat::Plain, &[])
        .text())
}

#[test]
fn what_a_template_is_for_decides_who_reads_it() -> Result {
    for (name, front) in [("customer", "audience = \"internal\""), ("ours", "update = \"customer\"\naudience = \"internal\"")] {
        let file = (name.to_owned(), format!("+++\n{front}\n+++\n{{{{ title }}}}\n"));
        let set = TemplateSet::with(&[file])?;
        let own = set.all().find(|template| template.name == name && template.own);
        assert_eq!(own.map(|own| own.audience), Some(Audience::Customers), "{name}: {:?}", set.problems);
    }
    Ok(())
}

#[test]
fn a_file_of_the_same_name_stands_over_the_built_in_one_and_inherits_what_it_leaves_out() -> Result {
    let set = set(&[("status", "We are on it: {{ title }}")])?;
    let own = set.all().find(|template| template.own).ok_or("none of our own")?;
    assert_eq!((own.label.as_str(), own.update, own.audience), ("Status update", Some(UpdateKind::Status), Audience::Internal));
    assert!(says(&set, "status", Severity::P1)?.starts_with("We are on it: "));
    Ok(())
}

#[test]
fn front_matter_says_for_which_severity_it_is() -> Result {
    let set = set(&[("status", "+++\nseverity = [\"P0\"]\n+++\nAll hands"), ("bridge", "+++\nseverity = [\"P0\"]\n+++\nDial in")])?;
    assert_eq!(says(&set, "status", Severity::P0)?, "All hands");
    assert!(says(&set, "status", Severity::P1)?.starts_with("INCIDENT UPDATE"));
    assert_eq!(says(&set, "bridge", Severity::P0)?, "Dial in");
    assert!(says(&set, "bridge", Severity::P1).is_err(), "it is not offered elsewhere");
    let offered = |severity| -> Result<Vec<(String, bool)>> {
        let incident = Story::declared(severity).fold().ok_or("no declaration")?;
        Ok(set.of(&incident).into_iter().map(|template| (template.name.clone(), template.own)).collect())
    };
    let (worst, other) = (offered(Severity::P0)?, offered(Severity::P1)?);
    let own =
        |offered: &[(String, bool)]| -> Vec<String> { offered.iter().filter(|(_, own)| *own).map(|(name, _)| name.clone()).collect() };
    assert_eq!((own(&worst), own(&other)), (vec!["status".to_owned(), "bridge".to_owned()], vec![]));
    assert_eq!((worst.len(), worst[0].0.as_str()), (other.len() + 1, "initial"));
    let all: Vec<(&str, bool)> = set.all().map(|template| (template.name.as_str(), template.own)).collect();
    assert_eq!(all.len(), worst.len() + 1, "the built-in one and the one over it");
    assert!(all.windows(2).any(|pair| pair == [("status", false), ("status", true)]), "{all:?}");
    assert_eq!(all.last(), Some(&("bridge", true)));
    Ok(())
}

#[test]
fn a_template_without_a_label_is_called_as_its_file_is() -> Result {
    let set = set(&[("bridge-notice_eu", "Dial in")])?;
    assert_eq!(set.all().last().map(|template| template.label.as_str()), Some("Bridge notice eu"));
    Ok(())
}

#[test]
fn what_is_not_known_leaves_no_word_and_what_is_typed_no_mark() -> Result {
    let set = set(&[("mine", "by {{ commander }}: {{ title }}, again by {{ next_update }}")])?;
    assert_eq!(
        says(&set, "mine", Severity::P1)?,
        "by : \u{2068}Payments failing at checkout\u{2069}, again by 14:30 UTC".replace(['\u{2068}', '\u{2069}'], "")
    );
    let story = Story::declared(Severity::P1).then(1, EventBody::TitleChanged { from: String::new(), to: "**b** x".into() });
    let incident = story.then(2, support::sent(UpdateKind::Customer)).then(5, support::sent(UpdateKind::Initial)).fold().ok_or("none")?;
    let template = set.get("mine", &incident).ok_or("no such template")?;
    let message = compose(&incident, &Recent::default(), &team()?, template, &MessageEdits::default(), at(7))?;
    assert_eq!(message.document.write(UpdateFormat::Plain, &[]).text(), "by : **b** x, again by 14:35 UTC");
    Ok(())
}

#[test]
fn a_bad_file_is_told_with_its_line_and_never_blocks_the_built_in_one() -> Result {
    let cases = [
        ("{{ title", "line 1: "),
        ("one\n{% if title %}\nno end", "line 3: "),
        ("+++\nlabel = \"x\"\n+++\none\n{{ titel }}", "line 5: there is no variable 'titel'"),
        ("+++\nlable = \"x\"\n+++\nbody", "line 2: unknown field"),
        ("+++\nlabel = \"x\"\nbody", "line 1: the front matter is not closed"),
        ("---\nlabel: x\n---\nbody", "line 1: the front matter is TOML"),
    ];
    for (text, reason) in cases {
        let set = set(&[("status", text)])?;
        let told = set.problems.first().map(|(_, error)| error.to_string()).ok_or_else(|| format!("{text} is good"))?;
        assert!(told.starts_with(reason), "{text}: {told}");
        assert!(says(&set, "status", Severity::P1)?.starts_with("INCIDENT UPDATE"), "{text}");
    }
    assert!(says(&set(&[("status", "{{ title | safe }}")])?, "status", Severity::P1).is_err(), "nothing typed is markup");
    Ok(())
}

#[test]
fn one_that_never_ends_is_stopped() -> Result {
    let set = set(&[("loop", "{% for a in range(9999) %}{% for b in range(9999) %}{{ a }}{% endfor %}{% endfor %}")])?;
    let failure = says(&set, "loop", Severity::P1).map_err(|error| error.to_string());
    assert_eq!(failure, Err("line 1: it goes on for too long".to_owned()));
    Ok(())
}

#[test]
fn every_variable_that_is_told_of_has_a_value() -> Result {
    let all: String = VARIABLES.iter().map(|(name, _)| format!("{{{{ {name} }}}}\n")).collect();
    let set = set(&[("everything", &all)])?;
    assert_eq!(set.problems, []);
    let incident = Story::declared(Severity::P1).fold().ok_or("no declaration")?;
    let template = set.get("everything", &incident).ok_or("no such template")?;
    compose(&incident, &Recent::default(), &team()?, template, &MessageEdits::default(), at(42))?;
    let told = variable_values(&incident, &Recent::default(), &team()?, template, &MessageEdits::default(), at(42));
    let known: Vec<&str> = told.into_iter().map(|(name, _)| name).collect();
    for (name, _) in VARIABLES {
        assert!(known.contains(&name), "{name}");
    }
    Ok(())
}
