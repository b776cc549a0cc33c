// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * Where a link of a runbook leads.
 */
export type RunbookLink = { "leads": "web", 
/**
 * Its address: http or https.
 */
url: string, } | { "leads": "runbook", 
/**
 * Its folder's name and its place in it.
 */
path: string, } | { "leads": "elsewhere", 
/**
 * The file's path, or the address.
 */
what: string, };
