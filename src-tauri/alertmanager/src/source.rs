//! Where an Alertmanager is, and which of its alerts are asked for.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use percent_encoding::percent_decode_str;
use serde::{Deserialize, Serialize};
use url::Url;

use crate::error::SourceError;
use crate::filter;

/// In bytes.
const NAME: usize = 100;
/// In bytes.
const URL: usize = 1_000;
/// In bytes.
const FILTER: usize = 500;
const FILTERS: usize = 20;

/// What people copy from the browser or a manual behind an Alertmanager's own address.
const TAILS: [&str; 4] = ["/api/v2/alerts", "/api/v2", "/api/v1/alerts", "/-/ready"];

/// An Alertmanager that is watched. Its address may hold a user and a password, which `Debug` and [`Source::shown_url`] leave out.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// What a person calls it.
    pub name: String,
    /// Its address, http or https; with a path where it has one, such as `https://user:password@host/alertmanager`.
    pub url: String,
    /// Which alerts are asked for, such as `severity="critical"`; all of them have to hold.
    #[serde(default)]
    pub filters: Vec<String>,
}

impl Source {
    /// The source, trimmed, if it can be asked.
    ///
    /// # Errors
    /// [`SourceError`] with what is wrong and how to write it.
    pub fn checked(self) -> Result<Self, SourceError> {
        let name = fitting("name", NAME, &self.name)?;
        if name.is_empty() {
            return Err(SourceError::NoName);
        }
        let url = fitting("address", URL, &self.url)?;
        read_url(&url)?;
        Ok(Self { name, url, filters: checked_filters(&self.filters)? })
    }

    /// Its address without user and password.
    #[must_use]
    pub fn shown_url(&self) -> String {
        let url = Url::parse(self.url.trim()).ok().filter(|url| !has_stray_login(url));
        url.map_or_else(|| "an address that cannot be read".to_owned(), |url| bare(&url))
    }

    pub(crate) fn target(&self) -> Result<Target, SourceError> {
        let checked = self.clone().checked()?;
        let url = read_url(&checked.url)?;
        Ok(Target { call: call(&url, &checked.filters), place: place(&url), authorization: authorization(&url) })
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Source").field("name", &self.name).field("url", &self.shown_url()).field("filters", &self.filters).finish()
    }
}

/// What one call needs.
pub struct Target {
    /// The address of the call, without user and password.
    pub call: Url,
    /// Host and port.
    pub place: String,
    /// The value of the header, if there is a user.
    pub authorization: Option<String>,
}

fn fitting(what: &'static str, most: usize, text: &str) -> Result<String, SourceError> {
    let text = text.trim();
    if text.len() > most { Err(SourceError::TooLong { what, most }) } else { Ok(text.to_owned()) }
}

fn checked_filters(filters: &[String]) -> Result<Vec<String>, SourceError> {
    if filters.len() > FILTERS {
        return Err(SourceError::TooManyFilters { count: filters.len(), most: FILTERS });
    }
    let filters = filters.iter().map(|filter| fitting("filter", FILTER, filter)).collect::<Result<Vec<_>, _>>()?;
    let filled: Vec<String> = filters.into_iter().filter(|filter| !filter.is_empty()).collect();
    filled.iter().try_for_each(|filter| filter::check(filter))?;
    Ok(filled)
}

/// The parser takes `host:9093` for the scheme `host`, so the scheme is looked at first.
fn read_url(text: &str) -> Result<Url, SourceError> {
    let (scheme, _) = text.split_once("://").ok_or(SourceError::UrlScheme)?;
    if !["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) {
        return Err(SourceError::UrlScheme);
    }
    let url = Url::parse(text).map_err(|error| SourceError::UrlUnreadable { reason: error.to_string() })?;
    if has_stray_login(&url) {
        return Err(SourceError::UrlUnreadable { reason: "in a user or password, / is written %2F".into() });
    }
    let plain = without_tail(url.clone());
    if plain == url { Ok(url) } else { Err(SourceError::UrlTail { write: bare(&plain) }) }
}

/// `http://user:12/34@host` is read as the host `user` with a path: that would show a part of the password.
fn has_stray_login(url: &Url) -> bool {
    url.path().contains('@')
}

fn without_tail(mut url: Url) -> Url {
    url.set_fragment(None);
    url.set_query(None);
    let path = url.path().trim_end_matches('/').to_owned();
    if let Some(shorter) = TAILS.iter().find_map(|tail| path.strip_suffix(tail)) {
        url.set_path(shorter);
    }
    url
}

/// Without user, password, query, fragment and a slash at the end.
pub fn bare(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    format!("{}://{host}{port}{}", url.scheme(), url.path().trim_end_matches('/'))
}

fn place(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    format!("{host}:{}", url.port_or_known_default().unwrap_or_default())
}

fn call(base: &Url, filters: &[String]) -> Url {
    let mut call = base.clone();
    // An http address takes each of these.
    let _ = call.set_username("");
    let _ = call.set_password(None);
    call.set_path(&format!("{}/api/v2/alerts", base.path().trim_end_matches('/')));
    let fixed = [("active", "true"), ("silenced", "false"), ("inhibited", "false"), ("unprocessed", "false")];
    let filters = filters.iter().map(|filter| ("filter", filter.as_str()));
    call.query_pairs_mut().extend_pairs(fixed.into_iter().chain(filters));
    call
}

fn authorization(url: &Url) -> Option<String> {
    if url.username().is_empty() && url.password().is_none() {
        return None;
    }
    let user: Vec<u8> = percent_decode_str(url.username()).collect();
    let password: Vec<u8> = percent_decode_str(url.password().unwrap_or_default()).collect();
    Some(format!("Basic {}", STANDARD.encode([user.as_slice(), b":", &password].concat())))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(url: &str) -> Source {
        Source { name: "production".into(), url: url.into(), filters: Vec::new() }
    }

    #[test]
    fn the_call_is_made_of_the_address_and_the_filters() {
        for (url, call) in [
            ("http://127.0.0.1:9093", "http://127.0.0.1:9093/api/v2/alerts?"),
            (" HTTPS://am.example.com/ ", "https://am.example.com/api/v2/alerts?"),
            ("http://[::1]:9093/alertmanager/", "http://[::1]:9093/alertmanager/api/v2/alerts?"),
            ("http://user:pass@am/x", "http://am/x/api/v2/alerts?"),
        ] {
            let target = at(url).target().expect(url);
            assert_eq!(target.call.as_str(), format!("{call}active=true&silenced=false&inhibited=false&unprocessed=false"));
        }
        let filtered = Source { filters: vec![r#" team=~"a b+&c" "#.into(), " ".into(), r#"a="é""#.into()], ..at("http://am") };

        let call = filtered.target().expect("it is well written").call;

        assert!(call.as_str().ends_with("&filter=team%3D%7E%22a+b%2B%26c%22&filter=a%3D%22%C3%A9%22"), "{call}");
    }

    #[test]
    fn what_is_wrong_is_said_with_what_to_write() {
        for (url, said) in [
            ("", "begins with http://"),
            ("localhost:9093", "begins with http://"),
            ("user:secret@localhost:9093", "begins with http://"),
            ("ftp://am", "begins with http://"),
            ("file:///etc/passwd", "begins with http://"),
            ("http://", "empty host"),
            ("http://user:secret@am:99999", "invalid port"),
            ("http://user:secret@am:9093/#/alerts?filter=x", "write only http://am:9093,"),
            ("http://am/prefix/api/v2/alerts/", "write only http://am/prefix,"),
            ("http://am/?a=b", "write only http://am,"),
            ("http://user:12/secret@am", "/ is written %2F"),
        ] {
            let error = at(url).checked().expect_err(url).to_string();
            assert!(error.contains(said) && !error.contains("secret"), "{url}: {error}");
        }
    }

    #[test]
    fn a_source_has_a_name_and_bounds() {
        let long = Source { name: "x".repeat(NAME + 1), ..at("http://am") };
        let many = Source { filters: vec![r#"a="b""#.into(); FILTERS + 1], ..at("http://am") };

        assert_eq!(Source { name: " ".into(), ..at("http://am") }.checked(), Err(SourceError::NoName));
        assert_eq!(long.checked(), Err(SourceError::TooLong { what: "name", most: NAME }));
        assert_eq!(many.checked(), Err(SourceError::TooManyFilters { count: 21, most: 20 }));
        assert!(matches!(at(&format!("http://{}", "a".repeat(URL))).checked(), Err(SourceError::TooLong { what: "address", .. })));
    }

    #[test]
    fn user_and_password_are_sent_and_never_shown() {
        let source = at("http://on%40call:p%3Ass@am:9093/x");

        assert_eq!(source.target().expect("it is well written").authorization, Some(format!("Basic {}", STANDARD.encode("on@call:p:ss"))));
        assert_eq!(source.shown_url(), "http://am:9093/x");
        assert!(!format!("{source:?}").contains("ss@"), "{source:?}");
        assert!(!at("http://user:secret@am:x").shown_url().contains("secret"));
        assert_eq!(at("http://am").target().expect("it is well written").authorization, None);
    }

    proptest! {
        #[test]
        fn no_address_makes_it_panic_or_show_a_password(user in "[a-z@:/#?]{0,6}", rest in ".{0,20}") {
            let source = at(&format!("http://{user}:hunter2@{rest}"));
            if let Err(error) = source.clone().checked() {
                prop_assert!(!error.to_string().contains("hunter2"), "{}: {error}", source.url);
            }
            prop_assert!(!source.shown_url().contains("hunter2"), "{}", source.url);
            let _ = source.target();
        }

        #[test]
        fn any_text_is_read_or_refused(url in ".{0,60}", filter in ".{0,30}") {
            let source = Source { filters: vec![filter], ..at(&url) };
            let _ = (source.shown_url(), source.target().is_ok());
        }
    }
}
