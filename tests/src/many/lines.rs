//! What people write: lines of a few words, the common ones in most, with names, numbers and versions in them.

use super::dice::Dice;
use super::team::SERVICES;

/// The word that stands in most lines.
pub const COMMON_WORD: &str = "payments";
/// One that stands in one line of some thousands.
pub const RARE_WORD: &str = "flibbertigibbet";

/// Lines with places: `{w}` a word, `{n}` a number, `{h}` a host, `{v}` a version, `{s}` a service.
const ENGLISH: [&str; 12] = [
    "the error rate of {w} is at {n} per cent",
    "payments on {h} wait for the {w} pool",
    "rolled back {s} to {v}",
    "{w} and {w} recover on {h}",
    "payments: {n} of {n} {w} fail with timeout to 10.0.{n}.{n}:5432",
    "no {w} in the log of {h} since {v}",
    "asked the {w} team about {w}",
    "graph of {w} shows a drop at {n} ms",
    "restarted {h}, {w} is back",
    "customers of {w} see {n} errors in {s}",
    "disk of {h} holds {n} GB of {w}",
    "payments look healthy, {w} still slow",
];

/// The same in other languages.
const OTHERS: [&str; 8] = [
    "Fehlerquote von {w} fällt auf {n} %, Straße {n} wieder frei",
    "les paiements échouent à cause de {w} depuis {v}",
    "el servicio {s} se recuperó después de reiniciar {h}",
    "{h} 上的支付失败，{w} 正在恢复",
    "本番データベース {h} が停止、{w} を再起動した",
    "{h} 서버가 응답하지 않음, {w} 확인 중",
    "Сервер {h} не отвечает, смотрим {w}",
    "ระบบ {w} บน {h} ล่มอีกครั้ง",
];

/// Words that lines are filled with; the first are the likeliest.
const STEMS: [&str; 40] = [
    "connection",
    "checkout",
    "cache",
    "timeout",
    "retry",
    "queue",
    "worker",
    "replica",
    "token",
    "session",
    "deploy",
    "shard",
    "index",
    "latency",
    "gateway",
    "pool",
    "thread",
    "certificate",
    "cluster",
    "region",
    "webhook",
    "invoice",
    "refund",
    "cart",
    "coupon",
    "ledger",
    "kernel",
    "socket",
    "proxy",
    "limiter",
    "batch",
    "stream",
    "snapshot",
    "migration",
    "lock",
    "vacuum",
    "heap",
    "quota",
    "topic",
    "partition",
];

/// How many words there are in all.
const WORDS: usize = 40_000;

/// A line.
pub(super) fn line(dice: &mut Dice) -> String {
    if dice.one_in(5_000) {
        return format!("{RARE_WORD} in {}", word(dice));
    }
    let pattern = if dice.one_in(8) { *dice.pick(&OTHERS) } else { *dice.pick(&ENGLISH) };
    let mut line = String::new();
    let mut parts = pattern.split('{');
    line.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (place, rest) = part.split_once('}').unwrap_or((part, ""));
        line.push_str(&filled(dice, place));
        line.push_str(rest);
    }
    line
}

fn filled(dice: &mut Dice, place: &str) -> String {
    match place {
        "n" => dice.below(1_000).to_string(),
        "h" => format!("prod-{}-{}", dice.pick(&["db", "web", "cache", "queue"]), dice.below(64)),
        "v" => format!("v{}", 100 + dice.below(900)),
        "s" => SERVICES[dice.rank(SERVICES.len())].to_owned(),
        _ => word(dice),
    }
}

/// One of the words: a stem, or a stem with what makes it one of thousands.
pub(super) fn word(dice: &mut Dice) -> String {
    let rank = dice.rank(WORDS);
    let stem = STEMS[rank % STEMS.len()];
    match rank / STEMS.len() {
        0 => stem.to_owned(),
        more => format!("{stem}{}", letters(more)),
    }
}

/// A number in letters, so that words which begin alike are of different length.
fn letters(mut number: usize) -> String {
    let mut letters = String::new();
    while number > 0 {
        letters.push(char::from(b'a' + u8::try_from(number % 26).unwrap_or_default()));
        number /= 26;
    }
    letters
}
