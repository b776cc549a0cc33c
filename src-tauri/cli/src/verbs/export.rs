//! `sitrep export`.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;
use sitrep_core::redaction::{OtherWord, RedactionChoices};
use sitrep_workstation::export::{BoxInPicture, Exported, PictureChoice, RedactedInput, RedactionPreview, RedactionRow, SavedExport};
use sitrep_workstation::{Existing, ExportFormat};

use super::export_bundle;
use crate::command_line::{CommandLine, one_of};
use crate::output::{Refusal, counted, hand_out, joined, note};

/// Write an incident in a form to hand it on, or incidents into a file for another laptop
///
/// `sitrep export payments --format html --redacted --out payments.html`: md, html and pdf are the review, json the whole incident, csv the
/// timeline, ics the review's time for a calendar. Without --out it is printed. Secrets are in none of them but an unredacted json.
///
/// The PDF is written by sitrep-pdf, which comes with Sitrep and lies beside sitrep. It is no text, so it goes into a file or a pipe.
///
/// `sitrep export --bundle all.bundle`: their events, pictures and attached texts are in it, as they are; sitrep import takes it in.
#[derive(Debug, Args)]
pub struct ExportArgs {
    /// Any unambiguous part of a handle; without it, the active incident, or the one last resolved, and in a bundle all
    incident: Option<String>,
    /// More of them, in a bundle
    #[arg(requires = "bundle")]
    more: Vec<String>,
    /// The form
    #[arg(long, value_name = "FORM", default_value = "md", conflicts_with = "bundle",
        value_parser = one_of::<ExportFormat>(ExportFormat::ALL.map(ExportFormat::word)))]
    format: ExportFormat,
    /// The file
    #[arg(long, value_name = "FILE", conflicts_with = "bundle")]
    out: Option<PathBuf>,
    /// Write a bundle into this file
    #[arg(long, value_name = "FILE")]
    bundle: Option<PathBuf>,
    /// Write over an earlier file of that name
    #[arg(long)]
    replace: bool,
    #[command(flatten)]
    redaction: RedactionArgs,
}

/// What becomes of words and pictures.
#[derive(Debug, Args)]
struct RedactionArgs {
    /// People become roles; secrets, hosts, addresses and customers are masked; pictures are left out
    #[arg(long, conflicts_with = "bundle")]
    redacted: bool,
    /// Leave this as it is; secrets never are
    #[arg(long, value_name = "WORD", requires = "redacted")]
    keep: Vec<String>,
    /// Another word for this, also for what was not found by itself
    #[arg(long = "as", value_name = "WORD=OTHER", requires = "redacted", value_parser = other_word)]
    other_words: Vec<OtherWord>,
    /// Give this picture, by a part of its file's name, with these parts of it black, in pixels
    #[arg(long, value_name = "NAME[=LEFT,TOP,WIDTH,HEIGHT;…]", requires = "redacted", value_parser = picture_arg)]
    picture: Vec<PictureArg>,
    /// Show what becomes what, and write nothing
    #[arg(long, requires = "redacted", conflicts_with = "out")]
    preview: bool,
}

/// A picture that is given.
#[derive(Debug, Clone)]
struct PictureArg {
    name: String,
    boxes: Vec<BoxInPicture>,
}

fn other_word(text: &str) -> Result<OtherWord, String> {
    let (word, with) = text.rsplit_once('=').ok_or("write it as WORD=OTHER")?;
    Ok(OtherWord { word: word.to_owned(), with: with.to_owned() })
}

fn picture_arg(text: &str) -> Result<PictureArg, String> {
    let (name, boxes) = text.split_once('=').unwrap_or((text, ""));
    let boxes = boxes.split(';').filter(|part| !part.is_empty()).map(box_of).collect::<Result<_, _>>()?;
    Ok(PictureArg { name: name.to_owned(), boxes })
}

fn box_of(text: &str) -> Result<BoxInPicture, String> {
    let numbers: Vec<u32> = text.split(',').filter_map(|number| number.trim().parse().ok()).collect();
    match numbers.as_slice() {
        [left, top, width, height] => Ok(BoxInPicture { left: *left, top: *top, width: *width, height: *height }),
        _ => Err(format!("'{text}' is not LEFT,TOP,WIDTH,HEIGHT")),
    }
}

pub fn run(cli: &CommandLine, args: &ExportArgs) -> Result<(), Refusal> {
    match &args.bundle {
        Some(file) => {
            let incidents: Vec<String> = args.incident.iter().chain(&args.more).cloned().collect();
            export_bundle::run(cli, file, &incidents, args.replace)
        }
        None => in_a_form(cli, args),
    }
}

fn in_a_form(cli: &CommandLine, args: &ExportArgs) -> Result<(), Refusal> {
    let format = args.format;
    let handle = cli.workstation.find_any(args.incident.as_deref())?.summary.handle;
    let input = args.redaction.redacted.then(|| input(cli, &handle, &args.redaction)).transpose()?;
    match (&input, &args.out) {
        (Some(input), None) if args.redaction.preview => {
            let preview = cli.workstation.redacted_copy(&handle, format, input)?;
            cli.answer(&preview, || in_words(&preview))
        }
        (input, Some(file)) => {
            let existing = if args.replace { Existing::GivesWay } else { Existing::Stays };
            let saved = cli.workstation.save_export(&handle, format, input.as_ref(), file, existing)?;
            cli.answer(&saved, || saved_line(&saved))
        }
        (_, None) if format == ExportFormat::Pdf && cli.takes_only_words() => Err(Refusal::NoText),
        (input, None) => match cli.workstation.export(&handle, format, input.as_ref())? {
            Exported::Text(text) => {
                cli.answer(&json!({ "handle": handle, "format": format.word(), "text": text }), || text.trim_end().to_owned())
            }
            Exported::Pdf(printed) => {
                hand_out(&printed.pdf)?;
                Some(printed.without_font).filter(|letters| !letters.is_empty()).iter().for_each(|letters| note(&boxes_line(letters)));
                Ok(())
            }
        },
    }
}

fn boxes_line(letters: &str) -> String {
    format!("No font on this computer has {letters}: an empty box stands for each.")
}

fn saved_line(saved: &SavedExport) -> String {
    let searched = saved.originals.map(|count| match count {
        0 => "Nothing had to be replaced.".to_owned(),
        count => format!("None of the {} is in it.", counted(count, "original")),
    });
    let boxes = saved.without_font.as_deref().map(boxes_line);
    joined([saved.file.clone()].into_iter().chain(searched).chain(boxes))
}

fn input(cli: &CommandLine, handle: &str, args: &RedactionArgs) -> Result<RedactedInput, Refusal> {
    let shown = if args.picture.is_empty() { Vec::new() } else { cli.workstation.timeline(Some(handle))? };
    let files: Vec<_> =
        shown.iter().flat_map(|row| row.pictures.iter().map(|picture| (picture.file_name(row.occurred_at), &picture.id))).collect();
    let chosen = args.picture.iter().flat_map(|wanted| {
        let meant = files.iter().filter(|(file, id)| file.contains(&wanted.name) || id.to_string().starts_with(&wanted.name));
        meant.map(|(_, id)| PictureChoice { picture: (*id).clone(), boxes: wanted.boxes.clone() })
    });
    let words = RedactionChoices { keep: args.keep.clone(), replace: args.other_words.clone() };
    Ok(RedactedInput { words, pictures: chosen.collect() })
}

fn in_words(preview: &RedactionPreview) -> String {
    let mut lines = Vec::new();
    for group in preview.rows.chunk_by(|one, next| one.heading == next.heading) {
        lines.extend(group.first().map(|row| row.heading.clone()));
        lines.extend(group.iter().map(row_line));
    }
    if lines.is_empty() {
        lines.push("Nothing has to be replaced.".to_owned());
    }
    let left_out = preview.pictures.iter().filter(|picture| !picture.given).count();
    lines.extend((left_out > 0).then(|| format!("{} left out.", counted(left_out, "picture"))));
    lines.extend(preview.still.iter().map(|still| format!("{still}: it would not be saved.")));
    joined(lines.into_iter())
}

fn row_line(row: &RedactionRow) -> String {
    let names = row.originals.join(", ");
    match row.taken {
        true => format!("  {names} -> {}  ({})", row.replacement, row.count),
        false => format!("  {names} stays  ({})", row.count),
    }
}
