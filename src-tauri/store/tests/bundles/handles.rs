//! Two laptops declare two incidents under one handle.

use sitrep_core::procedure::Stage;
use sitrep_core::vocabulary::IncidentId;
use sitrep_store::{Claim, Store};

use super::support::bundle::Laptop;
use super::support::{declare, now};

fn declared(handle: &str) -> (Laptop, IncidentId) {
    let mut laptop = Laptop::new();
    let id = declare(&mut laptop.store, handle).expect("it is declared").id;
    (laptop, id)
}

fn handle(laptop: &Laptop, id: IncidentId) -> String {
    laptop.store.incident(id).expect("its row").summary.handle
}

#[test]
fn each_is_told_by_its_id_on_every_laptop_in_any_order() {
    let (mut one, first) = declared("2026-11-23-payments");
    let (mut two, second) = declared("2026-11-23-payments");
    let (mut three, third) = declared("2026-11-23-payments");
    let bundles = [&one, &two, &three].map(Laptop::export);

    for at in [1, 2] {
        one.import(&bundles[at]).expect("it is taken in");
    }
    for at in [2, 0] {
        two.import(&bundles[at]).expect("it is taken in");
    }
    for at in [0, 1] {
        three.import(&bundles[at]).expect("it is taken in");
    }

    let states = one.states();
    assert_eq!(two.states(), states);
    assert_eq!(three.states(), states);
    for id in [first, second, third] {
        let told_by = id.0.simple().to_string();
        assert_eq!(handle(&one, id), format!("2026-11-23-payments-{}", &told_by[28..]));
        assert_eq!(
            one.store.facts(id, None).expect("facts").incident.channel_name(),
            "#incident-2026-11-23-payments",
            "as people were told"
        );
    }
    assert!(one.store.with_handle("2026-11-23-payments").expect("a look").is_none(), "it never comes to mean another");
    assert_eq!(one.store.holding("2026-11-23-payments", 20).expect("a look").len(), 3);
}

#[test]
fn what_is_kept_by_a_handle_follows_it() {
    let (mut one, id) = declared("2026-11-23-payments");
    let (other, _) = declared("2026-11-23-payments");
    let key = |handle: &str| format!("{handle}/update/20261123T143000000Z");
    assert_eq!(one.store.claim_reminder(&key("2026-11-23-payments"), Stage::DUE, now()).expect("a claim"), Claim::Ours);
    one.store.mark_reminder_shown(&key("2026-11-23-payments"), Stage::DUE, now()).expect("it is shown");
    for place in ["log:2026-11-23-payments", "update:2026-11-23-payments:status"] {
        one.store.save_draft(place, "half a thou").expect("a draft");
    }

    let taken = one.hear(&other);

    let name = handle(&one, id);
    assert_eq!(taken.united.brought.renamed.iter().map(|renamed| renamed.to.clone()).collect::<Vec<_>>(), std::slice::from_ref(&name));
    assert_eq!(one.store.claim_reminder(&key(&name), Stage::DUE, now()).expect("a claim"), Claim::Settled);
    for place in [format!("log:{name}"), format!("update:{name}:status")] {
        assert_eq!(one.store.draft(&place).expect("a draft"), "half a thou", "{place}");
    }
}

#[test]
fn nobody_declares_under_a_handle_that_two_have_already() {
    let (mut one, _) = declared("2026-11-23-payments");
    let (other, _) = declared("2026-11-23-payments");
    one.hear(&other);

    assert!(one.store.is_taken("2026-11-23-payments").expect("a look"));
    assert!(!one.store.is_taken("2026-11-23-payments-2").expect("a look"));
}

#[test]
fn a_renamed_incident_stays_so_for_whoever_has_it_open() {
    let (mut one, id) = declared("2026-11-23-payments");
    let (other, _) = declared("2026-11-23-payments");
    let reader = Store::open(one.folder.path()).expect("a second process");
    let known = reader.facts(id, None).expect("facts");
    one.hear(&other);

    let anew = reader.facts(id, None).expect("facts").incident;

    assert_ne!(anew.handle, known.incident.handle);
    assert_eq!(anew.handle, handle(&one, id));
    assert_eq!(anew.declared_as, "2026-11-23-payments");
}
