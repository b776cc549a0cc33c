//! Where files are put that only the desktop is to see.

use std::env;
use std::io;
use std::path::PathBuf;

use sitrep_store::{is_for_its_owner_alone, make_private_folder};

use crate::data::Folders;

/// In the data folder, where the desktop has no place of its own.
const FOLDER: &str = "session";

/// The desktop's folder for this session, or else one beside the data; never one that others come near, who could have put a link in the way.
///
/// # Errors
/// What the disk says, or that there is no such folder.
pub fn session_folder() -> io::Result<PathBuf> {
    let of_the_session = env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|folder| is_for_its_owner_alone(folder));
    if let Some(folder) = of_the_session {
        return Ok(folder);
    }
    let data = Folders::from_env().map_err(|error| io::Error::other(error.to_string()))?.data;
    let folder = data.join(FOLDER);
    make_private_folder(&folder)?;
    if is_for_its_owner_alone(&folder) { Ok(folder) } else { Err(io::Error::other(format!("others come near {}", folder.display()))) }
}
