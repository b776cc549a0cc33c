// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A form in which an incident is handed on.
 */
export type ExportFormat = "markdown" | "html" | "pdf" | "json" | "csv" | "calendar";
