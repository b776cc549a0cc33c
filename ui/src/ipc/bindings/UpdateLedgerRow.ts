// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { EventId } from "./EventId";
import type { LedgerState } from "./LedgerState";

/**
 * A message of the ledger.
 */
export type UpdateLedgerRow = { 
/**
 * The event that sent it; none for a draft.
 */
id: EventId | null, 
/**
 * Its template.
 */
template: string, 
/**
 * `Status update`.
 */
label: string, 
/**
 * To whom: `Stakeholders`, `Customers`, or a person.
 */
to: string, 
/**
 * In which form, as read.
 */
format: string, 
/**
 * `14:18 UTC`, or that it is not sent yet.
 */
sent: string, 
/**
 * The subject, for a mail.
 */
subject: string | null, 
/**
 * Exactly what was copied, or would be.
 */
text: string, 
/**
 * What became of it.
 */
state: LedgerState, };
