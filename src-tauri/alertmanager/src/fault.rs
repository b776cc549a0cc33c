//! What went wrong on the way, in plain words.

use std::io::{self, ErrorKind};
use std::time::Duration;

use rustls::CertificateError;
use ureq::{Error, Timeout};

use crate::error::{FetchError, SourceError};
use crate::one_line::one_line;

/// What one look may take at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// To find the host's address, and again to connect.
    pub connect: Duration,
    /// For all of it, from the name to the last byte.
    pub whole: Duration,
    /// The answer's length, in bytes.
    pub body: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { connect: Duration::from_secs(3), whole: Duration::from_secs(10), body: 5_000_000 }
    }
}

pub fn explain(error: Error, place: &str, limits: &Limits) -> FetchError {
    let place = place.to_owned();
    match error {
        Error::Timeout(Timeout::Resolve) => FetchError::NoAddress { place, reason: "no name server answers".into() },
        Error::Timeout(Timeout::Connect) => FetchError::ConnectTooSlow { place, limit: limits.connect },
        Error::Timeout(_) => FetchError::TooSlow { place, limit: limits.whole },
        Error::Io(error) => explain_io(&error, place, limits),
        Error::HostNotFound => FetchError::NoAddress { place, reason: "the name is not known".into() },
        Error::BodyExceedsLimit(most) => FetchError::TooLarge { place, most },
        Error::Rustls(error) => FetchError::Tls { place, reason: explain_tls(&error) },
        Error::Tls(reason) => FetchError::Tls { place, reason: reason.into() },
        Error::Protocol(_) | Error::LargeResponseHeader(..) => FetchError::NotAlertmanager { place, seen: "with what is no HTTP" },
        Error::BadUri(reason) => SourceError::UrlUnreadable { reason: one_line(&reason) }.into(),
        Error::Http(error) => SourceError::UrlUnreadable { reason: one_line(&error.to_string()) }.into(),
        other => FetchError::Unreachable { place, reason: one_line(&other.to_string()) },
    }
}

fn explain_io(error: &io::Error, place: String, limits: &Limits) -> FetchError {
    if let Some(tls) = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>()) {
        return FetchError::Tls { place, reason: explain_tls(tls) };
    }
    match error.kind() {
        ErrorKind::ConnectionRefused => FetchError::Refused { place },
        ErrorKind::TimedOut => FetchError::ConnectTooSlow { place, limit: limits.connect },
        ErrorKind::UnexpectedEof | ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted | ErrorKind::BrokenPipe => {
            FetchError::CutOff { place }
        }
        _ => without_a_kind(error, place),
    }
}

/// A name that is not found has no kind of its own: the standard library says it in words, Windows by its number 11001.
fn without_a_kind(error: &io::Error, place: String) -> FetchError {
    let words = error.to_string();
    let reason = words.rsplit_once(": ").map_or(words.as_str(), |(_, reason)| reason);
    let reason = one_line(reason.split(" (os error").next().unwrap_or_default());
    let is_name = words.contains("lookup address") || error.raw_os_error() == Some(11_001);
    if is_name { FetchError::NoAddress { place, reason } } else { FetchError::Unreachable { place, reason } }
}

fn explain_tls(error: &rustls::Error) -> String {
    match error {
        rustls::Error::InvalidMessage(_) => "it does not speak TLS. Is its address http:// instead of https://?".into(),
        rustls::Error::InvalidCertificate(certificate) => explain_certificate(certificate).into(),
        other => one_line(&other.to_string()),
    }
}

fn explain_certificate(error: &CertificateError) -> &'static str {
    match error {
        CertificateError::UnknownIssuer => "nobody that this computer trusts signed its certificate. Add its authority to the system's",
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => "its certificate has expired",
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            "its certificate is not valid yet. Is this computer's clock right?"
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            "its certificate is for another host. Write the host's name as the certificate has it"
        }
        CertificateError::Revoked => "its certificate was revoked",
        _ => "its certificate is not one that this computer accepts",
    }
}
