//! Numbers for people.

/// `31,402`.
#[must_use]
pub fn thousands(number: usize) -> String {
    let (head, tail) = (number / 1000, number % 1000);
    if head == 0 { tail.to_string() } else { format!("{},{tail:03}", thousands(head)) }
}
