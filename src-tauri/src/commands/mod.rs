//! The commands that the pages may call.
//!
//! Start with `table.rs`, which names each with its arguments and answer. From it come the handlers (`handler`), the permitted
//! list (`build.rs`) and the page's types. Most are methods of the workstation; `desktop` has those that the desktop answers.
//! Not here: a rule. A command looks nothing up and decides nothing.

#[cfg(test)]
mod bindings;
mod caller;
#[cfg(test)]
mod capabilities;
mod desktop;
mod handler;
mod lend;
mod pool;
mod table_types;

pub use handler::handler;
