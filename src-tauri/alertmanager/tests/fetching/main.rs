//! What a look brings: from Debian's Alertmanager, and from servers that do what no Alertmanager can be made to do.

mod misbehaving;
mod real;
mod support;
