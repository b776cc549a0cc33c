// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { ComposedField } from "./ComposedField";
import type { UpdateField } from "./UpdateField";
import type { UpdateFormat } from "./UpdateFormat";
import type { UpdateKind } from "./UpdateKind";

/**
 * An update as it stands.
 */
export type ComposedUpdate = { 
/**
 * Which template.
 */
kind: UpdateKind, 
/**
 * In which form.
 */
format: UpdateFormat, 
/**
 * The fields, in the template's order.
 */
fields: Array<ComposedField>, 
/**
 * Exactly what will paste. While a field is missing its place reads as `‹Impact›`.
 */
text: string, 
/**
 * The fields to fill before it can be copied.
 */
missing: Array<UpdateField>, 
/**
 * `Next update by 15:12 UTC`.
 */
next_update: string | null, 
/**
 * `P1 asks for one every 30 minutes.`
 */
cadence: string | null, 
/**
 * `Last sent 14:18 UTC`.
 */
last_sent: string | null, };
