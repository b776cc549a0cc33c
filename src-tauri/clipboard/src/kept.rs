//! The clipboard of a process that stays.

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::{ClipboardError, Copied};

/// The desktop's clipboard and what Sitrep last put there.
#[derive(Default)]
pub struct Clipboard {
    inner: Mutex<Inner>,
}

#[derive(Default)]
struct Inner {
    handle: Option<arboard::Clipboard>,
    last: Option<Copied>,
}

impl Clipboard {
    /// Puts it on the clipboard, for as long as this process lives.
    ///
    /// # Errors
    /// [`ClipboardError`]; nothing was copied then.
    pub fn put(&self, copied: &Copied) -> Result<(), ClipboardError> {
        let mut inner = self.lock();
        // A handle that failed once may belong to a display connection that is gone, so it is not kept.
        let mut handle = match inner.handle.take() {
            Some(handle) => handle,
            None => arboard::Clipboard::new()?,
        };
        copied.put_on(&mut handle)?;
        inner.handle = Some(handle);
        inner.last = Some(copied.clone());
        Ok(())
    }

    /// Lets go of the clipboard and returns what would vanish with this process: what was put there, if that is still what
    /// would be pasted.
    pub fn release(&self) -> Option<Copied> {
        let mut inner = self.lock();
        let mut handle = inner.handle.take()?;
        let last = inner.last.take()?;
        (handle.get_text().ok()? == last.text).then_some(last)
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
