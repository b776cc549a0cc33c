//! What months, days and halves of the day are called, in the languages that chats and logs are written in.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::Weekday;

/// Twelve months a line. A word that means two months in two languages is in none.
const MONTHS: &[&str] = &[
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "jän feb mär apr mai jun jul aug sept okt nov dez",
    "jänner febr mrz apr mai juni juli aug sep okt nov dez",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "janv févr mars avr mai juin juil août sept oct nov déc",
    "jan fév mar avr mai jun jui aoû sep oct nov déc",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "ene feb mar abr may jun jul ago sep oct nov dic",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "jan fev mar abr mai jun jul ago set out nov dez",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "gen feb mar apr mag giu lug ago set ott nov dic",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "januar februar marts april maj juni juli august september oktober november december",
    "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu",
    "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "янв фев мар апр май июн июл авг сен окт ноя дек",
    "янв фев мар апр мая июн июл авг сент окт нояб дек",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "січ лют бер кві тра чер лип сер вер жов лис гру",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    "ledna února března dubna května června července srpna září října listopadu prosince",
    "led úno bře dub kvě čen čec srp zář říj lis pro",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "oca şub mar nis may haz tem ağu eyl eki kas ara",
    "január február március április május június július augusztus szeptember október november december",
    "jan febr márc ápr máj jún júl aug szept okt nov dec",
    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
];

/// Seven days a line, from Monday.
const WEEKDAYS: &[&str] = &[
    "monday tuesday wednesday thursday friday saturday sunday",
    "mon tue wed thu fri sat sun",
    "mon tues wednes thurs fri satur sun",
    "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "lunes martes miércoles jueves viernes sábado domingo",
    "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "måndag tisdag onsdag torsdag fredag lördag söndag",
    "понедельник вторник среда четверг пятница суббота воскресенье",
    "poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "pazartesi salı çarşamba perşembe cuma cumartesi pazar",
    "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日",
    "星期一 星期二 星期三 星期四 星期五 星期六 星期日",
];

/// Short names that only stand before a date, where they say nothing of their own.
const SHORT_WEEKDAYS: &str = "mo di mi do fr sa so lun mar mer jeu ven sam dim mié jue vie sáb dom seg ter qua qui sex gio lu ma me je ve za zo wo vr пн вт ср чт пт сб вс pon wt śr czw pt sob niedz thur";

/// How many days ago.
const RELATIVE: &[(&str, u64)] = &[
    ("today", 0),
    ("yesterday", 1),
    ("heute", 0),
    ("gestern", 1),
    ("aujourd'hui", 0),
    ("aujourd’hui", 0),
    ("hier", 1),
    ("hoy", 0),
    ("ayer", 1),
    ("hoje", 0),
    ("ontem", 1),
    ("oggi", 0),
    ("ieri", 1),
    ("vandaag", 0),
    ("gisteren", 1),
    ("idag", 0),
    ("igår", 1),
    ("сегодня", 0),
    ("вчера", 1),
    ("dzisiaj", 0),
    ("wczoraj", 1),
    ("bugün", 0),
    ("dün", 1),
    ("今日", 0),
    ("昨日", 1),
    ("今天", 0),
    ("昨天", 1),
];

/// What says that a time is of the morning or of the afternoon; whether it is the afternoon.
const HALVES: &[(&str, bool)] = &[
    ("am", false),
    ("pm", true),
    ("上午", false),
    ("下午", true),
    ("午前", false),
    ("午後", true),
    ("오전", false),
    ("오후", true),
    ("ص", false),
    ("م", true),
    ("öö", false),
    ("ös", true),
];

fn numbered(table: &[&str]) -> HashMap<String, u32> {
    let words = table.iter().flat_map(|line| line.split(' ').zip(1..));
    words.map(|(word, number)| (word.to_owned(), number)).collect()
}

static MONTH_NUMBERS: LazyLock<HashMap<String, u32>> = LazyLock::new(|| numbered(MONTHS));
static WEEKDAY_NUMBERS: LazyLock<HashMap<String, u32>> = LazyLock::new(|| numbered(WEEKDAYS));

/// The number of a month, in lower case and without its point.
pub(super) fn month(word: &str) -> Option<u32> {
    MONTH_NUMBERS.get(word).copied()
}

/// The day of the week that a word in lower case is.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    let number = WEEKDAY_NUMBERS.get(word)?;
    Weekday::try_from(u8::try_from(number - 1).ok()?).ok()
}

/// How many days ago `today`, `yesterday` and their like are.
pub(super) fn days_ago(word: &str) -> Option<u64> {
    RELATIVE.iter().find(|(name, _)| *name == word).map(|(_, days)| *days)
}

/// Whether a time is of the afternoon; none where nothing says so.
pub(super) fn is_afternoon(text: &str) -> Option<bool> {
    let letters: String = text.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    HALVES.iter().find(|(name, _)| *name == letters).map(|(_, afternoon)| *afternoon)
}

/// A word that may be a month or a day of the week, for a pattern: whether it is one is looked up, so that the pattern stays small.
pub(super) const WORD: &str = r"[a-zA-Z'\x{a1}-\x{201f}\x{2030}-\x{10ffff}]{2,16}";

/// Whether a word stands before a date and says nothing of its own: `Wed`, `mié.`.
pub(super) fn is_weekday(text: &str) -> bool {
    let lower = text.to_lowercase();
    let word = lower.split_whitespace().next().unwrap_or_default().trim_end_matches(['.', ',']);
    weekday(word).is_some() || SHORT_WEEKDAYS.split(' ').any(|short| short == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_means_two_months_or_two_days() {
        for (table, length) in [(MONTHS, 12), (WEEKDAYS, 7)] {
            let mut seen: HashMap<&str, usize> = HashMap::new();
            for line in table {
                assert_eq!(line.split(' ').count(), length, "{line}");
                for (number, word) in line.split(' ').enumerate() {
                    assert_eq!(*seen.entry(word).or_insert(number), number, "{word}");
                }
            }
        }
    }
}
