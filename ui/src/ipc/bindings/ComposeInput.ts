// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { UpdateField } from "./UpdateField";
import type { UpdateFormat } from "./UpdateFormat";
import type { UpdateKind } from "./UpdateKind";

/**
 * What an update's composing needs.
 */
export type ComposeInput = { 
/**
 * Which incident.
 */
handle: string, 
/**
 * Which template.
 */
kind: UpdateKind, 
/**
 * In which form.
 */
format: UpdateFormat, 
/**
 * What the person changed; other fields come from the incident.
 */
edits: { [key in UpdateField]?: string }, };
