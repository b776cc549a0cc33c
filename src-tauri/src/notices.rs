//! What the person should know about this desktop, shown in the window until it is no longer so.

use std::collections::BTreeMap;
use std::sync::Mutex;

use tauri::{AppHandle, Manager};

use crate::page::windows::MAIN;
use crate::page::{Notice, NoticeKind, events};

/// The notices that stand, one for each kind and subject.
#[derive(Default)]
pub struct Notices {
    standing: Mutex<BTreeMap<(NoticeKind, String), Notice>>,
}

impl Notices {
    /// All that stand, the gravest kind first.
    pub fn all(&self) -> Vec<Notice> {
        self.lock().values().cloned().collect()
    }

    /// Puts a notice, or another in its place; says whether that changed anything.
    fn put(&self, notice: Notice) -> bool {
        let key = (notice.kind, notice.subject.clone());
        self.lock().insert(key, notice.clone()).as_ref() != Some(&notice)
    }

    /// Keeps of a kind only those whose subject passes; says whether one went.
    fn retain(&self, kind: NoticeKind, keep: impl Fn(&str) -> bool) -> bool {
        let mut standing = self.lock();
        let before = standing.len();
        standing.retain(|(of, subject), _| *of != kind || keep(subject));
        standing.len() != before
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<(NoticeKind, String), Notice>> {
        self.standing.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// Shows a notice about `subject`, and says whether it is news.
pub fn put(app: &AppHandle, subject: &str, kind: NoticeKind, title: impl Into<String>, detail: impl Into<String>) -> bool {
    let notice = Notice { kind, subject: subject.to_owned(), title: title.into(), detail: detail.into() };
    let news = app.state::<Notices>().put(notice);
    if news {
        tell(app);
    }
    news
}

/// Takes back the notices of a kind whose subject does not pass.
pub fn retain(app: &AppHandle, kind: NoticeKind, keep: impl Fn(&str) -> bool) {
    if app.state::<Notices>().retain(kind, keep) {
        tell(app);
    }
}

fn tell(app: &AppHandle) {
    events::notices(app, &[MAIN], &app.state::<Notices>().all());
}

/// Takes back all notices of a kind.
pub fn clear(app: &AppHandle, kind: NoticeKind) {
    retain(app, kind, |_| false);
}

/// A reason as a sentence of its own.
pub fn sentence(reason: &str) -> String {
    let mut letters = reason.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}.", letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notice(kind: NoticeKind, subject: &str, title: &str) -> Notice {
        Notice { kind, subject: subject.to_owned(), title: title.to_owned(), detail: String::new() }
    }

    #[test]
    fn one_notice_for_each_subject_and_the_gravest_first() {
        let notices = Notices::default();
        assert!(notices.put(notice(NoticeKind::Tray, "", "no tray")));
        assert!(notices.put(notice(NoticeKind::Storage, "", "locked")));
        assert!(!notices.put(notice(NoticeKind::Storage, "", "locked")), "the same again changes nothing");
        let titles: Vec<String> = notices.all().into_iter().map(|notice| notice.title).collect();
        assert_eq!(titles, ["locked", "no tray"]);
    }

    #[test]
    fn a_reason_becomes_a_sentence() {
        assert_eq!(sentence("no bus is here"), "No bus is here.");
        assert_eq!(sentence(""), ".");
    }

    #[test]
    fn only_what_no_longer_stands_is_taken_back() {
        let notices = Notices::default();
        notices.put(notice(NoticeKind::Reminder, "a", "a"));
        notices.put(notice(NoticeKind::Reminder, "b", "b"));
        assert!(notices.retain(NoticeKind::Reminder, |subject| subject == "b"));
        assert!(!notices.retain(NoticeKind::Reminder, |subject| subject == "b"));
        assert_eq!(notices.all().len(), 1);
    }
}
