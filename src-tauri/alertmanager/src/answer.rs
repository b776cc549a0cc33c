//! From what came over the wire to the text of the alerts, or why there is none.

use std::io::Read;

use ureq::Body;
use ureq::http::Response;
use ureq::http::header::LOCATION;

use crate::error::FetchError;
use crate::fault::{Limits, explain};
use crate::one_line::one_line;
use crate::source::{Target, bare};

/// Of an answer that is none, so much is read for what it says. In bytes.
const HEAD: u64 = 2_000;

/// The body of a good answer, a JSON array.
pub fn text(mut response: Response<Body>, target: &Target, limits: &Limits) -> Result<String, FetchError> {
    let status = response.status().as_u16();
    if status != 200 {
        return Err(refusal(status, response, target));
    }
    let body = response.body_mut().with_config().limit(limits.body).read_to_vec();
    let bytes = body.map_err(|error| explain(error, &target.place, limits))?;
    as_array(bytes).map_err(|seen| FetchError::NotAlertmanager { place: target.place.clone(), seen })
}

/// Whether it is an array is seen at its ends; who reads the alerts reads what is between.
fn as_array(bytes: Vec<u8>) -> Result<String, &'static str> {
    let text = String::from_utf8(bytes).map_err(|_| "with what is no text")?;
    let bare = text.trim();
    match (bare.chars().next(), bare.chars().next_back()) {
        (Some('['), Some(']')) => Ok(text),
        (Some('['), _) => Err("with a list that is cut off"),
        (None, _) => Err("with nothing"),
        (Some('{'), _) => Err("with JSON that is no list of alerts"),
        (Some('<'), _) => Err("with a web page"),
        _ => Err("with text that is no JSON"),
    }
}

fn refusal(status: u16, response: Response<Body>, target: &Target) -> FetchError {
    let place = target.place.clone();
    match status {
        300..=399 => FetchError::Redirect { place, status, to: sent_on_to(&response, target) },
        401 | 403 | 407 => FetchError::Login { place, status },
        404 => FetchError::Status {
            place,
            status,
            says: "its alerts are not there. Does the address lack a path, such as /alertmanager?".into(),
        },
        502..=504 => FetchError::Status { place, status, says: "what stands before the Alertmanager does not reach it".into() },
        _ => FetchError::Status { place, status, says: what_it_says(response) },
    }
}

/// Without its query, which may hold a token.
fn sent_on_to(response: &Response<Body>, target: &Target) -> String {
    let location = response.headers().get(LOCATION).and_then(|value| value.to_str().ok());
    let to = location.and_then(|location| target.call.join(location).ok());
    to.map_or_else(|| "an address that it does not say".to_owned(), |to| one_line(&bare(&to)))
}

/// An Alertmanager says in a line why it refuses; a web page says nothing that helps.
fn what_it_says(mut response: Response<Body>) -> String {
    let mut head = Vec::new();
    // What came before it broke off is still what it says.
    let _ = response.body_mut().as_reader().take(HEAD).read_to_end(&mut head);
    let says = one_line(&String::from_utf8_lossy(&head));
    if says.starts_with('<') { String::new() } else { says.trim_matches('"').to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_array_is_told_from_what_else_answers() {
        for (body, seen) in [
            ("[]", None),
            (" [{\"labels\":{}}]\n", None),
            ("", Some("nothing")),
            ("[", Some("cut off")),
            ("[{\"labels\":", Some("cut off")),
            ("{\"status\":\"success\"}", Some("no list")),
            ("<!doctype html>", Some("web page")),
            ("it works", Some("no JSON")),
        ] {
            let read = as_array(body.into());
            assert_eq!(read.is_ok(), seen.is_none(), "{body}");
            assert!(read.err().unwrap_or_default().contains(seen.unwrap_or_default()), "{body}");
        }
        assert!(as_array(vec![b'[', 0xff, b']']).is_err());
    }
}
