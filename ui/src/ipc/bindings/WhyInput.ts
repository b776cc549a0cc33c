// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { EventId } from "./EventId";

/**
 * A new why.
 */
export type WhyInput = { 
/**
 * The answer, or what it asks and the answer: `did orders fail? -> Payment validation threw an exception.`
 */
text: string, 
/**
 * Under which it stands; none at the top.
 */
under: EventId | null, 
/**
 * Behind which; none behind them all.
 */
after: EventId | null, };
