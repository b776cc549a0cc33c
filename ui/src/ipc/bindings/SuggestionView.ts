// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Severity } from "./Severity";

/**
 * The severity that the answers of triage speak for.
 */
export type SuggestionView = { 
/**
 * Which.
 */
severity: Severity, 
/**
 * `Major Degradation`.
 */
name: string, 
/**
 * What it means, in the policy's words.
 */
description: string, 
/**
 * Why.
 */
why: string, };
