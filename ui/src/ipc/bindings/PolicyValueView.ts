// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * One value of the policy.
 */
export type PolicyValueView = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its value, as written in TOML.
 */
value: string, 
/**
 * `built in`, or `policy.toml, line 12`.
 */
origin: string, 
/**
 * Whether it is the team's own.
 */
own: boolean, };
