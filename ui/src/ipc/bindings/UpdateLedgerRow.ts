// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { EventId } from "./EventId";
import type { UpdateFormat } from "./UpdateFormat";
import type { UpdateKind } from "./UpdateKind";

/**
 * An update that was copied.
 */
export type UpdateLedgerRow = { 
/**
 * The event behind it.
 */
id: EventId, 
/**
 * Which template.
 */
kind: UpdateKind, 
/**
 * `Status update`.
 */
label: string, 
/**
 * In which form.
 */
format: UpdateFormat, 
/**
 * `14:18 UTC`.
 */
sent: string, 
/**
 * Exactly what was copied.
 */
text: string, 
/**
 * 'Not sent' was said.
 */
taken_back: boolean, };
