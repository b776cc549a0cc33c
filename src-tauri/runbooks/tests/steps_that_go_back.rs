//! A numbered way back is a step; one without a number is the way back of the others.

use sitrep_runbooks::parse;

fn titles(text: &str) -> Vec<String> {
    parse(text, "a.md").steps.into_iter().map(|step| step.title).collect()
}

#[test]
fn a_numbered_way_back_among_steps_is_one_of_them() {
    let text = "# A\n\n## Steps\n\n### 1. Roll back\n```bash\nkubectl rollout undo deployment/a\n```\n\n### 2. Look\nLook at it.\n";
    assert_eq!(titles(text), ["Roll back", "Look"]);
    assert!(parse(text, "a.md").rollback.is_empty());
}

#[test]
fn one_without_a_number_stays_the_way_back() {
    let text = "# A\n\n## Steps\n\n### Restart\n```bash\nkubectl rollout restart deployment/a\n```\n\n### Rollback\n```bash\nkubectl rollout undo deployment/a\n```\n";
    assert_eq!(titles(text), ["Restart"]);
    assert!(!parse(text, "a.md").rollback.is_empty());
}
