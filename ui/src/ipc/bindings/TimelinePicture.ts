// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { EventId } from "./EventId";
import type { Picture } from "./Picture";

/**
 * A picture on a timeline.
 */
export type TimelinePicture = { 
/**
 * The entry that it goes with.
 */
id: EventId, 
/**
 * The picture.
 */
picture: Picture, 
/**
 * `14:05`, in UTC.
 */
time: string, 
/**
 * What was written with it.
 */
text: string, 
/**
 * Who wrote it.
 */
author: string, };
