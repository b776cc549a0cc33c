// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { EventId } from "./EventId";

/**
 * An alert that recovered.
 */
export type RecoveryView = { 
/**
 * The event that took the alert.
 */
alert: EventId, 
/**
 * `PaymentErrorsHigh recovered 14:30 UTC`.
 */
text: string, };
