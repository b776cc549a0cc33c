// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A file that a team writes, or can write.
 */
export type TeamFileRow = { 
/**
 * Its path within the config folder: `templates/status.j2`, `services.toml`.
 */
name: string, 
/**
 * `Status update`, `Services`.
 */
label: string, 
/**
 * `built in`, `yours, over the built-in one`, `yours`, `not written yet`.
 */
origin: string, 
/**
 * Whether it is a message's template.
 */
template: boolean, 
/**
 * Why it is not used, if it is not.
 */
problem: string | null, };
