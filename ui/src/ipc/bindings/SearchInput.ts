// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { SearchState } from "./SearchState";
import type { Severity } from "./Severity";

/**
 * What is searched for.
 */
export type SearchInput = { 
/**
 * The words, as typed. Without any the incidents themselves are listed.
 */
words: string, 
/**
 * One of these, by their handles: those behind a figure.
 */
handles?: Array<string>, 
/**
 * Of one of these severities.
 */
severities?: Array<Severity>, 
/**
 * That touch one of these services.
 */
services?: Array<string>, 
/**
 * In one of these states.
 */
states?: Array<SearchState>, 
/**
 * In which one of these people recorded something or holds a role, as `@name`.
 */
people?: Array<string>, 
/**
 * That went on then or later, as typed: `2026-11-23`, `2026-11`, `90d`.
 */
from?: string, 
/**
 * That began then or earlier, as typed.
 */
to?: string, 
/**
 * What says it best first, else what is newest.
 */
best_first?: boolean, 
/**
 * How many incidents were shown already.
 */
skip?: number, 
/**
 * How many are to be shown; 20 unless said.
 */
incidents?: number, 
/**
 * How many hits of each; 3 unless said.
 */
hits_each?: number, 
/**
 * How many hits in all.
 */
hits?: number, };
