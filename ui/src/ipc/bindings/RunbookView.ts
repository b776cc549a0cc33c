// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A runbook.
 */
export type RunbookView = { 
/**
 * As the team wrote it down.
 */
name: string, 
/**
 * The link with what belongs in it, or the whole path of the file.
 */
location: string, 
/**
 * Whether a browser opens it.
 */
link: boolean, 
/**
 * Its place among all runbooks of the incident's services.
 */
place: number, };
