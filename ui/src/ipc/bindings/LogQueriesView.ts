// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { LogQuery } from "./LogQuery";
import type { LogSign } from "./LogSign";

/**
 * What to search the logs for.
 */
export type LogQueriesView = { 
/**
 * The queries, ready to copy.
 */
queries: Array<LogQuery>, 
/**
 * What to look for.
 */
signs: Array<LogSign>, };
