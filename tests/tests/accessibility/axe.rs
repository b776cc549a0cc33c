//! axe, the accessibility checker, run inside the app's own pages.

use std::fs;

use serde_json::Value;
use sitrep_tests::app::App;
use sitrep_tests::{Failure, Outcome, binaries};

const SOURCE: &str = "ui/node_modules/axe-core/axe.min.js";

/// Waits until nothing on the screen is on its way any more, and gives what axe finds there, a line each.
pub fn findings(app: &App) -> Outcome<Vec<String>> {
    app.until_script("the page to rest", "return document.getAnimations().every((animation) => animation.playState === 'finished')")?;
    if app.script("return typeof axe", vec![])? != "object" {
        let file = binaries::checkout().join(SOURCE);
        app.script(&fs::read_to_string(&file).map_err(|_| Failure::new(format!("{SOURCE} is missing: run `npm ci` in ui")))?, vec![])?;
    }
    let answer = app.promise("axe.run(document, { resultTypes: ['violations'] })")?;
    let Some(violations) = answer["value"]["violations"].as_array() else {
        return Err(Failure::new(format!("axe did not answer: {answer}")));
    };
    if answer["value"]["passes"].as_array().is_none_or(Vec::is_empty) {
        return Err(Failure::new("axe looked at nothing"));
    }
    Ok(violations.iter().flat_map(lines).collect())
}

fn lines(violation: &Value) -> Vec<String> {
    let nodes = violation["nodes"].as_array().into_iter().flatten();
    nodes.map(|node| format!("{}: {} {}", violation["id"], node["html"], node["failureSummary"])).collect()
}
