//! The formats that are known, in one table: where on a line the time, the author and the words stand.

use super::calendar_words::WORD;

/// A format.
pub(super) struct Format {
    /// Its name on screen.
    pub(super) label: &'static str,
    /// How a message begins, the most particular first.
    pub(super) heads: &'static [Head],
    pub(super) style: Style,
}

/// What a format's words are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// A chat, whose window puts words of its own among those of people.
    Chat,
    /// What programs print, as it is.
    Program,
    /// Markdown, or plain notes.
    Notes,
}

/// How a message begins. In a pattern `{t}` is any time, `{d}` one with a date, `{iso}` one whose date begins with the year, `{numbers}` one whose date is numbers, `{chat}` one of those or without a date, `{yearless}` one whose
/// date has no year and `{count}` one in units since 1970. `author` names who wrote it; what the message says begins at `text`, or after the match,
/// and `lead` stands before it. Letters match in either case.
pub(super) struct Head {
    pub(super) pattern: &'static str,
    /// What it is.
    pub(super) is: Is,
}

/// What a head tells about the format and the author.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Is {
    /// It begins a message, and what is said follows it on the line.
    Line,
    /// It stands alone, and what is said follows on the next lines.
    Alone,
    /// It stands alone, and the line above it names the author.
    UnderAuthor,
    /// It stands alone, and the line above it may name the author.
    NameAbove,
    /// It stands alone, and the author is the one of the message before, or the name above it.
    SameAuthor,
    /// What the program itself says, without an author. Only once the format is known.
    System,
    /// Author and words stand together, and where one ends is not said. Only once the format is known.
    AuthorAndWords,
}

impl Is {
    pub(super) fn has_a_name_above(self) -> bool {
        matches!(self, Self::UnderAuthor | Self::NameAbove)
    }
}

const fn head(is: Is, pattern: &'static str) -> Head {
    Head { pattern, is }
}

const fn line(pattern: &'static str) -> Head {
    head(Is::Line, pattern)
}

const fn alone(pattern: &'static str) -> Head {
    head(Is::Alone, pattern)
}

const fn system(pattern: &'static str) -> Head {
    head(Is::System, pattern)
}

const fn chat(label: &'static str, heads: &'static [Head]) -> Format {
    Format { label, heads, style: Style::Chat }
}

const fn program(label: &'static str, heads: &'static [Head]) -> Format {
    Format { label, heads, style: Style::Program }
}

/// The formats, the most particular first: of two that know as many lines the first is meant.
pub(super) const FORMATS: [Format; 16] = [
    program(
        "Shell history",
        &[line(r"^\s*\d{1,6}\*?\s+\[?{d}\]?\s+"), line(r"^\s+\d{1,6}\*?\s+{t}\s+"), alone(r"^#\+?{count}\s*$"), line(r"^:\s{count}:\d+;")],
    ),
    // Who is on which machine is a part of what was done.
    program("Terminal", &[line(r"^\[?{t}\]?\s*(?<text>[\w.-]+@[\w.-]+(?:[:\s][^\s$#%>❯]*)?\s?[$#%>❯](?:\s|$))")]),
    chat(
        "Zoom or Meet chat",
        &[
            line(r"^{t}\s+from\s+(?<author>\S.*?)(?:\s+to\s+(?<to>\S.*?))?\s*:(?:\s|$)"),
            alone(r"^from\s+(?<author>\S.*?)(?:\s+to\s+(?<to>\S.*?))?\s*:\s+\(?{t}\)?\s*$"),
        ],
    ),
    chat(
        "WhatsApp or Signal",
        &[
            line(r"^{mark}*\[{numbers}\]\s?{mark}*~?\s?(?<author>[^:\n]+?):(?:\s|$)"),
            line(r"^{mark}*{d}\s+[-–]\s+{mark}*~?\s?(?<author>[^:\n]+?):(?:\s|$)"),
            system(r"^{mark}*\[{numbers}\]\s+"),
            system(r"^{mark}*{d}\s+[-–]\s+"),
        ],
    ),
    chat(
        "IRC",
        &[
            line(r"^\[?{t}\]?\s+<[\s@+%&~!]?(?<author>[^>\s]+)>(?:\s|$)"),
            line(r"^\[?{t}\]?\s+\*\s+(?<author>\S+)\s"),
            line(r"^{t}\s+[@+%&~]?(?<author>\S+)\s+[|│┃]\s"),
            line(r"^{d}\t[@+%&~]?(?<author>[^\t]+)\t"),
            system(r"^\[?{t}\]?\s+(?:-!-|---|<--|-->|\*\*\*)\s"),
        ],
    ),
    chat("Telegram", &[alone(r"^(?<author>\S.*?),\s\[{t}\]:?\s*$")]),
    chat("Discord", &[alone(r"^(?<author>\S.*?)\s+[—–]\s+{t}\s*$"), head(Is::UnderAuthor, r"^\s*[—–]\s*{t}\s*$")]),
    chat(
        "Microsoft Teams",
        &[
            alone(
                r"^\[{t}\]\s*(?<author>[^\s:<>\[\]]+(?:\s+(?:\([^()]{1,40}\)|(?-i:[^a-zа-я\s:<>\[\]][^\s:<>\[\]]*)|de|da|van|von|der|den|la|le|di|del|bin|al|e|y)){0,5})\s*$",
            ),
            alone(r"^(?<author>\S(?:.*?[^\s,])?),?\s{t}\s*$"),
            head(Is::AuthorAndWords, r"^\[{t}\]\s+"),
        ],
    ),
    chat(
        "Slack",
        &[
            line(r"^\[{chat}\]\s*(?<author>[^:<>\[\]]+?):(?:\s|$)"),
            alone(r"^(?<author>\S.*?)(?:\s{2,}|\t|\s+:[a-z0-9_+-]+:\s*|\s+app\s+)\[?{t}\]?\s*(?:\(edited\)\s*)?$"),
            head(Is::UnderAuthor, r"^\s*(?:app\s+|:[a-z0-9_+-]+:\s*)+\[?{t}\]?\s*$"),
            head(Is::UnderAuthor, r"^\s{1,4}\[?{t}\]?\s*(?:\(edited\)\s*)?$"),
            head(Is::SameAuthor, r"^\[?{t}\]?\s*$"),
        ],
    ),
    program(
        "System log",
        &[
            line(r"^(?:<\d{1,3}>)?\*?{yearless}:?\s+(?<text>\S+\s+[^\s:]+:(?:\s|$))"),
            line(r"^(?<lead>[IWEFDV]){yearless}\s+"),
            line(r"^{yearless}\s+(?<text>\d+\s+\d+\s+[VDIWEFAS]\s)"),
            system(r"^(?:<\d{1,3}>)?\*?{yearless}:?\s+"),
        ],
    ),
    program(
        "Log with ISO 8601 times",
        &[line(r"^\s*(?:<\d{1,3}>\d?\s*)?\[?{iso}\]?(?:[\s:|,-]+|$)"), line(r"^\[{iso}\]"), line(r"^(?<lead>[IWEFDV]){iso}\s+")],
    ),
    program("Access log", &[line(r"^(?<lead>\S+ \S+ \S.{0,60}?) \[{d}\]\s+")]),
    program(
        "Log",
        &[
            line(r"^\[?{count}\]?(?:[\s:,|;-]+|$)"),
            line(r"^\[?{d}\]?(?:[\s:|,-]+|$)"),
            line(r"^(?<lead>[\w.@/:-]{1,80}?)\s*\|\s*\[?{dc}\]?[\s:|,-]+"),
            line(r"^(?<lead>\[[^\]]{1,100}\]|[^\t]{1,100}\t[^\t]{1,100})\s+\[?{dc}\]?[\s:|,-]+"),
            line(r"^(?<lead>\[?(?:{level})\s*\]?(?:\s+\[[^\]]*\])?)[\s:,\t]+\[?{dc}\]?[\s:,|-]+"),
            line(r"^(?<lead>[DIWEFA]),\s\[{d}\s#\d+\]\s+"),
        ],
    ),
    Format { label: "Lines with times", heads: &[line(NOTE)], style: Style::Notes },
    program("Log with its times inside", &[line(r"^(?<lead>\S.{0,120}?)[\s\[(=,;|]\x22?{dc}[\])\x22]?[\s:|,;-]*")]),
    chat("Chat with a name above each time", &[head(Is::NameAbove, r"^\s*\[?{t}\]?\s*$")]),
];

/// A line of notes or of Markdown, whatever it begins with and whatever the time is written in.
const NOTE: &str = concat!(
    r"^[\s>]*(?:(?:[-*•+◦‣–—]|\d{1,3}[.)]|#{1,6})\s+|\|\s*)?(?:\[[ x]\]\s+)?[*_`~]{0,3}(?:(?:at|um|circa|ca\.|approx\.|around|@)\s*)?[*_`~≈]{0,3}[\[(]?[*_`]{0,3}{t}",
    r"(?<until>\s?(?:[-–—]|to|until|bis)\s?{t})?[*_`]{0,3}[\])]?[*_`:]{0,4}(?:\s*[:|–—-]+\s*|\s+|$)(?:[*_]{1,3}(?:\s|$))?"
);

/// A line that dates those after it, such as `Tuesday, November 24th` or `--- Day changed Tue Nov 24 2026`.
pub(super) const DAY: &str =
    r"^[\s─—–=*_#>|-]*(?:(?:day changed(?: to)?|day\s\d+|date|datum|on)\b[\s:,–—-]*)?(?<date>{weekday}{date})[\s─—–=*_:|-]*$";

/// Words of a chat's window, which nobody wrote.
pub(super) const WINDOW: &str = r"^\s*(?:\d+\s+(?:repl(?:y|ies)|antwort(?:en)?|réponses?)(?:\s*last reply.*)?|view thread|last reply\b.{0,40}|replied to a thread:?.{0,80}|also sent to the channel|new messages?|\(edited\)|edited|app|unread|collapse all|see (?:more|less)|reply in thread)\s*$";

/// A pattern with the parts that several share.
pub(super) fn parts(pattern: &str) -> String {
    let date = format!(
        r"(?:\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{1,2}}\.\s\d{{1,2}}\.\s\d{{4}}|\d{{4}}年\s?\d{{1,2}}月\s?\d{{1,2}}日|{WORD}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\.?(?:,?\s+\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th|er)?\.?\s+(?:de\s+|of\s+)?{WORD}\.?(?:,?\s+(?:de\s+)?\d{{4}})?|{WORD}\.?)"
    );
    let weekday = format!(r"(?:(?<weekday>{WORD}[.,]*\s+)(?:den\s+)?)?");
    let pattern = pattern.replace("{weekday}", &weekday).replace("{date}", &date);
    let pattern = pattern
        .replace("{t}", r"[\x01-\x06]")
        .replace("{dc}", r"[\x02\x03\x05\x06]")
        .replace("{d}", r"[\x02\x04-\x06]")
        .replace("{numbers}", r"\x02")
        .replace("{chat}", r"[\x01\x02]");
    let pattern = pattern.replace("{iso}", r"\x05").replace("{yearless}", r"\x04").replace("{count}", r"\x03");
    let pattern = pattern.replace("{mark}", r"[\u{200e}\u{200f}\u{feff}\u{202a}\u{202c}]");
    format!("(?i){}", pattern.replace("{level}", "trace|debug|info|notice|warn|warning|error|err|fatal|critical|crit|severe|panic"))
}
