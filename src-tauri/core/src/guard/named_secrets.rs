//! Secrets that a command line names: by a flag, by a variable, or by the place where a program takes one.

use std::sync::LazyLock;

use regex::{Captures, Regex};

/// What stands in place of a secret.
pub const REMOVED: &str = "(removed)";

/// The names of what opens a door, as the end of a flag's or a variable's name: `PGPASSWORD`.
const NAMES: &str =
    "password|passwd|passphrase|token|secret|api[_-]?key|access[_-]?key|secret[_-]?key|private[_-]?key|account[_-]?key|credentials?";
/// A word of a shell, in quotes or without.
const WORD: &str = r#"'[^']*'|"[^"]*"|[^\s;&|'"]+"#;

/// Each with the secret as its second group.
static PLACES: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let places = [
        // `--db-password X`, `--token=X`, `-password X`.
        format!(r"(?i)((?:^|\s)--?(?:[a-z0-9]+-)*(?:{NAMES}|pass)(?:=|\s+))({WORD})"),
        // `PGPASSWORD=X`, `AWS_SECRET_ACCESS_KEY=X`, `api_key=X` in a link's query.
        format!(r#"(?i)((?:^|[\s;&|?("'`])(?:[a-z0-9_]*(?:{NAMES})|(?:[a-z0-9_]*_)?pass)=)({WORD})"#),
        // `mysql -pX`, `sshpass -p X`.
        format!(r"((?:^|[\s;&|/])(?:mysql\w*|mariadb[\w-]*|sshpass|mongo\w*|cqlsh)\s(?:[^;&|\n]*?\s)??-p\s*)({WORD})"),
        // `docker login -p X`.
        format!(r"((?:^|[\s;&|/])(?:docker|podman|nerdctl|helm registry|az|oc|oras)\s+(?:acr\s+)?login\s(?:[^;&|\n]*?\s)??-p\s+)({WORD})"),
        // `redis-cli -a X`, `ldapsearch -w X`, `sqlcmd -P X`.
        format!(r"((?:^|[\s;&|/])(?:redis-cli|valkey-cli)\s(?:[^;&|\n]*?\s)??-a\s+)({WORD})"),
        format!(r"((?:^|[\s;&|/])ldap\w+\s(?:[^;&|\n]*?\s)??-w\s+)({WORD})"),
        format!(r"((?:^|[\s;&|/])(?:sqlcmd|bcp)\s(?:[^;&|\n]*?\s)??-P\s*)({WORD})"),
        // `curl -u ana:X`.
        r#"((?:^|\s)(?:-u\s*|--user[=\s]\s*|--proxy-user[=\s]\s*)['"]?[^\s:'"]+:)([^\s'"]+)"#.to_owned(),
    ];
    places.iter().filter_map(|place| Regex::new(place).ok()).collect()
});

/// The text with `(removed)` in place of each secret that is named. A variable of the shell is none: `--token $TOKEN` stays.
pub(super) fn without_named(text: &str) -> String {
    PLACES.iter().fold(text.to_owned(), |text, place| {
        let masked = |found: &Captures<'_>| {
            let (lead, secret) = (&found[1], &found[2]);
            let bare = secret.trim_matches(['\'', '"']);
            if bare.is_empty() || bare.starts_with('$') || bare.starts_with('-') || bare == REMOVED {
                return found[0].to_owned();
            }
            format!("{lead}{REMOVED}")
        };
        place.replace_all(&text, masked).into_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_flag_a_variable_or_a_place_names_is_removed() {
        for (command, kept) in [
            ("tool --password hunter2 --verbose", "tool --password (removed) --verbose"),
            ("tool --db-password='hunter 2'", "tool --db-password=(removed)"),
            ("vault login --token hunter2", "vault login --token (removed)"),
            ("java -password hunter2", "java -password (removed)"),
            ("PGPASSWORD=hunter2 psql -p 5432 -h db", "PGPASSWORD=(removed) psql -p 5432 -h db"),
            ("env AWS_SECRET_ACCESS_KEY=\"hunter 2\" aws s3 ls", "env AWS_SECRET_ACCESS_KEY=(removed) aws s3 ls"),
            ("curl 'https://e.example/x?a=1&api_key=hunter2'", "curl 'https://e.example/x?a=1&api_key=(removed)'"),
            ("mysql -u root -phunter2 shop", "mysql -u root -p(removed) shop"),
            ("/usr/bin/mysqldump -h db -p hunter2", "/usr/bin/mysqldump -h db -p (removed)"),
            ("sshpass -p hunter2 ssh -p 22 db", "sshpass -p (removed) ssh -p 22 db"),
            ("docker login -u ana -p hunter2 reg.example", "docker login -u ana -p (removed) reg.example"),
            ("redis-cli -h db -a hunter2 ping", "redis-cli -h db -a (removed) ping"),
            ("curl -u ana:hunter2 https://e.example", "curl -u ana:(removed) https://e.example"),
            ("curl --user 'ana:hunter2' https://e.example", "curl --user 'ana:(removed)' https://e.example"),
            ("a; TOKEN=hunter2 b && c --secret hunter3", "a; TOKEN=(removed) b && c --secret (removed)"),
        ] {
            assert_eq!(without_named(command), kept);
        }
    }

    #[test]
    fn what_is_no_secret_stays() {
        for command in [
            "docker run -p 80:80 web",
            "mkdir -p a/b && ssh -p 22 db",
            "tool --token $TOKEN --password \"$PW\"",
            "tool --password-stdin < file",
            "kubectl get secret --token",
            "kubectl create secret generic pay",
            "tool --token --verbose",
            "cargo test -p core -a",
            "ls -a /srv; grep -u x",
            "monkey=1 compass=north",
        ] {
            assert_eq!(without_named(command), command);
        }
    }
}
