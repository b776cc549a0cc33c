// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { MitigationView } from "./MitigationView";
import type { StatusOffer } from "./StatusOffer";

/**
 * The Mitigate pane.
 */
export type MitigateScreen = { 
/**
 * What was proposed, started, done or undone, in the order in which it was written down.
 */
uses: Array<MitigationView>, 
/**
 * A status that what is known speaks for.
 */
offer: StatusOffer | null, };
