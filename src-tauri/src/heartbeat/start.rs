//! Starting the heartbeat, and starting it again should it die.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;
use std::time::Duration;

use tauri::AppHandle;

use super::heart::{Heart, OnReopen};
use super::troubles;
use super::wire::Wire;

/// A heart that dies at once each time must not keep a core busy.
const BETWEEN_LIVES: Duration = Duration::from_secs(1);

/// Beats on a thread of its own, because it reads the disk.
pub fn start(app: AppHandle, mut wire: Wire, on_reopen: OnReopen) -> std::io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let beat = move || {
        let live = || runtime.block_on(Heart::new(app.clone(), on_reopen).run(&mut wire.woken));
        keep_alive(live, || {
            troubles::tell_stumble(&app);
            thread::sleep(BETWEEN_LIVES);
        });
    };
    thread::Builder::new().name("heartbeat".to_owned()).spawn(beat).map(|_| ())
}

/// Lives until that ends by itself, and anew after each death. Nothing that a beat leaves half done counts: what is due is in
/// the data, and a lock that was held is taken all the same.
fn keep_alive(mut live: impl FnMut(), mut on_death: impl FnMut()) {
    while catch_unwind(AssertUnwindSafe(&mut live)).is_err() {
        on_death();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heart_that_dies_beats_again_and_that_is_said() {
        let (mut lives, mut deaths) = (0, 0);

        keep_alive(
            || {
                lives += 1;
                assert!(lives > 2, "as a mistake of ours would end it");
            },
            || deaths += 1,
        );

        assert_eq!((lives, deaths), (3, 2));
    }
}
