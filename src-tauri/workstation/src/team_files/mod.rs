//! The files that a team writes in its config folder: where they are, and what they say.
//!
//! Start with [`TeamFile`], which names them all. Always true: a file is read and never written here, it is read again when it was
//! written, and one with a fault changes nothing: what it last said without a fault stays in force.
//! Not here: who asks for them (`data::team`), and changing them (`editing`).

mod disk;
mod followed;
mod guard;
mod place;
mod policy;
mod templates;

pub(crate) use disk::{set_aside, state};
pub(crate) use followed::{Followed, Stamp, stamp, text};
pub(crate) use guard::{Made, ReadyGuard};
pub(crate) use place::{
    ALERTS_FILE, CATALOGUE_FILE, GUARD_FILE, POLICY_FILE, REVIEW_FILE, RUNBOOK_RULES_FILE, SERVICES_FILE, TEMPLATES, TeamFile, is_name,
};
pub(crate) use policy::{InForce, last_good_or_built_in};
pub(crate) use templates::{BYTES_AT_MOST, ReadTemplates, Stamps, text_of};
