//! The floors of each crate, as ARCHITECTURE.md draws them. A file uses its own floor and those before it in its list.

/// One crate: where its sources are, and its floors. A floor is a folder or a file of that name; files that belong together
/// share one, with a space between.
pub struct Crate {
    pub sources: &'static str,
    pub floors: &'static [&'static str],
}

pub const CRATES: &[Crate] = &[
    Crate {
        sources: "src-tauri/core/src",
        floors: &[
            "vocabulary",
            "text",
            "event",
            "bundle",
            "team",
            "signs",
            "incident",
            "guard",
            "procedure",
            "filling",
            "messages",
            "paper",
            "redaction",
            "documents",
            "figures",
        ],
    },
    Crate {
        sources: "src-tauri/alerts/src",
        floors: &["alert error", "words when severity", "fields draft envelope", "sources", "mappings", "read", "storm", "gather", "link"],
    },
    Crate { sources: "src-tauri/alertmanager/src", floors: &["error one_line", "filter", "source", "fault", "answer", "client", "seen"] },
    Crate {
        sources: "src-tauri/store/src",
        floors: &["hex reasons", "error", "file", "open", "settings", "drafts reminders pictures", "ledger", "search", "copies", "bundles"],
    },
    Crate {
        sources: "src-tauri/workstation/src",
        floors: &[
            "refusals",
            "team_files",
            "data",
            "acts",
            "messages",
            "reminders",
            "bundles",
            "screens",
            "export",
            "practice",
            "editing",
            "desktop",
        ],
    },
    Crate { sources: "src-tauri/printer/src", floors: &["error", "talk", "printer"] },
    Crate { sources: "src-tauri/pdf/src", floors: &["fault", "sizes drawing files fonts", "data", "world", "print"] },
    Crate {
        sources: "src-tauri/runbooks/src",
        floors: &["pattern", "model", "shell", "markdown", "reading", "folder", "finding", "check", "writing"],
    },
    Crate { sources: "src-tauri/cli/src", floors: &["output", "command_line", "verbs doctor run"] },
    Crate {
        sources: "src-tauri/src",
        floors: &[
            "help",
            "refusal",
            "workspaces",
            "desktop",
            "page",
            "notices",
            "keys",
            "notifications",
            "acts",
            "tray",
            "alert_watch",
            "heartbeat",
            "commands",
            "app",
        ],
    },
];
