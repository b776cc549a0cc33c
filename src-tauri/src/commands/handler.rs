//! The handlers, made from the table.

use tauri::ipc::Invoke;
use tauri::{AppHandle, Manager, Wry};

use super::desktop;
use super::lend::Lend;
use super::table_types::*;
use crate::refusal::{IpcError, Refusal};
use crate::workspaces::Workspaces;

/// Answers one command: by the desktop's own handler where the table says so, else by the workstation's method of that name.
macro_rules! answer {
    (desktop, $app:ident, $name:ident, $($arg:ident),*) => {
        desktop::$name(&$app, $($arg),*)
    };
    (workstation, $app:ident, $name:ident, $($arg:ident),*) => {
        $app.state::<Workspaces>().current().and_then(|workspace| Ok(workspace.workstation.$name($($arg.lend()),*)?))
    };
}

/// Every command runs off the main thread, so that none can hold up drawing or keys.
macro_rules! commands {
    ($($(#[$door:ident])? $name:ident($($arg:ident: $type:ty),*) -> $returns:ty;)*) => {
        $(commands!(@one $($door)?, $name($($arg: $type),*) -> $returns);)*

        /// Answers every command of the table.
        pub fn handler() -> impl Fn(Invoke<Wry>) -> bool {
            tauri::generate_handler![$($name),*]
        }
    };
    (@one desktop, $name:ident($($arg:ident: $type:ty),*) -> $returns:ty) => {
        #[tauri::command(async)]
        fn $name(app: AppHandle, $($arg: $type),*) -> Result<$returns, IpcError> {
            let answer: Result<$returns, Refusal> = answer!(desktop, app, $name, $($arg),*);
            answer.map_err(IpcError::from)
        }
    };
    (@one , $name:ident($($arg:ident: $type:ty),*) -> $returns:ty) => {
        #[tauri::command(async)]
        fn $name(app: AppHandle, $($arg: $type),*) -> Result<$returns, IpcError> {
            let answer: Result<$returns, Refusal> = answer!(workstation, app, $name, $($arg),*);
            answer.map_err(IpcError::from)
        }
    };
}
include!("table.rs");
