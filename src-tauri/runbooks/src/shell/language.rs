//! What a fence's first word says.

/// How a text is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    /// A shell of Unix.
    Shell,
    /// A shell of Windows.
    Windows,
    /// Statements that end in a semicolon.
    Sql,
    /// One question, whole.
    Query,
    /// The fence does not say.
    Unsaid,
    /// No command.
    File,
}

/// How a text in this language is read.
pub fn tongue(language: &str) -> Tongue {
    match language {
        "sh" | "bash" | "zsh" | "fish" | "shell" | "ksh" | "csh" | "terminal" | "commandline" | "command" | "cli" | "bash-session"
        | "console" | "shell-session" | "shellsession" | "sh-session" | "shellscript" | "term" => Tongue::Shell,
        "powershell" | "ps1" | "pwsh" | "ps" | "cmd" | "bat" | "batch" | "dos" | "doscon" => Tongue::Windows,
        "sql" | "psql" | "mysql" | "postgres" | "postgresql" | "plpgsql" | "pgsql" | "plsql" | "tsql" | "sqlite" | "cql" => Tongue::Sql,
        "promql" | "logql" | "kql" | "kusto" | "spl" | "lucene" | "influxql" | "flux" | "redis" | "mongo" | "mongodb" | "metricsql" => {
            Tongue::Query
        }
        "" => Tongue::Unsaid,
        _ => Tongue::File,
    }
}

/// Whether the fence says that prompts and output are shown.
pub fn shows_prompts(language: &str) -> bool {
    matches!(language, "console" | "shell-session" | "shellsession" | "sh-session" | "bash-session" | "terminal" | "doscon" | "term")
}
