//! What hinders work on files, as data: what stands in the way of one, what has become of one, why one cannot be a backup or a bundle.
//!
//! Each reads as the end of a sentence that names the file. Not here: what is done about it.

mod backup_refusal;
mod bundle_refusal;
mod damage;
mod obstacle;

pub use backup_refusal::BackupRefusal;
pub use bundle_refusal::{BundleFault, BundleRefusal, Contradiction};
pub use damage::{Damage, LeftThere};
pub use obstacle::Obstacle;

pub(crate) use bundle_refusal::JSON_AT_MOST_MB;
pub(crate) use obstacle::letters;
