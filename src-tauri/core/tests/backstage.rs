//! Backstage catalogues as services.

use sitrep_core::team::backstage::import;
use sitrep_core::team::{BackstageError, Services};

type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error>>;

const CATALOGUE: &str = r#"apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: payments-api
  title: Payments "API"
  annotations:
    github.com/project-slug: shop/payments
    backstage.io/source-location: url:https://github.com/shop/payments/tree/main/
  links:
    - url: https://grafana.example/d/pay?q={x}
      title: Overview
      icon: dashboard
    - url: https://wiki.example/pay
      title: Runbook
    - url: https://admin.example
      title: Admin
    - url: "javascript:alert(1)"
      title: Dashboard
spec:
  type: service
  lifecycle: production
  owner: group:default/payments
  dependsOn:
    - resource:default/payments-db
    - component:ledger
---
apiVersion: backstage.io/v1alpha1
kind: API
metadata:
  name: payments-api
spec:
  owner: payments
---
kind: Group
metadata:
  name: payments
---
kind: System
metadata:
  name: checkout
  annotations:
    backstage.io/source-location: url:https://git.example/shop/checkout/
"#;

#[test]
fn a_catalogue_becomes_services() -> Result {
    let imported = import(CATALOGUE, &Services::default())?;
    assert_eq!(imported.added, ["payments-api", "checkout"]);
    let services = Services::parse(&imported.toml)?;
    let payments = services.find("payments \"api\"").ok_or("not found by its title")?;
    assert_eq!(payments.name, "payments-api");
    assert_eq!(payments.repositories[0].path, "https://github.com/shop/payments");
    assert_eq!(payments.owners, ["payments"]);
    assert_eq!(payments.depends_on, ["payments-db", "ledger"]);
    assert_eq!(payments.dashboards[0].url, "https://grafana.example/d/pay?q=%7Bx%7D");
    assert_eq!((payments.dashboards.len(), payments.runbooks.as_slice()), (1, ["https://wiki.example/pay".to_owned()].as_slice()));
    assert_eq!(services.find("checkout").ok_or("none")?.repositories[0].path, "https://git.example/shop/checkout");
    assert_eq!(imported.left_out.len(), 3, "{:?}", imported.left_out);
    Ok(())
}

#[test]
fn what_is_named_already_is_left_out() -> Result {
    let known = Services::parse("[[service]]\nname = \"pay\"\naliases = [\"Payments-API\"]")?;
    let imported = import(CATALOGUE, &known)?;
    assert_eq!(imported.added, ["checkout"]);
    assert!(imported.toml.contains("# Left out: Component payments-api: it is named already\n"), "{}", imported.toml);
    Ok(())
}

#[test]
fn what_is_no_catalogue_says_so() {
    let none = Services::default();
    assert_eq!(import("kind: Group\nmetadata: {name: a}\n", &none), Err(BackstageError::NoService));
    assert_eq!(import("", &none), Err(BackstageError::NoService));
    for text in ["kind: [", "kind: Component\n", "- a\n- b\n"] {
        assert!(matches!(import(text, &none), Err(BackstageError::Unreadable(_))), "{text}");
    }
    // A value of every kind in the place of a name never ends the table that it stands in.
    let nasty = "kind: Component\nmetadata:\n  name: \"a\\\"\\n[[service]]\\nname = 'b\"\n";
    let toml = import(nasty, &none).map(|imported| imported.toml).unwrap_or_default();
    assert_eq!(Services::parse(&toml).map(|services| services.services.len()), Ok(1), "{toml}");
}
