// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A mitigation action.
 */
export type MitigationAction = { 
/**
 * Its id, such as `rollback`.
 */
id: string, 
/**
 * What it is called.
 */
action: string, 
/**
 * When to use it.
 */
when: string, 
/**
 * How it is done.
 */
how: string, 
/**
 * What it may cost.
 */
risk: string, };
