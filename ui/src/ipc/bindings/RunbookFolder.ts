// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A folder.
 */
export type RunbookFolder = { 
/**
 * What its runbooks' paths begin with.
 */
name: string, 
/**
 * Where it lies.
 */
path: string, 
/**
 * How many runbooks it holds.
 */
count: number, 
/**
 * Whether a person named it, and can have it left out.
 */
named: boolean, 
/**
 * What could not be read in it.
 */
problems: Array<string>, };
