//! The formats that are known, in one table: how a line looks that begins a message.

/// A format.
pub(super) struct Format {
    /// Its name on screen.
    pub(super) label: &'static str,
    /// How a message begins, the most particular first.
    pub(super) heads: &'static [Head],
}

/// How a message begins. In a pattern `{time}`, `{date}` and `{zone}` stand for [`parts`]; `author` names who wrote it, and
/// what the message says begins at `text`, or after the match. Letters match in either case.
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
    /// It stands alone, and the author is the one of the message before. Only once the format is known.
    SameAuthor,
    /// What the program itself says, without an author. Only once the format is known.
    System,
}

const fn line(pattern: &'static str) -> Head {
    Head { pattern, is: Is::Line }
}

const fn alone(pattern: &'static str) -> Head {
    Head { pattern, is: Is::Alone }
}

const fn system(pattern: &'static str) -> Head {
    Head { pattern, is: Is::System }
}

/// The formats, the most particular first: of two that know as many lines the first is meant.
pub(super) const FORMATS: [Format; 11] = [
    Format {
        label: "Shell history",
        heads: &[
            line(r"^\s*[0-9]{1,6}\*?\s+\[?{date}[T\s]\s*{time}\]?\s+"),
            alone(r"^#(?<epoch>[0-9]{9,10})\s*$"),
            line(r"^:\s(?<epoch>[0-9]{9,10}):[0-9]+;"),
        ],
    },
    // Who is on which machine is a part of what was done.
    Format {
        label: "Terminal",
        heads: &[line(r"^\[?(?:{date}[T,\s]+)?{time}\]?\s*(?<text>[\w.-]+@[\w.-]+(?:[:\s][^\s$#%>❯]*)?\s?[$#%>❯](?:\s|$))")],
    },
    Format {
        label: "Zoom or Meet chat",
        heads: &[line(r"^(?:{date}\s+)?{time}\s+from\s+(?<author>\S.*?)(?:\s+to\s+(?<to>\S.*?))?\s*:(?:\s|$)")],
    },
    Format {
        label: "WhatsApp or Signal",
        heads: &[
            line(r"^[\u{200e}\u{200f}\u{feff}]*\[{short_date},?\s+{time}\]\s+(?<author>[^:]+?):(?:\s|$)"),
            line(r"^[\u{200e}\u{200f}\u{feff}]*{short_date},?\s+{time}\s+[-–]\s+(?<author>[^:]+?):(?:\s|$)"),
            system(r"^[\u{200e}\u{200f}\u{feff}]*\[{short_date},?\s+{time}\]\s+"),
            system(r"^[\u{200e}\u{200f}\u{feff}]*{short_date},?\s+{time}\s+[-–]\s+"),
        ],
    },
    Format {
        label: "IRC",
        heads: &[
            line(r"^\[?(?:{date}[T\s])?{time}\]?\s+<[\s@+%&~!]?(?<author>[^>\s]+)>(?:\s|$)"),
            line(r"^\[?(?:{date}[T\s])?{time}\]?\s+\*\s+(?<author>\S+)\s"),
            line(r"^(?:{date}\s)?{time}\s+[@+%&~]?(?<author>\S+)\s+[|│┃]\s"),
            line(r"^{date}\s{time}\t[@+%&~]?(?<author>[^\t]+)\t"),
            system(r"^\[?(?:{date}[T\s])?{time}\]?\s+(?:-!-|---|<--|-->|\*\*\*)\s"),
        ],
    },
    Format { label: "Discord", heads: &[alone(r"^(?<author>\S.*?)\s+[—–]\s+(?:{date}(?:\s+at)?,?\s+)?{time}\s*$")] },
    Format {
        label: "Microsoft Teams",
        heads: &[
            alone(r"^\[(?:{date},?\s+(?:at\s+)?)?{time}\]\s*(?<author>[^:<>\[\]\s](?:[^:<>\[\]]*[^:<>\[\]\s])?)\s*$"),
            alone(r"^(?<author>\S(?:.*\S)?),?\s(?:{date},?\s)?{time}\s*$"),
        ],
    },
    Format {
        label: "Slack",
        heads: &[
            line(r"^\[(?:{date},?\s+(?:at\s+)?)?{time}\]\s*(?<author>[^:<>\[\]]+?):(?:\s|$)"),
            alone(r"^(?<author>\S.*?)(?:\s{2,}|\t|\s+:[a-z0-9_+-]+:\s*|\s+app\s+)(?:{date}(?:\s+at)?,?\s+)?\[?{time}\]?\s*$"),
            Head { pattern: r"^\s{1,4}\[?{time}\]?\s*$", is: Is::UnderAuthor },
            Head { pattern: r"^\[?{time}\]?\s*$", is: Is::SameAuthor },
        ],
    },
    Format {
        label: "System log",
        heads: &[
            line(r"^(?:<[0-9]{1,3}>)?{month_day}\s+{time}\s+(?<text>\S+\s+[^\s:]+:(?:\s|$))"),
            system(r"^(?:<[0-9]{1,3}>)?{month_day}\s+{time}\s+"),
        ],
    },
    Format {
        label: "Log with ISO 8601 times",
        heads: &[line(r"^\s*(?:<[0-9]{1,3}>[0-9]?\s*)?\[?{iso_date}[T\s]{time}(?:\s?{zone})?\]?(?:[\s:|,-]+|$)")],
    },
    Format {
        label: "Lines with times",
        heads: &[line(r"^\s*(?:[-*•]\s+)?[\[(]?(?:{date},?\s+(?:at\s+)?)?{time}(?:\s?{zone})?[\])]?(?:\s*[:|–—-]\s*|\s+|$)")],
    },
];

/// A line that dates those after it, such as `Tuesday, November 24th` or `--- Day changed Tue Nov 24 2026`.
pub(super) const DAY: &str = r"^[\s─—–=*_-]*(?:day changed(?: to)?\s+)?{date}[\s─—–=*_:-]*$";
const MONTH: &str = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?";
const WEEKDAY: &str = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?";
const DAY_OF_MONTH: &str = r"[0-9]{1,2}(?:st|nd|rd|th)?\.?";

/// A pattern with the parts that several share.
pub(super) fn parts(pattern: &str) -> String {
    let named =
        format!(r"(?:{WEEKDAY},?\s+)?(?:{MONTH}\s+{DAY_OF_MONTH}(?:,?\s+[0-9]{{4}})?\b|{DAY_OF_MONTH}\s+{MONTH}(?:,?\s+[0-9]{{4}})?\b)");
    let date = format!(r"(?<date>[0-9]{{1,4}}[./-][0-9]{{1,2}}[./-][0-9]{{2,4}}|{named}|today|yesterday|{WEEKDAY})");
    let time = r"(?<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?(?:\s?[ap]\.?m\.?)?)";
    let pattern = pattern.replace("{date}", &date).replace("{time}", time);
    let pattern = pattern.replace("{short_date}", r"(?<date>[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4})");
    let pattern = pattern.replace("{month_day}", &format!(r"(?<date>{MONTH}\s+[0-9]{{1,2}})"));
    let pattern = pattern.replace("{iso_date}", r"(?<date>[0-9]{4}[-/][0-9]{2}[-/][0-9]{2})");
    format!("(?i){}", pattern.replace("{zone}", r"(?<zone>z|utc|gmt|[+-][0-9]{2}:?[0-9]{2})"))
}
