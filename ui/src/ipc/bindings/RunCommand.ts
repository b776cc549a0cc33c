// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { RunWay } from "./RunWay";

/**
 * A command: one way to do it, or several of which one is chosen.
 */
export type RunCommand = { 
/**
 * The ways.
 */
ways: Array<RunWay>, 
/**
 * The label of the one that was chosen, or of the only one; none while one is to be chosen.
 */
chosen: string | null, };
