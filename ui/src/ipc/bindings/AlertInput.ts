// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Severity } from "./Severity";

/**
 * What a pasted alert is to become.
 */
export type AlertInput = { 
/**
 * As it was pasted.
 */
text: string, 
/**
 * The places of the alerts that go in; without any, all that fire.
 */
picked: Array<number>, 
/**
 * What is wrong, where a person says it otherwise than the alert.
 */
title: string | null, 
/**
 * How bad, where a person says it otherwise than the alert's guess.
 */
severity: Severity | null, 
/**
 * When it began, as typed, where the alert tells no time or another.
 */
started: string | null, 
/**
 * A second incident of the same title is meant.
 */
anyway: boolean, };
