//! A test in a process of its own, with an environment of its own.

use std::process::Command;

/// Set in the process that does the test's deed.
const DEED: &str = "SITREP_TEST_DEED";

/// What the process that does the deed was given.
pub fn deed() -> Option<String> {
    std::env::var(DEED).ok()
}

/// Runs the named test again, which finds `given` as its deed, in this environment.
pub fn with_environment(test: &str, given: &str, environment: &[(&str, &str)]) {
    let mut command = Command::new(std::env::current_exe().expect("the test's own program is known"));
    command.args(["--exact", test, "--nocapture"]).env(DEED, given).envs(environment.iter().copied());

    let output = command.output().expect("it starts once more");

    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && printed.contains("1 passed"), "{printed}\n{}", String::from_utf8_lossy(&output.stderr));
}
