// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { EventId } from "./EventId";
import type { EvidenceView } from "./EvidenceView";
import type { HypothesisState } from "./HypothesisState";

/**
 * A hypothesis.
 */
export type HypothesisView = { 
/**
 * The event that added it.
 */
id: EventId, 
/**
 * What may be the cause.
 */
statement: string, 
/**
 * How to find out.
 */
how_to_test: string | null, 
/**
 * Who tests it.
 */
who: string | null, 
/**
 * Who wrote it down.
 */
by: string, 
/**
 * Where it stands.
 */
state: HypothesisState, 
/**
 * The same in words.
 */
state_label: string, 
/**
 * What was said when it moved last.
 */
because: string | null, 
/**
 * What speaks for it.
 */
evidence_for: Array<EvidenceView>, 
/**
 * What speaks against it.
 */
evidence_against: Array<EvidenceView>, 
/**
 * The change that is suspected in it.
 */
change: EventId | null, 
/**
 * `until 14:20 UTC`, while its time-box runs.
 */
timebox: string | null, };
