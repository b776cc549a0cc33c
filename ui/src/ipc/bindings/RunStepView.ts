// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { AskedPlace } from "./AskedPlace";
import type { RunPart } from "./RunPart";
import type { RunStepState } from "./RunStepState";
import type { RunbookExpected } from "./RunbookExpected";
import type { RunbookRisk } from "./RunbookRisk";
import type { RunbookStepKind } from "./RunbookStepKind";

/**
 * A step.
 */
export type RunStepView = { 
/**
 * From 1.
 */
number: number, 
/**
 * What it is called.
 */
title: string, 
/**
 * What it is for.
 */
kind: RunbookStepKind, 
/**
 * Where it stands, once begun.
 */
state: RunStepState | null, 
/**
 * `done 14:07 UTC @li`.
 */
stands: string | null, 
/**
 * What was said of it.
 */
note: string | null, 
/**
 * Why it is risky.
 */
risk: RunbookRisk | null, 
/**
 * Its way back, shown before it.
 */
way_back: Array<RunPart>, 
/**
 * What is to be read and copied.
 */
parts: Array<RunPart>, 
/**
 * What should be seen.
 */
expected: RunbookExpected | null, 
/**
 * The places of its commands that nothing fills, and those that a person filled for this run.
 */
asked: Array<AskedPlace>, 
/**
 * What it asks for out of its output.
 */
asks: Array<AskedPlace>, };
