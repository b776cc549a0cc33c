//! `sitrep action`.

use sitrep_workstation::views::{ActionInput, ActionItemView};
use sitrep_workstation::{Error, Workstation};

use crate::args::ActionVerb;
use crate::command_line::IncidentArg;
use crate::output::{Refusal, answer};

/// Does what is asked with action items and answers with the list as it is then.
pub fn run(room: &Workstation, json: bool, act: ActionVerb) -> Result<(), Refusal> {
    let handle = |incident: &IncidentArg| Ok::<_, Error>(room.find_any(incident.part())?.summary.handle);
    let handle = match act {
        ActionVerb::Add { text, owner, due, priority, incident } => {
            let handle = handle(&incident)?;
            room.add_action(&handle, &ActionInput { text: text.join(" "), owner, priority, due })?;
            handle
        }
        ActionVerb::List(incident) => handle(&incident)?,
        ActionVerb::Done { number, incident } => {
            let handle = handle(&incident)?;
            room.finish_action(&handle, numbered(room, &handle, number)?.id)?;
            handle
        }
        ActionVerb::Drop { number, reason, incident } => {
            let handle = handle(&incident)?;
            room.drop_action(&handle, numbered(room, &handle, number)?.id, reason.as_deref())?;
            handle
        }
    };
    let items = room.action_items(&handle)?;
    answer(json, &items, || lines(&handle, &items))
}

fn numbered(room: &Workstation, handle: &str, number: usize) -> Result<ActionItemView, Error> {
    room.action_items(handle)?.into_iter().nth(number.wrapping_sub(1)).ok_or(Error::UnknownAction)
}

fn lines(handle: &str, items: &[ActionItemView]) -> String {
    if items.is_empty() {
        return format!("{handle} has no action items. Add one: sitrep action add 'What to do' --owner @name --due 2w");
    }
    let line = |(number, item): (usize, &ActionItemView)| {
        let owner = item.owner.as_deref().unwrap_or("nobody");
        format!("{:>2}  {}  {}  {:<6}  {}  {}", number + 1, item.due, owner, item.priority_label, item.status, item.text)
    };
    items.iter().enumerate().map(line).collect::<Vec<_>>().join("\n")
}
