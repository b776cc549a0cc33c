// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { EventId } from "./EventId";

/**
 * An action item that is still to be done.
 */
export type UndoneAction = { 
/**
 * The event behind it.
 */
id: EventId, 
/**
 * What to do.
 */
text: string, 
/**
 * Who does it, as `@name`.
 */
owner: string | null, 
/**
 * `5 d late`, `due in 3 d`.
 */
due: string, 
/**
 * Whether that is past.
 */
late: boolean, };
