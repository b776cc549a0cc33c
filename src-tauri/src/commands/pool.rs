//! Where commands run: on threads that may wait, and never on those that serve windows, timers and answers.

use tokio::sync::Semaphore;

use crate::refusal::{IpcError, Refusal};

/// How many calls of one command that can wait are under way at once; the next ones queue.
const AT_ONCE: usize = 4;

/// The calls of one command that can wait. Each such command has a queue of its own, so a drive that does not answer keeps
/// nobody from the clipboard.
pub struct Queue(Semaphore);

impl Queue {
    /// An empty one.
    pub const fn new() -> Self {
        Self(Semaphore::const_new(AT_ONCE))
    }
}

/// Answers a command, in its turn if it has a queue. One that panics is refused like any other.
pub async fn run<T: Send + 'static>(
    queue: Option<&'static Queue>,
    answer: impl FnOnce() -> Result<T, Refusal> + Send + 'static,
) -> Result<T, IpcError> {
    // A queue is never closed, so there is always a turn.
    let _turn = match queue {
        Some(queue) => queue.0.acquire().await.ok(),
        None => None,
    };
    let answered = tauri::async_runtime::spawn_blocking(answer).await;
    answered.unwrap_or(Err(Refusal::Stumbled)).map_err(IpcError::from)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::{Arc, Mutex};
    use std::time::Duration;

    use tauri::async_runtime::{block_on, spawn};
    use tokio::time::timeout;

    use super::*;

    /// Longer than any command that does not wait, shorter than a person.
    const PATIENCE: Duration = Duration::from_secs(2);

    /// Answers a command where the bridge to the page does, and not on the test's own thread.
    fn answer_in_time<T: Send + 'static>(command: impl Future<Output = Result<T, IpcError>> + Send + 'static) -> Option<T> {
        let answered = block_on(async { timeout(PATIENCE, spawn(command)).await });
        answered.ok()?.ok()?.ok()
    }

    #[test]
    fn a_hundred_stuck_reads_leave_every_other_command_immediate() {
        static STUCK: Queue = Queue::new();
        static ALSO_WAITS: Queue = Queue::new();
        let drive = Arc::new(Mutex::new(()));
        let reading = Arc::new(AtomicUsize::new(0));
        let asleep = drive.lock().expect("nobody else has it");
        for _ in 0..100 {
            let (drive, reading) = (Arc::clone(&drive), Arc::clone(&reading));
            spawn(run(Some(&STUCK), move || {
                reading.fetch_add(1, Ordering::SeqCst);
                drop(drive.lock());
                Ok(())
            }));
        }

        let logged = answer_in_time(run(None, || Ok("logged")));
        let copied = answer_in_time(run(Some(&ALSO_WAITS), || Ok("copied")));

        assert_eq!(logged, Some("logged"), "an entry waits for no drive");
        assert_eq!(copied, Some("copied"), "nor does the clipboard");
        assert!(reading.load(Ordering::SeqCst) <= AT_ONCE, "the others queue and hold no thread");
        drop(asleep);
    }

    #[test]
    fn a_command_that_panics_is_refused() {
        let answer: Result<(), IpcError> = block_on(run(None, || unreachable!("as a mistake of ours would")));

        assert_eq!(answer.map_err(|error| error.code), Err("stumbled".to_owned()));
    }
}
