//! Why a source cannot be watched, or gave no alerts.

use std::time::Duration;

/// What is wrong with how a source is written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SourceError {
    /// It has no name.
    #[error("This source has no name: write one, such as production")]
    NoName,
    /// A part of it is longer than is read.
    #[error("The {what} of this source is longer than {most} letters: write a shorter one")]
    TooLong {
        /// Which part.
        what: &'static str,
        /// What it holds at most, in bytes.
        most: usize,
    },
    /// Its address is neither http nor https.
    #[error("An Alertmanager's address begins with http:// or https://: write it as http://127.0.0.1:9093")]
    UrlScheme,
    /// Its address cannot be read.
    #[error("This address cannot be read ({reason}): write it as http://127.0.0.1:9093")]
    UrlUnreadable {
        /// What is wrong with it.
        reason: String,
    },
    /// Its address leads to a page or a call of the Alertmanager.
    #[error("This address leads into the Alertmanager: write only {write}, and what to look for as filters")]
    UrlTail {
        /// The address to write, without user and password.
        write: String,
    },
    /// It has more filters than are sent.
    #[error("This source has {count} filters: write at most {most}")]
    TooManyFilters {
        /// How many it has.
        count: usize,
        /// How many are sent at most.
        most: usize,
    },
    /// A filter that an Alertmanager does not read.
    #[error("The filter {filter} cannot be read: {reason}. Write it as severity=\"critical\", team!=\"web\" or team=~\"pay.*\"")]
    Filter {
        /// The filter, on one line.
        filter: String,
        /// What is wrong with it.
        reason: &'static str,
    },
}

impl SourceError {
    /// A stable word for scripts.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoName => "watch_no_name",
            Self::TooLong { .. } => "watch_too_long",
            Self::UrlScheme => "watch_url_scheme",
            Self::UrlUnreadable { .. } => "watch_url_unreadable",
            Self::UrlTail { .. } => "watch_url_tail",
            Self::TooManyFilters { .. } => "watch_too_many_filters",
            Self::Filter { .. } => "watch_filter",
        }
    }
}

/// Why a look brought no alerts. `place` is host and port, such as `127.0.0.1:9093`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    /// The source is not written as it has to be.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// No program takes connections there.
    #[error("Nothing listens at {place}: see whether the Alertmanager, or the port-forward to it, runs")]
    Refused {
        /// Where it was looked for.
        place: String,
    },
    /// The host's name has no address.
    #[error("No address is found for {place} ({reason}): look at its spelling, the network and the VPN")]
    NoAddress {
        /// Where it was looked for.
        place: String,
        /// What the system says.
        reason: String,
    },
    /// There is no way to it.
    #[error("{place} cannot be reached ({reason}): look at the network and the VPN")]
    Unreachable {
        /// Where it was looked for.
        place: String,
        /// What the system says.
        reason: String,
    },
    /// It took no connection in time.
    #[error("{place} took no connection within {}: look at the network and the VPN", in_words(limit))]
    ConnectTooSlow {
        /// Where it was looked for.
        place: String,
        /// How long was waited.
        limit: Duration,
    },
    /// It did not answer in full in time.
    #[error("{place} took longer than {} to answer, so what fires there is not known", in_words(limit))]
    TooSlow {
        /// Who was asked.
        place: String,
        /// How long was waited, in all.
        limit: Duration,
    },
    /// It closed the connection too early.
    #[error("{place} closed the connection in the middle, so what fires there is not known: see whether it, or the port-forward, runs")]
    CutOff {
        /// Who was asked.
        place: String,
    },
    /// No safe connection came about.
    #[error("No safe connection to {place}: {reason}")]
    Tls {
        /// Who was asked.
        place: String,
        /// Why, and what helps.
        reason: String,
    },
    /// It wants to know who asks.
    #[error("{place} answered {status}: write a user and a password that may read its alerts, as http://user:password@host")]
    Login {
        /// Who was asked.
        place: String,
        /// 401, 403 or 407.
        status: u16,
    },
    /// It sends on to another address.
    #[error(
        "{place} answered {status} and sends on to {to}, where Sitrep does not follow: if the Alertmanager is there, write that address"
    )]
    Redirect {
        /// Who was asked.
        place: String,
        /// 301 and the like.
        status: u16,
        /// Where to, without query, user and password.
        to: String,
    },
    /// It answered that it cannot tell.
    #[error("{place} answered {status}{}", reason(says))]
    Status {
        /// Who was asked.
        place: String,
        /// The status of HTTP.
        status: u16,
        /// What it says of it, or what helps, on one line; may be empty.
        says: String,
    },
    /// Its answer is longer than is read.
    #[error("{place} answered with more than {} MB: write filters, so that it sends less", most / 1_000_000)]
    TooLarge {
        /// Who was asked.
        place: String,
        /// What is read at most, in bytes.
        most: u64,
    },
    /// Something else answers there.
    #[error("{place} is not an Alertmanager: it answered {seen}. Look at the port and the path of the address")]
    NotAlertmanager {
        /// Who was asked.
        place: String,
        /// What came instead.
        seen: &'static str,
    },
}

impl FetchError {
    /// A stable word for scripts.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Source(error) => error.code(),
            Self::Refused { .. } => "watch_refused",
            Self::NoAddress { .. } => "watch_no_address",
            Self::Unreachable { .. } => "watch_unreachable",
            Self::ConnectTooSlow { .. } => "watch_connect_too_slow",
            Self::TooSlow { .. } => "watch_too_slow",
            Self::CutOff { .. } => "watch_cut_off",
            Self::Tls { .. } => "watch_tls",
            Self::Login { .. } => "watch_login",
            Self::Redirect { .. } => "watch_redirect",
            Self::Status { .. } => "watch_status",
            Self::TooLarge { .. } => "watch_too_large",
            Self::NotAlertmanager { .. } => "watch_not_alertmanager",
        }
    }
}

fn in_words(limit: &Duration) -> String {
    match limit.subsec_millis() {
        0 => format!("{} s", limit.as_secs()),
        _ => format!("{} ms", limit.as_millis()),
    }
}

fn reason(says: &str) -> String {
    if says.is_empty() { " and does not say why: its log may".to_owned() } else { format!(": {says}") }
}
