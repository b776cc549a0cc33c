//! The handlers, made from the table.

use tauri::ipc::Invoke;
use tauri::{AppHandle, WebviewWindow, Wry};

use super::caller::Caller;
use super::desktop;
use super::lend::Lend;
use super::pool::{Queue, run};
use super::table_types::*;
use crate::refusal::IpcError;

/// What answers a command: the desktop's own function where the table says so, else the workstation's method of that name.
macro_rules! answer {
    (desktop, $caller:ident, $name:ident, $($arg:ident),*) => {
        desktop::$name(&$caller, $($arg),*)
    };
    (workstation, $caller:ident, $name:ident, $($arg:ident),*) => {
        $caller.workspace().and_then(|workspace| {
            let answer = workspace.workstation.$name($($arg.lend()),*)?;
            $caller.tell_what_was_removed(&workspace);
            Ok(answer)
        })
    };
}

/// The queue of a command that can wait.
macro_rules! queue {
    (at_once) => {
        None
    };
    (queued) => {{
        static QUEUE: Queue = Queue::new();
        Some(&QUEUE)
    }};
}

macro_rules! commands {
    ($($(#[$mark:ident])* $name:ident($($arg:ident: $type:ty),*) -> $returns:ty;)*) => {
        $(commands!(@marked [$($mark)*] $name($($arg: $type),*) -> $returns);)*

        /// Answers every command of the table.
        pub fn handler() -> impl Fn(Invoke<Wry>) -> bool {
            tauri::generate_handler![$($name),*]
        }
    };
    (@marked [] $($rest:tt)*) => { commands!(@one workstation at_once $($rest)*); };
    (@marked [waits] $($rest:tt)*) => { commands!(@one workstation queued $($rest)*); };
    (@marked [desktop] $($rest:tt)*) => { commands!(@one desktop at_once $($rest)*); };
    (@marked [desktop waits] $($rest:tt)*) => { commands!(@one desktop queued $($rest)*); };
    (@one $door:ident $turn:ident $name:ident($($arg:ident: $type:ty),*) -> $returns:ty) => {
        #[tauri::command]
        async fn $name(app: AppHandle, window: WebviewWindow, $($arg: $type),*) -> Result<$returns, IpcError> {
            let caller = Caller { app, window: window.label().to_owned() };
            run(queue!($turn), move || answer!($door, caller, $name, $($arg),*)).await
        }
    };
}
include!("table.rs");
