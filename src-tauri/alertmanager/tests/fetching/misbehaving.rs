//! Servers that answer badly, late, too much or not at all.

use std::io::Write;
use std::net::{TcpListener, TcpStream};
use std::time::{Duration, Instant};

use crate::support::fake::{Fake, is_closed_within};
use crate::support::{again, source};
use sitrep_alertmanager::{Client, FetchError, Limits, Source};

/// So that a test need not wait for the usual ones.
fn hasty() -> Client {
    Client::with_limits(Limits { whole: Duration::from_millis(400), ..Limits::default() })
}

fn refusal(client: &Client, fake: &Fake) -> FetchError {
    client.fetch(&source(fake.url())).expect_err("this is no answer")
}

#[test]
fn the_usual_limits_are_those_of_a_person_who_waits() {
    assert_eq!(Limits::default(), Limits { connect: Duration::from_secs(3), whole: Duration::from_secs(10), body: 5_000_000 });
}

#[test]
fn an_answer_that_takes_too_long_ends() {
    let head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    let drip = |stream: &mut TcpStream, drop: &[u8]| {
        while !is_closed_within(stream, Duration::from_millis(20)) {
            stream.write_all(drop)?;
        }
        Ok(())
    };
    let silent = Fake::start(|stream| {
        while !is_closed_within(stream, Duration::from_secs(60)) {}
        Ok(())
    });
    let dripping_head = Fake::start(move |stream| {
        stream.write_all(b"HTTP/1.1 200 OK\r\n")?;
        drip(stream, b"A: b\r\n")
    });
    let dripping_body = Fake::start(move |stream| {
        stream.write_all(head)?;
        drip(stream, b"1\r\n[\r\n")
    });

    for (what, fake) in [("silent", silent), ("dripping head", dripping_head), ("dripping body", dripping_body)] {
        let began = Instant::now();
        let error = refusal(&hasty(), &fake);
        assert_eq!(error, FetchError::TooSlow { place: fake.address.to_string(), limit: Duration::from_millis(400) }, "{what}");
        assert!(error.to_string().contains("took longer than 400 ms to answer"), "{error}");
        assert!(began.elapsed() < Duration::from_secs(5), "{what}: {:?}", began.elapsed());
    }
}

#[test]
fn who_takes_no_connection_is_not_waited_for() {
    let full = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let address = full.local_addr().expect("it has an address");
    // The queue of connections that nobody takes, until it takes no more.
    let mut waiting = Vec::new();
    while let Ok(stream) = TcpStream::connect_timeout(&address, Duration::from_millis(200)) {
        waiting.push(stream);
    }

    let limits = Limits { connect: Duration::from_millis(300), whole: Duration::from_secs(30), ..Limits::default() };
    let error = Client::with_limits(limits).fetch(&source(format!("http://{address}"))).expect_err("nobody takes it");

    assert_eq!(error, FetchError::ConnectTooSlow { place: address.to_string(), limit: Duration::from_millis(300) });
}

#[test]
fn an_answer_is_read_to_its_bound() {
    let body = |length: usize| format!("[{}]", " ".repeat(length - 2));
    let endless = Fake::start(|stream| {
        stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n[")?;
        loop {
            stream.write_all(&[b' '; 65_536])?;
        }
    });

    assert_eq!(Client::new().fetch(&source(Fake::with_body(&body(5_000_000)).url())).map(|text| text.len()), Ok(5_000_000));
    for fake in [Fake::with_body(&body(5_000_001)), Fake::with_body(&body(5_100_000)), endless] {
        let error = refusal(&Client::new(), &fake);
        assert_eq!(error, FetchError::TooLarge { place: fake.address.to_string(), most: 5_000_000 });
        assert!(error.to_string().contains("more than 5 MB"), "{error}");
    }
}

#[test]
fn a_redirect_is_said_and_not_followed() {
    let elsewhere = Fake::with_body("[]");
    for (status, location, to) in [
        (302, format!("{}/login?token=secret", elsewhere.url()), format!("{}/login", elsewhere.url())),
        (308, "http://user:secret@am.example.com/x".to_owned(), "http://am.example.com/x".to_owned()),
    ] {
        let fake = Fake::saying(format!("HTTP/1.1 {status} Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n"));
        let error = refusal(&Client::new(), &fake);
        assert_eq!(error, FetchError::Redirect { place: fake.address.to_string(), status, to });
    }
    assert!(elsewhere.heads.try_recv().is_err(), "nobody went there");
}

#[test]
fn what_is_no_alertmanager_is_said_to_be_none() {
    for (answer, code, said) in [
        ("HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n<!doctype html>", "watch_not_alertmanager", "a web page"),
        ("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", "watch_not_alertmanager", "JSON that is no list"),
        ("HTTP/1.1 204 No Content\r\n\r\n", "watch_status", "answered 204"),
        ("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "watch_not_alertmanager", "with nothing"),
        ("SSH-2.0-OpenSSH_9.2\r\n\r\n", "watch_not_alertmanager", "no HTTP"),
        ("HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n", "watch_login", "answered 401: write a user"),
        ("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n", "watch_login", "answered 403: write a user"),
        ("HTTP/1.1 500 No\r\nContent-Length: 7\r\n\r\n\"a\nb\u{1b}c\"", "watch_status", "answered 500: a bc"),
        ("HTTP/1.1 500 No\r\nContent-Length: 13\r\n\r\n<h1>Oops</h1>", "watch_status", "answered 500"),
        ("HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n", "watch_status", "what stands before the Alertmanager"),
    ] {
        let error = refusal(&hasty(), &Fake::saying(answer));
        assert_eq!(error.code(), code, "{answer}: {error}");
        assert!(error.to_string().contains(said) && !error.to_string().contains("h1"), "{answer}: {error}");
    }
    let no_text = Fake::saying(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n[\xff]".as_slice());
    assert!(refusal(&hasty(), &no_text).to_string().contains("with what is no text"));
}

#[test]
fn who_closes_in_the_middle_is_said_to() {
    let closing = |said: &'static [u8]| {
        Fake::start(move |stream| {
            stream.write_all(said)?;
            stream.shutdown(std::net::Shutdown::Both)
        })
    };

    for said in [b"".as_slice(), b"HTTP/1.1 200 OK\r\nConte", b"HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n[{\"lab"] {
        let fake = closing(said);
        assert_eq!(refusal(&hasty(), &fake), FetchError::CutOff { place: fake.address.to_string() });
    }
}

#[test]
fn what_speaks_no_tls_is_said_to_speak_none() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let address = listener.local_addr().expect("it has an address");
    std::thread::spawn(move || listener.incoming().flatten().map(|mut stream| stream.write_all(b"HTTP/1.1 400 Bad\r\n\r\n")).count());

    let error = Client::new().fetch(&source(format!("https://{address}"))).expect_err("it speaks no TLS");

    assert_eq!(error.code(), "watch_tls");
    assert!(error.to_string().contains("Is its address http:// instead of https://?"), "{error}");
}

#[test]
fn a_name_without_an_address_is_said_to_have_none() {
    // Longer than a name can be, so that no name server is asked.
    let url = format!("http://{}.invalid:9093", "a".repeat(70));

    let error = Client::new().fetch(&source(url)).expect_err("there is no such name");

    assert_eq!(error.code(), "watch_no_address", "{error}");
}

#[test]
fn a_request_is_one_line_on_a_kept_connection_and_holds_no_more_than_it_needs() {
    let fake = Fake::with_body("[]");
    let client = Client::new();
    let asked = Source { filters: vec![r#"a="b""#.into()], ..source(format!("http://u:p@{}/x", fake.address)) };

    for _ in 0..3 {
        assert_eq!(client.fetch(&asked).as_deref(), Ok("[]"));
    }

    let heads: Vec<(usize, String)> = fake.heads.try_iter().collect();
    assert_eq!(heads.iter().map(|(connection, _)| *connection).collect::<Vec<_>>(), [0, 0, 0], "it is kept");
    let mut lines: Vec<String> = heads[2].1.trim_end().lines().map(str::to_ascii_lowercase).collect();
    lines.sort();
    let expected = [
        "accept: application/json".to_owned(),
        "authorization: basic dtpw".to_owned(),
        "get /x/api/v2/alerts?active=true&silenced=false&inhibited=false&unprocessed=false&filter=a%3d%22b%22 http/1.1".to_owned(),
        format!("host: {}", fake.address),
        "user-agent: sitrep".to_owned(),
    ];
    assert_eq!(lines, expected, "no cookie, though one was set");
}

#[test]
fn a_proxy_of_the_environment_is_not_asked() {
    if let Some(url) = again::deed() {
        assert_eq!(Client::new().fetch(&source(url)).as_deref(), Ok("[]"));
        return;
    }
    let (fake, proxy) = (Fake::with_body("[]"), Fake::with_body("[1]"));
    let url = proxy.url();
    let names = ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"];
    let environment: Vec<(&str, &str)> =
        names.iter().map(|&name| (name, url.as_str())).chain([("no_proxy", ""), ("NO_PROXY", "")]).collect();

    again::with_environment("misbehaving::a_proxy_of_the_environment_is_not_asked", &fake.url(), &environment);

    assert!(proxy.heads.try_recv().is_err());
}
