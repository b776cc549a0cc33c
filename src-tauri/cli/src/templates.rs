//! `sitrep template`.

use std::path::Path;

use sitrep_core::vocabulary::UpdateFormat;
use sitrep_workstation::Workstation;
use sitrep_workstation::views::{ComposeInput, TemplateView};

use crate::args::TemplateVerb;
use crate::output::{Refusal, answer};

/// Does what is asked with templates.
pub fn run(room: &Workstation, json: bool, act: TemplateVerb) -> Result<(), Refusal> {
    match act {
        TemplateVerb::List => {
            let templates = room.template_list()?;
            answer(json, &templates, || templates.iter().map(line).collect::<Vec<_>>().join("\n"))
        }
        TemplateVerb::Check { file: Some(file) } => {
            room.check_template_file(&file)?;
            answer(json, &[file.display().to_string()], || format!("{}: good", file.display()))
        }
        TemplateVerb::Check { file: None } => check_all(room, json),
        TemplateVerb::Render { name, format, person, which } => {
            let handle = room.find_any(which.incident.as_deref())?.summary.handle;
            let format = format.unwrap_or(UpdateFormat::Plain);
            let input = ComposeInput { handle, template: name, format, person, anyway: true, ..ComposeInput::default() };
            let message = room.ready_update(&input)?.message;
            answer(json, &message, || message.pasted().to_owned())
        }
    }
}

/// The first bad file is the refusal; all good is said with their number.
fn check_all(room: &Workstation, json: bool) -> Result<(), Refusal> {
    let templates = room.template_list()?;
    let files: Vec<&str> = templates.iter().filter_map(|template| template.path.as_deref()).collect();
    for file in &files {
        room.check_template_file(Path::new(file))?;
    }
    answer(json, &files, || match files.as_slice() {
        [] => format!("No template of your own. The folder for them is {}", room.template_path("name").with_file_name("").display()),
        some => format!("{} of your own, all good", some.len()),
    })
}

fn line(template: &TemplateView) -> String {
    let origin = template.path.as_deref().unwrap_or("built in");
    let only = if template.only.is_empty() { String::new() } else { format!(", only {}", template.only.join(", ")) };
    let problem = template.problem.as_ref().map(|problem| format!("  not used: {problem}")).unwrap_or_default();
    format!("{:<18}  {:<18}  {:<12}  {origin}{only}{problem}", template.name, template.label, template.audience)
}
