// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { EventId } from "./EventId";
import type { MitigationState } from "./MitigationState";

/**
 * A use of a mitigation.
 */
export type MitigationView = { 
/**
 * The event that added it.
 */
id: EventId, 
/**
 * What is done.
 */
action: string, 
/**
 * The id of the catalogue's action, if it is one of these.
 */
catalogue: string | null, 
/**
 * The service it is done to.
 */
service: string | null, 
/**
 * Where it stands.
 */
state: MitigationState, 
/**
 * The same in words.
 */
state_label: string, 
/**
 * What came of it; why it was undone, once it was.
 */
effect: string | null, 
/**
 * Whether it helped, once somebody said so.
 */
helped: boolean | null, 
/**
 * Who added it.
 */
by: string, 
/**
 * `14:25 UTC`, when it moved last.
 */
since: string, };
