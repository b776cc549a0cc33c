// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { UpdateField } from "./UpdateField";
import type { UpdateFormat } from "./UpdateFormat";

/**
 * What composing a message needs.
 */
export type ComposeInput = { 
/**
 * Which incident.
 */
handle: string, 
/**
 * Which template.
 */
template: string, 
/**
 * In which form.
 */
format: UpdateFormat, 
/**
 * What the person changed; other fields come from the incident.
 */
edits: { [key in UpdateField]?: string }, 
/**
 * For whom, where the template is written for one person.
 */
person: string | null, 
/**
 * Copy it although something is still to be filled.
 */
anyway: boolean, };
