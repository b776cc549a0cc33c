// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { FilledStep } from "./FilledStep";

/**
 * The steps of a mitigation for one service.
 */
export type FilledCommands = { 
/**
 * The service.
 */
service: string, 
/**
 * The steps, with the commands to copy.
 */
steps: Array<FilledStep>, };
