//! What a heading says: which part of a runbook it begins.

use crate::model::StepKind;
use crate::pattern::Pattern;

static NUMBER: Pattern = Pattern::new(
    r"(?i)^(?:(?:step|phase|stage|part)\s*#?\s*\d{1,3}(?:\.\d{1,3})*\s*(?:[:.)–—-]+\s*|\s|$)|\(?\d{1,3}(?:\.\d{1,3})*[.):]\s+|\d{1,3}(?:\.\d{1,3})+\s+|\d{1,3}\s+[-–—]\s+)",
);
static RUNBOOK: Pattern = Pattern::new(r"(?i)^(?:(?:run ?book|playbook|sop|alert|alert run ?book)\s*(?:[:–—]|\s-\s)\s*|run ?book for\s+)");
static WHEN: Pattern = Pattern::new(
    r"(?i)^(?:when (?:to|should|do|you)\b.*|trigger(?:s|ed by)?|trigger conditions?|symptoms?|alert(?:s|ing)?(?: details| conditions?| description| summary)?|applicability|use when|purpose and scope|scope|problem statement|problem|issue)$",
);
static BEFORE: Pattern = Pattern::new(
    r"(?i)^(?:pre-?requisites?|pre-?conditions?|requirements?|before you (?:begin|start)|before starting|what you need|required (?:access|tools|permissions)|access(?: required| and permissions)?|permissions|you will need|setup)\b.{0,40}$",
);
static STEPS: Pattern = Pattern::new(
    r"(?i)^(?:(?:the |detailed |resolution |remediation |recovery |mitigation |response |troubleshooting |diagnostic |investigation |manual |runbook )?(?:steps|procedures?|instructions|runbook|playbook|actions?|process)(?: (?:to take|to follow|to resolve|for resolution))?|step[- ]by[- ]step.*|what to do|how to (?:respond|fix|resolve)(?: it| this)?)$",
);
static BACK: Pattern = Pattern::new(
    r"(?i)^(?:roll ?-?back|roll ?back (?:plan|procedure|steps|instructions|strategy)|back ?out|back ?out (?:plan|procedure|steps)|the way back|way back|undo|revert|reverting|undoing|if (?:this|it|things?) (?:makes? (?:things|it) worse|goes? wrong|fails?))$",
);
static CONTEXT: Pattern = Pattern::new(
    r"(?i)^(?:meaning|impact|severity|overview|summary|background|description|about|introduction|intro|context|purpose|architecture|design|concepts?|definitions?|glossary|references?|links?|useful links|related(?: .*)?|see also|further reading|additional (?:resources|information|reading|notes)|resources|documentation|docs|contacts?|owners?|ownership|team|table of contents|contents|toc|appendix.*|change ?log|history|revision(?:s| history)?|version(?: history)?|metadata|notes?|faq|dashboards?|logs?|logging|metrics|slos?|slis?|monitoring|tl;?dr|possible causes?|causes?|root causes?|common causes|known issues|limitations|credits|license|examples?|post[- ]?mortems?|past incidents|previous incidents|labels|service details|general information)$",
);
static ESCALATE: Pattern =
    Pattern::new(r"(?i)\b(?:escalat\w*|who to (?:call|contact|page)|call for help|getting help|get help|notify|paging)\b");
static LOOK: Pattern = Pattern::new(
    r"(?i)\b(?:verif\w*|check\w*|confirm\w*|validat\w*|diagnos\w*|investigat\w*|triage|identif\w*|inspect\w*|assess\w*|examin\w*|determin\w*|monitor|observe|look|find|list|get|see|test|debug\w*|analy[sz]\w*|ensure|view|query|review|troubleshoot\w*|is it|are there|what is)\b",
);
static CHANGE: Pattern = Pattern::new(
    r"(?i)\b(?:apply|applying|mitigat\w*|restart\w*|roll(?:ing)? ?back|fix\w*|resolv\w*|resolution|remed\w*|recover\w*|restor\w*|scal(?:e|ing)\w*|delet\w*|drain\w*|fail ?over|deploy\w*|stop\w*|start|kill\w*|remov\w*|clean\w*|increas\w*|decreas\w*|reset\w*|replac\w*|enabl\w*|disabl\w*|reboot\w*|upgrad\w*|promot\w*|move|reload|revert\w*|purge|flush|clear|free|rotate|renew\w*|cordon\w*|re?creat\w*|update|set|change|switch|solution|workaround)\b",
);

/// Which part a heading begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// When to Use.
    When,
    /// Prerequisites.
    Before,
    /// Steps.
    Steps,
    /// The way back.
    Back,
    /// What explains, and is no step.
    Context,
    /// Anything else.
    Other,
}

/// The part that a heading begins.
pub fn part(heading: &str) -> Part {
    let title = of_a_step(heading);
    let is = |pattern: &Pattern| pattern.is_match(&title);
    match () {
        () if is(&WHEN) => Part::When,
        () if is(&STEPS) => Part::Steps,
        () if is(&BEFORE) => Part::Before,
        () if is(&BACK) => Part::Back,
        () if is(&CONTEXT) => Part::Context,
        () => Part::Other,
    }
}

/// What a step of this title is for. The word that stands first decides.
pub fn kind(title: &str) -> StepKind {
    if ESCALATE.is_match(title) {
        return StepKind::Escalation;
    }
    let first = |pattern: &Pattern| pattern.find(title).map_or(usize::MAX, |found| found.start());
    match (first(&LOOK), first(&CHANGE)) {
        (usize::MAX, usize::MAX) => StepKind::Other,
        (look, change) if look <= change => StepKind::Verify,
        _ => StepKind::Apply,
    }
}

/// Whether a heading is numbered: a way back with a number is a step like its neighbours.
pub fn is_numbered(heading: &str) -> bool {
    let heading = one_line(heading);
    NUMBER.without(&heading) != heading
}

/// A step's title without its number.
pub fn of_a_step(heading: &str) -> String {
    let heading = one_line(heading);
    let bare = NUMBER.without(&heading);
    let bare = bare.trim().trim_end_matches([':', '.']).trim();
    if bare.is_empty() { heading } else { bare.to_owned() }
}

/// A runbook's title without `Runbook:`.
pub fn of_a_runbook(heading: &str) -> String {
    let heading = one_line(heading);
    let bare = RUNBOOK.without(&heading).trim().to_owned();
    if bare.is_empty() { heading } else { bare }
}

fn one_line(text: &str) -> String {
    let text = text.split("{#").next().unwrap_or(text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `disk-full.md` is `Disk full`.
pub fn from_file_name(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = name.split_once(".md").map_or(name, |(stem, _)| stem);
    let stem = stem.strip_suffix(".markdown").unwrap_or(stem);
    let words = stem.replace(['-', '_'], " ");
    let mut letters = words.trim().chars();
    letters.next().map_or_else(|| "Runbook".to_owned(), |first| first.to_uppercase().chain(letters).collect())
}
