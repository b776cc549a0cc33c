// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { BoardGroup } from "./BoardGroup";

/**
 * The action items of all incidents.
 */
export type ActionBoard = { 
/**
 * The groups that hold one, late ones first.
 */
groups: Array<BoardGroup>, 
/**
 * How many are open.
 */
open: number, 
/**
 * How many of these are late.
 */
late: number, 
/**
 * Who owns one, to filter by.
 */
owners: Array<string>, 
/**
 * The services of their incidents, to filter by.
 */
services: Array<string>, };
