// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * Something a template can say.
 */
export type TemplateVariable = { 
/**
 * `severity`.
 */
name: string, 
/**
 * What it is.
 */
what: string, 
/**
 * What it says at this moment; empty for nothing.
 */
value: string, };
