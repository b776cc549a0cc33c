//! Where the incident is talked about (seed: Open Incident Channel).

use serde::{Deserialize, Serialize};

/// What was said of the channel and the bridge. A channel that nobody named is called as the incident is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Channel {
    /// Its name, where it is another than the usual one.
    pub name: Option<String>,
    /// Where it opens.
    pub link: Option<String>,
    /// The call: a link, a number, a code.
    pub bridge: Option<String>,
}
