// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { EventId } from "./EventId";

/**
 * When something was recorded, shown back to the person.
 */
export type Recorded = { 
/**
 * The event.
 */
id: EventId, 
/**
 * The incident it went to.
 */
handle: string, 
/**
 * When it happened.
 */
occurred_at: string, 
/**
 * `GitHub token removed: …`, where something in it read like a secret.
 */
removed: string | null, 
/**
 * `Logged at 14:38 UTC to P1 Payments failing at checkout`.
 */
message: string, };
