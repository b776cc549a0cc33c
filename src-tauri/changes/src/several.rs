//! Several repositories at the same time.

use std::num::NonZeroUsize;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::thread;

use crate::change::{Repository, RepositoryChanges, Window};
use crate::error::ChangesError;
use crate::git::Git;

/// More at the same time would only wait for the same disk.
const AT_ONCE: usize = 4;

impl Git {
    /// The changes of several repositories, in their order, a few read at the same time. One that cannot be read hides no other.
    #[must_use]
    pub fn recent_of_all(
        &self,
        repositories: &[Repository],
        window: &Window,
        limit: usize,
    ) -> Vec<Result<RepositoryChanges, ChangesError>> {
        let waiting = Mutex::new(repositories.iter().enumerate());
        let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
        let work = || {
            let mut done = Vec::new();
            while let Some((at, repository)) = next() {
                done.push((at, self.recent(repository, window, limit)));
            }
            done
        };
        let workers = thread::available_parallelism().map_or(AT_ONCE, NonZeroUsize::get).clamp(2, AT_ONCE).min(repositories.len());
        let mut done = thread::scope(|scope| {
            let workers: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
            workers.into_iter().flat_map(|worker| worker.join().unwrap_or_default()).collect::<Vec<_>>()
        });
        done.sort_by_key(|(at, _)| *at);
        done.into_iter().map(|(_, changes)| changes).collect()
    }
}
