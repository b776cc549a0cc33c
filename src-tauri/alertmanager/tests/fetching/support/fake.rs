//! A server that does what an Alertmanager cannot be made to do.

use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

/// Listens until the test's process ends.
pub struct Fake {
    pub address: SocketAddr,
    /// Each request's head, with the number of its connection.
    pub heads: Receiver<(usize, String)>,
}

impl Fake {
    /// Does `answer` for each request, on a connection that stays open until the other side closes it.
    pub fn start(answer: impl Fn(&mut TcpStream) -> std::io::Result<()> + Clone + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let address = listener.local_addr().expect("it has an address");
        let (tell, heads) = mpsc::channel();
        thread::spawn(move || {
            for (number, stream) in listener.incoming().enumerate() {
                let (answer, tell) = (answer.clone(), tell.clone());
                thread::spawn(move || serve(number, &stream.expect("it connects"), &answer, &tell));
            }
        });
        Self { address, heads }
    }

    /// Writes these bytes for each request.
    pub fn saying(answer: impl Into<Vec<u8>>) -> Self {
        let answer = answer.into();
        Self::start(move |stream| stream.write_all(&answer))
    }

    /// Answers each request well, with this body.
    pub fn with_body(body: &str) -> Self {
        Self::saying(format!("HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Length: {}\r\n\r\n{body}", body.len()))
    }

    /// Where it listens.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }
}

fn serve(
    number: usize,
    stream: &TcpStream,
    answer: &impl Fn(&mut TcpStream) -> std::io::Result<()>,
    tell: &Sender<(usize, String)>,
) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?);
    loop {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            if lines.read_line(&mut head)? == 0 {
                return Ok(());
            }
        }
        // Who does not listen to the heads misses nothing.
        let _ = tell.send((number, head));
        answer(&mut stream.try_clone()?)?;
    }
}

/// Waits until the other side closes, or for so long: whether it has closed.
pub fn is_closed_within(stream: &mut TcpStream, span: Duration) -> bool {
    stream.set_read_timeout(Some(span)).expect("it takes a bound");
    let read = stream.read(&mut [0]);
    !matches!(read, Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut))
}
