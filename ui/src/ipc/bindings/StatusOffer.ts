// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Status } from "./Status";

/**
 * A status to move on to.
 */
export type StatusOffer = { 
/**
 * Which.
 */
to: Status, 
/**
 * Why, in a few words.
 */
why: string, };
