//! Why a text gives no alert.

use crate::alert::Source;

/// Why a text gives no alert, or a link fills no form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AlertError {
    /// There is nothing in it.
    #[error("There is no text to read an alert from")]
    Empty,
    /// It is longer than is read.
    #[error("This is {} MB of text: Sitrep reads alerts up to {} MB. Paste one notification", bytes / 1_000_000, most / 1_000_000)]
    TooLong {
        /// Its length, in bytes.
        bytes: usize,
        /// What is read at most, in bytes.
        most: usize,
    },
    /// Its JSON holds more in one another than is read.
    #[error("This JSON nests deeper than any alert does, so it is not read")]
    TooDeep,
    /// Its JSON ends in the middle.
    #[error("This JSON is cut off at line {line}: copy the whole notification")]
    CutOff {
        /// The line (from 1) of the text where it ends.
        line: usize,
    },
    /// Its JSON cannot be read.
    #[error("This JSON cannot be read, line {line}: {reason}")]
    Unreadable {
        /// The line (from 1) of the text.
        line: usize,
        /// What is wrong there.
        reason: String,
    },
    /// It is neither JSON nor a mail of a known source.
    #[error("This is no alert that Sitrep can read: it is neither JSON nor a Nagios, Icinga or Alertmanager text")]
    NotAnAlert,
    /// JSON that no source wrote and no mapping takes.
    #[error("This is JSON, but of no source Sitrep knows: alerts.toml can map it. Its keys: {keys}")]
    UnknownJson {
        /// Its first keys.
        keys: String,
    },
    /// SNS asks to confirm a subscription.
    #[error("This is no alert: Amazon SNS asks to confirm a subscription. Sitrep opens no address; confirm it in AWS")]
    Subscription,
    /// A source's message that tells of something else than an alert.
    #[error("This {} message tells of {what}, which is no alert", sender.label())]
    OtherMessage {
        /// Who sent it.
        sender: Source,
        /// What it tells of.
        what: String,
    },
    /// A message of alerts with none in it.
    #[error("This {} message holds no alert: its list is empty", sender.label())]
    NoAlerts {
        /// Who sent it.
        sender: Source,
    },
    /// What an alert cannot do without is not there.
    #[error("This {} alert does not say {what} (looked at: {looked_at})", sender.label())]
    Missing {
        /// Who sent it.
        sender: Source,
        /// What is missing.
        what: &'static str,
        /// The fields where it would be.
        looked_at: &'static str,
    },
    /// The link is none of `sitrep://declare`.
    #[error("This is no link that Sitrep opens: it opens sitrep://declare?title=…")]
    NotALink,
    /// The link is longer than is read.
    #[error("This link is longer than {} KB, so it is not read", most / 1024)]
    LinkTooLong {
        /// What is read at most, in bytes.
        most: usize,
    },
    /// What the link carries as an alert is neither JSON nor base64 of a text.
    #[error("The alert in this link cannot be read: it is neither JSON nor base64 of a text")]
    LinkAlert,
}

impl AlertError {
    /// A stable word for scripts.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "alert_empty",
            Self::TooLong { .. } => "alert_too_long",
            Self::TooDeep => "alert_too_deep",
            Self::CutOff { .. } => "alert_cut_off",
            Self::Unreadable { .. } => "alert_unreadable",
            Self::NotAnAlert => "not_an_alert",
            Self::UnknownJson { .. } => "alert_unknown_json",
            Self::Subscription => "alert_subscription",
            Self::OtherMessage { .. } => "alert_other_message",
            Self::NoAlerts { .. } => "alert_none",
            Self::Missing { .. } => "alert_missing",
            Self::NotALink => "not_a_link",
            Self::LinkTooLong { .. } => "link_too_long",
            Self::LinkAlert => "link_alert",
        }
    }
}
