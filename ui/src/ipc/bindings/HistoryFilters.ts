// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What incidents can be filtered by.
 */
export type HistoryFilters = { 
/**
 * The services that one of them touches.
 */
services: Array<string>, 
/**
 * The people who recorded something or hold a role, as `@name`.
 */
people: Array<string>, };
