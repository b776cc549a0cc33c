//! Reads the alerts in what stands on stdin and prints them: what a fuzzer runs (`afl-fuzz -i tests/specimens -o found -- …`), and a
//! look at what is read of one file.

use std::io::{Read, stdin};

use sitrep_alerts::{Mappings, gather, looks_like_alert, parse_link, read};

fn main() -> std::io::Result<()> {
    let mut bytes = Vec::new();
    stdin().read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    println!("looks like an alert: {}", looks_like_alert(&text));
    println!("as a link: {:?}", parse_link(&text));
    match read(&text, &Mappings::default()) {
        Ok(reading) => println!("{reading:#?}\n{:#?}", gather(&reading.alerts)),
        Err(error) => println!("{}: {error}", error.code()),
    }
    Ok(())
}
