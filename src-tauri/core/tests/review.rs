//! The review document (seed: Post-Incident Review Template).

mod support;

use std::collections::BTreeMap;

use sitrep_core::event::EventBody;
use sitrep_core::review::markdown;
use sitrep_core::severity::Severity;
use sitrep_core::status::Status;
use sitrep_core::timeline;
use sitrep_core::update::{UpdateField, UpdateKind, UpdateSent};
use support::{Story, at};

#[test]
fn the_document_has_the_seeds_sections_and_the_timeline() -> Result<(), &'static str> {
    let sent = EventBody::UpdateSent(UpdateSent {
        update: Some(UpdateKind::Resolution),
        fields: BTreeMap::from([(UpdateField::RootCause, "The pool was capped at 20".to_owned())]),
        ..UpdateSent::default()
    });
    let story = Story::declared(Severity::P1)
        .note(9, "502s | on *card* payments\nonly <b>here</b>")
        .status(45, Status::Investigating, Status::Resolved)
        .then(46, sent);
    let incident = story.fold().ok_or("no declaration")?;
    insta::assert_snapshot!(markdown(&incident, &timeline::rows(&story.events), "@ana", at(60)));
    Ok(())
}
