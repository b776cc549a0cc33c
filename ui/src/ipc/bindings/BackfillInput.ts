// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Severity } from "./Severity";

/**
 * A postmortem, and what is said of it that it does not say itself.
 */
export type BackfillInput = { 
/**
 * What its file is called.
 */
name: string, 
/**
 * All of it.
 */
text: string, 
/**
 * The zone of its times where they name none: `UTC`, `local`, `+02:00`, `Europe/Berlin`; UTC where nothing is given.
 */
zone: string | null, 
/**
 * How bad it was, over what the text says.
 */
severity: Severity | null, 
/**
 * Its title, over what the text says.
 */
title: string | null, 
/**
 * The day it began on, over what the text says.
 */
day: string | null, };
