//! The team's services as its `services.toml` names them: what customers call them, which words they do not know, where to
//! look and what to run when one fails.
//!
//! Start with [`Services::find`]. Always true: what could do harm when it is opened or run is refused (`check`). Not here: putting
//! values in its links and commands (`filling`).

mod check;
mod definition;
mod parts;
mod services;

pub use definition::Service;
pub use parts::{ChangeHistory, Contact, Dashboard, Logs, Repository};
pub use services::Services;
