// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Status } from "./Status";

/**
 * A step of the status stepper.
 */
export type StatusStep = { 
/**
 * Which status.
 */
status: Status, 
/**
 * `14:24`, if it was entered.
 */
entered: string | null, 
/**
 * Whether it is the present one.
 */
current: boolean, 
/**
 * Whether it lies behind.
 */
past: boolean, };
