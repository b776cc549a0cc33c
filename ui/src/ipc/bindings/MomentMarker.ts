// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What a line of the timeline was for the course of the incident; each asks a question of those who were there.
 */
export type MomentMarker = "detection" | "diagnosis" | "repair" | "key_moment";
