//! Work for the windows' thread of which only the newest counts.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tauri::AppHandle;

type Job = Box<dyn FnOnce() + Send>;

/// A place for one piece of work. Whoever puts some there does not wait: while the windows' thread is busy, or hangs, what is
/// newer takes the place of what is older.
#[derive(Default, Clone)]
pub struct Newest(Arc<Mutex<Option<Job>>>);

impl Newest {
    /// Has this done on the windows' thread, unless something newer comes first.
    pub fn put(&self, app: &AppHandle, job: impl FnOnce(&AppHandle) + Send + 'static) {
        let then = app.clone();
        // An app that is ending draws nothing more.
        self.put_by(move || job(&then), |turn| drop(app.run_on_main_thread(turn)));
    }

    fn put_by(&self, job: impl FnOnce() + Send + 'static, post: impl FnOnce(Job)) {
        let waiting = self.lock().replace(Box::new(job));
        if waiting.is_none() {
            let place = self.clone();
            post(Box::new(move || place.work()));
        }
    }

    fn work(&self) {
        let job = self.lock().take();
        if let Some(job) = job {
            job();
        }
    }

    fn lock(&self) -> MutexGuard<'_, Option<Job>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    #[test]
    fn a_thread_that_hangs_finds_only_the_newest_when_it_goes_on() {
        let (newest, mut posted) = (Newest::default(), Vec::new());
        let (draw, drawn) = channel();
        for second in 0..1000 {
            let draw = draw.clone();
            newest.put_by(move || draw.send(second).unwrap_or_default(), |turn| posted.push(turn));
        }

        assert_eq!(posted.len(), 1, "what waits for a hanging thread does not grow");
        posted.remove(0)();
        newest.put_by(move || draw.send(1000).unwrap_or_default(), |turn| posted.push(turn));
        posted.remove(0)();

        assert_eq!(drawn.iter().collect::<Vec<_>>(), [999, 1000]);
    }
}
