// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { NextAction } from "./NextAction";

/**
 * What is sensible to do next. There is always exactly one.
 */
export type NextStep = { 
/**
 * What to do, as an imperative.
 */
text: string, 
/**
 * Why, in a few words.
 */
reason: string, 
/**
 * The word on the button; empty when there is nothing to press.
 */
button: string, 
/**
 * What the button does.
 */
action: NextAction, };
