//! Which words tell of a security matter.

use sitrep_core::signs::security::read;
use sitrep_core::team::Catalogue;

#[derive(Debug, PartialEq)]
enum Reads {
    Certain,
    Asks,
    Nothing,
}
use Reads::{Asks, Certain, Nothing};

const LINES: &[(Reads, &str)] = &[
    (Certain, "Customer data breach in EU"),
    (Certain, "Our database was breached overnight"),
    (Certain, "Security breach with active exploitation"),
    (Certain, "AWS keys leaked on GitHub"),
    (Certain, "Stolen credentials used to log in to the admin console"),
    (Certain, "API tokens of three customers were exposed in the logs"),
    (Certain, "Someone pushed the private key to a public repo"),
    (Certain, "Session tokens stolen"),
    (Certain, "The signing key was leaked"),
    (Certain, "Passwords were dumped on pastebin"),
    (Certain, "Personal data of 4,000 users exposed"),
    (Certain, "Customer records are publicly readable"),
    (Certain, "PII leaked through the export"),
    (Certain, "Card numbers for sale on the dark web"),
    (Certain, "Invoices mailed with customer details to the wrong recipients"),
    (Certain, "Data was exfiltrated to an unknown host"),
    (Certain, "exfiltration of 20 GB seen on the egress graph"),
    (Certain, "SQL injection on /search is being exploited"),
    (Certain, "Attackers exploited CVE-2026-1234 in the VPN"),
    (Certain, "Zero-day exploited in the wild"),
    (Certain, "Unauthorised access to the production database"),
    (Certain, "unauthorized login to root account"),
    (Certain, "An attacker gained access to the build server"),
    (Certain, "We've been hacked"),
    (Certain, "Ransomware on the file server"),
    (Certain, "Ransom note found in /srv"),
    (Certain, "The CI pipeline was compromised"),
    (Certain, "Compromised admin account"),
    (Certain, "Backdoor found in the base image"),
    (Certain, "Malware detected on two laptops"),
    (Certain, "Supply chain attack through an npm package"),
    (Certain, "Cryptominer running on the batch nodes"),
    (Certain, "No outage, but customer data was leaked"),
    (Certain, "Not only slow: credentials were stolen"),
    (Certain, "No doubt about it, data breach"),
    (Certain, "Service is not down. Customer data was stolen."),
    (Certain, "No backups left after the ransomware"),
    (Asks, "Possible data breach"),
    (Asks, "Is this a security breach?"),
    (Asks, "We cannot rule out a data breach"),
    (Asks, "Data breach not ruled out yet"),
    (Asks, "Checking whether credentials were leaked"),
    (Asks, "looks like a leaked token in the logs"),
    (Asks, "somebody stole a key"),
    (Asks, "Suspicious logins from two countries"),
    (Asks, "Phishing mail to all of finance"),
    (Asks, "Credential stuffing against /login"),
    (Asks, "Brute-force on SSH"),
    (Asks, "Users see other customers' orders"),
    (Asks, "Laptop stolen from the office"),
    (Asks, "SQL injection reported by a customer"),
    (Asks, "Someone breached"),
    (Asks, "Unknown admin account on the box"),
    (Asks, "Checkout not working, customer data leaked"),
    (Asks, "Customer data breach not contained"),
    (Asks, "We could not prevent the data breach"),
    (Asks, "Training cluster: ransomware note found"),
    (Asks, "Customer data stolen from training bucket"),
    (Asks, "Ransomware was not stopped"),
    (Asks, "WAF did not stop attackers accessing customer records"),
    (Asks, "No backups, customer data leaked"),
    (Asks, "Service not responding customer data leaked"),
    (Certain, "Attackers deleted database backups"),
    (Certain, "Attackers got in and the firewall did not help"),
    (Nothing, "No data breach"),
    (Nothing, "No leak of credentials or tokens"),
    (Nothing, "no leaked token"),
    (Nothing, "Memory leaked in the token service"),
    (Nothing, "The breach did not happen"),
    (Nothing, "It does not look like a data breach"),
    (Nothing, "Customer data has not been leaked"),
    (Nothing, "There was no data breach and no leak of credentials"),
    (Nothing, "We ruled out a breach"),
    (Nothing, "Data breach ruled out by the forensics team"),
    (Nothing, "No evidence of unauthorised access"),
    (Nothing, "No sign of compromise"),
    (Nothing, "Customer data was not exposed"),
    (Nothing, "Credentials weren't leaked"),
    (Nothing, "None of the tokens leaked"),
    (Nothing, "Ransomware alert was a false alarm"),
    (Nothing, "This isn't a breach"),
    (Nothing, "Hacker News is hugging us to death"),
    (Nothing, "On the front page of Hacker News, traffic x10"),
    (Nothing, "Token bucket exhausted, requests dropped"),
    (Nothing, "Key value store is slow"),
    (Nothing, "key-value store leaks connections"),
    (Nothing, "Memory leak in checkout"),
    (Nothing, "Goroutine leak after the deploy"),
    (Nothing, "SLO breach on latency"),
    (Nothing, "p99 breached the threshold"),
    (Nothing, "Error budget breached"),
    (Nothing, "Circuit breaker open"),
    (Nothing, "Breachwater Street office offline"),
    (Nothing, "Hackathon page slow"),
    (Nothing, "Dependency injection container fails at start"),
    (Nothing, "Malware scanner is down"),
    (Nothing, "Intrusion detection system offline"),
    (Nothing, "Security drill: data breach"),
    (Nothing, "Phishing training page returns 500"),
    (Nothing, "We found a compromise between cost and speed"),
    (Nothing, "Password reset mails are late"),
    (Nothing, "Tokens expire too early"),
    (Nothing, "Certificate expired"),
    (Nothing, "401 Unauthorized for all API clients"),
    (Nothing, "Primary key exhausted on orders"),
    (Nothing, "CPU steal time is high, stolen cycles on the node"),
    (Nothing, "Payments failing at checkout"),
    (Nothing, "DDoS attack on the edge"),
    (Nothing, ""),
];

#[test]
fn lines_are_read_as_a_person_means_them() {
    let catalogue = Catalogue::built_in().expect("the built-in catalogue reads");
    let reads = |line: &str| match read(&catalogue.security, line) {
        Some(found) if found.certain => Certain,
        Some(_) => Asks,
        None => Nothing,
    };
    let wrong: Vec<String> = LINES
        .iter()
        .filter(|(expected, line)| reads(line) != *expected)
        .map(|(expected, line)| format!("{expected:?}, not {:?}: {line}", read(&catalogue.security, line)))
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), LINES.len(), wrong.join("\n"));
}

#[test]
fn it_says_which_words_and_what_they_tell_of() {
    let catalogue = Catalogue::built_in().expect("the built-in catalogue reads");

    let found = read(&catalogue.security, "Deploy went out. AWS keys were leaked on GitHub!").expect("it tells of keys");

    assert_eq!((found.words.as_str(), found.kind.as_str()), ("keys were leaked", "leaked or stolen credentials, keys or tokens"));
}

#[test]
fn a_team_adds_its_own_words_and_takes_others_away() {
    let own = "[[security]]\nid = \"vault\"\nkind = \"a breach of the vault\"\nmeans = \"certain\"\nsays = [\"vault unsealed\"]\n\
               [[security]]\nid = \"weakness\"\noff = true\n";
    let catalogue = Catalogue::with(own).expect("it reads");
    assert!(read(&catalogue.security, "The vault unsealed itself").is_some_and(|found| found.certain));
    assert_eq!(read(&catalogue.security, "SQL injection reported by a customer"), None);

    for (own, line, reason) in [
        ("[[security]]\nid = \"x\"\nkind = \"x\"\nmeans = \"sure\"\nsays = [\"x\"]\n", 4, "sure"),
        ("[[security]]\nid = \"x\"\nkind = \"x\"\nmeans = \"likely\"\n", 1, "names no words"),
        ("[[security]]\nid = \"x\"\nkind = \"x\"\nmeans = \"likely\"\nof = [\"x\"]\n", 1, "belong together"),
        ("[[security]]\nid = \"x\"\nkind = \"x\"\nmeans = \"likely\"\nsays = [\"(x\"]\n", 5, "is no word"),
    ] {
        let error = Catalogue::with(own).expect_err("it is refused");
        assert_eq!(error.line, Some(line), "{error}");
        assert!(error.to_string().contains(reason), "{error}");
    }
}

#[test]
fn a_long_paste_is_read_in_a_moment() {
    let catalogue = Catalogue::built_in().expect("the built-in catalogue reads");
    let worst = "customer data key token leaked stolen exposed attacker access ".repeat(16_000);
    let work = security_work(&catalogue, &worst[..worst.len() / 8]);
    let more = security_work(&catalogue, &worst);
    assert!(more <= work * 10, "eight times as long a text told {more} times, and an eighth of it {work}");
}

fn security_work(catalogue: &Catalogue, text: &str) -> usize {
    sitrep_core::signs::security::all(&catalogue.security, text).len()
}
