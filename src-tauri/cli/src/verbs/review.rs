//! `sitrep review`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::json;
use sitrep_core::documents::PRINCIPLES;
use sitrep_core::vocabulary::ReviewField;
use sitrep_foreign::MB;
use sitrep_workstation::messages::BlamelessAdvice;

use super::review_shown::answer_with_review;
use super::{review_mark, review_why};
use crate::command_line::{CommandLine, IncidentArg, read_file, text_or_input};
use crate::output::{Refusal, joined, note};

/// Print the post-incident review as Markdown, say when it is, or mark it complete
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct ReviewArgs {
    #[command(subcommand)]
    act: Option<ReviewCommand>,
    /// Save it to a file instead, its pictures beside it, and print where
    #[arg(long)]
    save: bool,
    /// Read a review that was written on, and print what of it names or blames somebody
    #[arg(long, value_name = "FILE", conflicts_with = "save")]
    check: Option<PathBuf>,
    #[command(flatten)]
    incident: IncidentArg,
}

/// What can be done with a review.
#[derive(Debug, Subcommand)]
enum ReviewCommand {
    /// Say when it is: sitrep review schedule tomorrow 15:00 --with @ana,@ben
    Schedule {
        /// A day and a time ahead, in UTC
        #[arg(required = true, num_args = 1.., value_name = "TIME")]
        at: Vec<String>,
        /// Who is invited, with commas between the names
        #[arg(long, value_name = "NAMES", value_delimiter = ',')]
        with: Vec<String>,
        #[command(flatten)]
        incident: IncidentArg,
    },
    /// Mark it complete: the saved one, once it is written, or one written elsewhere
    Complete {
        /// Where it is written: a file, a link, a page's name
        #[arg(long, value_name = "WHERE")]
        written: Option<String>,
        #[command(flatten)]
        incident: IncidentArg,
    },
    /// Print the six principles that a review keeps to, each with its practice
    Principles,
    /// Show its parts as they stand, with what is still to write and the whys with their numbers
    Show(IncidentArg),
    /// Write a part: sitrep review edit root_cause 'The pool was capped at 20'
    Edit {
        /// Which part: summary, root_cause, went_well, …; review show lists them
        #[arg(value_name = "PART")]
        field: ReviewField,
        /// The words; '-' reads standard input, '' takes them out
        #[arg(required = true, num_args = 1..)]
        text: Vec<String>,
        #[command(flatten)]
        incident: IncidentArg,
    },
    /// The five whys: add, edit, move, link and remove them
    #[command(subcommand)]
    Why(review_why::WhyCommand),
    /// Mark a line of the timeline as detection, diagnosis, repair or key-moment, star it, or leave it out
    Mark(review_mark::MarkArgs),
    /// Note an idea, before it is anybody's action
    Idea {
        /// The words
        #[arg(required = true, num_args = 1..)]
        text: Vec<String>,
        #[command(flatten)]
        incident: IncidentArg,
    },
    /// Ask others to read it
    Ask(IncidentArg),
    /// Open it again after it was complete; it is owed anew
    Reopen {
        /// Why
        #[arg(long)]
        reason: Option<String>,
        #[command(flatten)]
        incident: IncidentArg,
    },
}

pub fn run(cli: &CommandLine, args: &ReviewArgs) -> Result<(), Refusal> {
    match &args.act {
        Some(ReviewCommand::Schedule { at, with, incident }) => schedule(cli, &at.join(" "), &with.join(","), incident),
        Some(ReviewCommand::Complete { written, incident }) => complete(cli, written.as_deref(), incident),
        Some(ReviewCommand::Reopen { reason, incident }) => reopen(cli, reason.as_deref(), incident),
        Some(ReviewCommand::Principles) => principles(cli),
        Some(ReviewCommand::Show(incident)) => show(cli, incident),
        Some(ReviewCommand::Edit { field, text, incident }) => edit(cli, field, text, incident),
        Some(ReviewCommand::Why(command)) => review_why::run(cli, command),
        Some(ReviewCommand::Mark(args)) => review_mark::run(cli, args),
        Some(ReviewCommand::Idea { text, incident }) => idea(cli, &text.join(" "), incident),
        Some(ReviewCommand::Ask(incident)) => ask(cli, incident),
        None => print(cli, args),
    }
}

fn schedule(cli: &CommandLine, at: &str, with: &str, incident: &IncidentArg) -> Result<(), Refusal> {
    let handle = cli.find_resolved(incident)?;
    cli.workstation.schedule_review(&handle, at, with)?;
    // From here on it is scheduled, whether or not the calendar's file can be written.
    let calendar = cli.workstation.save_invitation(&handle);
    let review = cli.workstation.scheduled_review(&handle).map_err(Refusal::Untold)?;
    let shape = json!({
        "handle": handle,
        "at": review.as_ref().map(|review| review.at),
        "with": review.as_ref().map(|review| &review.with),
        "calendar": calendar.as_ref().ok(),
    });
    cli.answer(&shape, || {
        let when = review.map(|review| review.to_string()).unwrap_or_default();
        let file = calendar.as_ref().map_or_else(ToString::to_string, |file| format!("For your calendar: {file}"));
        format!("Review of {handle} scheduled for {when}\n{file}")
    })
}

fn complete(cli: &CommandLine, written: Option<&str>, incident: &IncidentArg) -> Result<(), Refusal> {
    let handle = cli.find_resolved(incident)?;
    cli.workstation.complete_review(&handle, written)?;
    cli.answer(&json!({ "handle": handle }), || format!("The review of {handle} is complete"))
}

fn reopen(cli: &CommandLine, reason: Option<&str>, incident: &IncidentArg) -> Result<(), Refusal> {
    let handle = cli.find_resolved(incident)?;
    cli.workstation.reopen_review(&handle, reason)?;
    cli.answer(&json!({ "handle": handle }), || format!("The review of {handle} is open again"))
}

fn edit(cli: &CommandLine, field: &ReviewField, text: &[String], incident: &IncidentArg) -> Result<(), Refusal> {
    let handle = cli.find_any(incident)?;
    let text = text_or_input(text, BYTES_AT_MOST)?;
    cli.workstation.edit_review(&handle, field, &text)?;
    answer_with_review(cli, &handle)
}

fn idea(cli: &CommandLine, text: &str, incident: &IncidentArg) -> Result<(), Refusal> {
    let handle = cli.find_any(incident)?;
    cli.workstation.add_idea(&handle, text)?;
    answer_with_review(cli, &handle)
}

fn ask(cli: &CommandLine, incident: &IncidentArg) -> Result<(), Refusal> {
    let handle = cli.find_resolved(incident)?;
    cli.workstation.ask_for_review(&handle)?;
    answer_with_review(cli, &handle)
}

fn show(cli: &CommandLine, incident: &IncidentArg) -> Result<(), Refusal> {
    let handle = cli.find_any(incident)?;
    answer_with_review(cli, &handle)
}

/// Far longer than a review that anybody reads.
const BYTES_AT_MOST: u64 = 2 * MB;

fn print(cli: &CommandLine, args: &ReviewArgs) -> Result<(), Refusal> {
    let handle = cli.find_any(&args.incident)?;
    if let Some(file) = &args.check {
        let advice = cli.workstation.blameless_advice_on(&handle, &String::from_utf8_lossy(&read_file(file, BYTES_AT_MOST)?))?;
        return cli.answer(&advice, || {
            if advice.is_empty() { "Names and blames nobody.".to_owned() } else { joined(advice.iter().map(BlamelessAdvice::line)) }
        });
    }
    for advice in cli.workstation.blameless_advice(&handle)? {
        note(&advice.line());
    }
    if args.save {
        let saved = cli.workstation.save_review(&handle)?;
        return cli.answer(&saved, || saved.path.clone());
    }
    let markdown = cli.workstation.review_document(&handle)?;
    cli.answer(&json!({ "markdown": markdown }), || markdown.trim_end().to_owned())
}

fn principles(cli: &CommandLine) -> Result<(), Refusal> {
    let rows = PRINCIPLES.map(|(principle, practice)| json!({ "principle": principle, "practice": practice }));
    cli.answer(&rows, || joined(PRINCIPLES.iter().map(|(principle, practice)| format!("{principle}: {practice}"))))
}
