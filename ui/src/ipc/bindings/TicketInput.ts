// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What is noted of the ticket; none of what is left as it is.
 */
export type TicketInput = { 
/**
 * Its number or link; empty takes it away.
 */
number: string | null, 
/**
 * Who works on it; empty for nobody.
 */
assignee: string | null, };
