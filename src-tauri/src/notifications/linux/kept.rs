//! What the desktop could not show, kept until it can.

use std::collections::VecDeque;

use crate::notifications::notification::{About, Notification, Shown, Unavailable};

/// A notification with those who want to know what becomes of it.
pub struct Posted {
    pub notification: Notification,
    pub shown: Shown,
    /// Whether the window shows it in the desktop's place.
    pub in_window: bool,
    /// How often the service was asked to show it.
    pub sent: u8,
}

/// A service that was asked this often may have shown it each time and not said so.
const SENT_AT_MOST: u8 = 2;

impl Posted {
    /// One that nobody has been asked to show.
    pub fn new(notification: Notification, shown: Shown) -> Self {
        Self { notification, shown, in_window: false, sent: 0 }
    }

    /// Tells that the desktop does not show it, once.
    fn tell_refused(&mut self, why: &Unavailable) {
        if !std::mem::replace(&mut self.in_window, true) {
            (self.shown)(Err(why.clone()));
        }
    }
}

/// The newest of each thread that still waits to be shown, the oldest first.
#[derive(Default)]
pub struct Kept(Vec<Posted>);

impl Kept {
    /// Keeps what a person still has to hear of; news of what they have just done themselves would only come late.
    pub fn keep(&mut self, posted: Posted) {
        if posted.notification.about.reminders().is_some() {
            self.forget(&posted.notification.thread);
            self.0.push(posted);
        }
    }

    /// Tells that this was not shown, and keeps it.
    pub fn refuse(&mut self, mut posted: Posted, why: &Unavailable) {
        posted.tell_refused(why);
        self.keep(posted);
    }

    /// Tells of each that it is not shown for now, so that the window shows it.
    pub fn tell_refused(&mut self, why: &Unavailable) {
        self.0.iter_mut().for_each(|posted| posted.tell_refused(why));
    }

    /// What waits of a thread.
    pub fn take(&mut self, thread: &str) -> Option<Posted> {
        let at = self.0.iter().position(|posted| posted.notification.thread == thread)?;
        Some(self.0.remove(at))
    }

    /// A newer one of its thread was shown.
    pub fn forget(&mut self, thread: &str) {
        self.0.retain(|posted| posted.notification.thread != thread);
    }

    /// Forgets what is no longer true.
    pub fn withdraw(&mut self, withdraws: impl Fn(&About) -> bool) {
        self.0.retain(|posted| !withdraws(&posted.notification.about));
    }

    /// The threads whose turn it is, now that the service answers. What it was asked for often enough stays in the window.
    pub fn take_turns(&mut self) -> VecDeque<String> {
        let tired = self.0.iter_mut().filter(|posted| posted.sent >= SENT_AT_MOST);
        tired.for_each(|posted| posted.tell_refused(&Unavailable::Silent));
        let ready = self.0.iter().filter(|posted| posted.sent < SENT_AT_MOST);
        ready.map(|posted| posted.notification.thread.clone()).collect()
    }

    /// Whether something waits for its turn.
    pub fn waits(&self) -> bool {
        self.0.iter().any(|posted| posted.sent < SENT_AT_MOST)
    }

    /// Whether nothing waits.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, channel};

    use super::*;
    use crate::workspaces::WorkspaceKind;

    type Told = Receiver<Result<(), Unavailable>>;

    fn posted(thread: &str, about: About) -> (Posted, Told) {
        let (tell, told) = channel();
        let notification =
            Notification { thread: thread.to_owned(), title: String::new(), body: String::new(), critical: false, actions: vec![], about };
        (Posted::new(notification, Box::new(move |result| drop(tell.send(result)))), told)
    }

    fn summary(thread: &str) -> (Posted, Told) {
        posted(thread, About::Summary(WorkspaceKind::Real, vec![]))
    }

    #[test]
    fn the_newest_of_each_thread_is_kept_and_nothing_that_only_confirms() {
        let mut kept = Kept::default();
        for (posted, _told) in [summary("a"), summary("b"), summary("a"), posted("test", About::Test)] {
            kept.keep(posted);
        }
        assert_eq!(kept.take_turns(), ["b", "a"]);
    }

    #[test]
    fn the_window_is_told_once() {
        let mut kept = Kept::default();
        let (posted, told) = summary("a");
        kept.refuse(posted, &Unavailable::NoService);
        kept.tell_refused(&Unavailable::Silent);
        assert_eq!(told.try_iter().collect::<Vec<_>>(), [Err(Unavailable::NoService)]);
    }

    #[test]
    fn what_was_sent_twice_is_left_to_the_window() {
        let mut kept = Kept::default();
        let (posted, told) = summary("a");
        kept.keep(Posted { sent: 2, ..posted });
        assert!(kept.take_turns().is_empty() && !kept.waits());
        assert_eq!(told.try_iter().collect::<Vec<_>>(), [Err(Unavailable::Silent)]);
    }

    #[test]
    fn what_was_withdrawn_is_not_kept() {
        let mut kept = Kept::default();
        kept.keep(summary("a").0);
        kept.keep(summary("b").0);
        kept.keep(posted("c", About::Summary(WorkspaceKind::Practice, vec![])).0);
        kept.withdraw(|about| matches!(about, About::Summary(WorkspaceKind::Real, _)));
        assert_eq!(kept.take_turns(), ["c"]);
        assert!(kept.take("a").is_none());
    }
}
