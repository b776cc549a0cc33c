// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Replacement } from "./Replacement";
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
 * Words that stand in for others, as the guard's fixes put them.
 */
replaced: Array<Replacement>, 
/**
 * Whether a last line names the next update, which the template does not.
 */
names_next_update: boolean, 
/**
 * For whom, where the template is written for one person.
 */
person: string | null, 
/**
 * Copy it although something is still to be filled or looked at.
 */
anyway: boolean, };
