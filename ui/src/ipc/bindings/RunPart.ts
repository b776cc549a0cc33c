// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { RunCommand } from "./RunCommand";
import type { RunbookBlock } from "./RunbookBlock";

/**
 * A part of a step.
 */
export type RunPart = { "part": "words", 
/**
 * The block.
 */
block: RunbookBlock, } | { "part": "command", 
/**
 * The command.
 */
command: RunCommand, };
