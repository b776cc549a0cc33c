//! The clipboard of a process that stays.

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::{ClipboardError, Copied, Pixels};

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
        inner.ask(|handle| copied.put_on(handle))?;
        inner.last = Some(copied.clone());
        Ok(())
    }

    /// The picture that is on the clipboard, if there is one.
    ///
    /// # Errors
    /// [`ClipboardError`] when what is there cannot be read.
    pub fn picture(&self) -> Result<Option<Pixels>, ClipboardError> {
        let image = self.lock().ask(|handle| match handle.get_image() {
            Ok(image) => Ok(Some(image)),
            Err(arboard::Error::ContentNotAvailable) => Ok(None),
            Err(error) => Err(error),
        })?;
        Ok(image.map(Pixels::try_from).transpose()?)
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

impl Inner {
    /// A handle that failed once may belong to a display connection that is gone, so it is not kept.
    fn ask<T>(&mut self, work: impl FnOnce(&mut arboard::Clipboard) -> Result<T, arboard::Error>) -> Result<T, arboard::Error> {
        let mut handle = match self.handle.take() {
            Some(handle) => handle,
            None => arboard::Clipboard::new()?,
        };
        let done = work(&mut handle)?;
        self.handle = Some(handle);
        Ok(done)
    }
}
