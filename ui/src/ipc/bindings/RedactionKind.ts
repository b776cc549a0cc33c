// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What kind of words it is, in the order in which they are shown.
 */
export type RedactionKind = "person" | "host" | "address" | "mail" | "telephone" | "card" | "customer" | "secret" | "ticket" | "channel" | "handle" | "word" | "own";
