// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { EventId } from "./EventId";
import type { Picture } from "./Picture";

/**
 * A picture of a timeline.
 */
export type TimelinePicture = { 
/**
 * The entry that it belongs to.
 */
id: EventId, 
/**
 * The picture.
 */
picture: Picture, 
/**
 * `14:05`, of the entry, in UTC.
 */
time: string, 
/**
 * The entry's words.
 */
text: string, 
/**
 * Who recorded the entry.
 */
author: string, };
