// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * The days of a span, both ends included. Days are those of UTC, and weeks begin on Monday.
 */
export type FiguresRange = { from: string, to: string, };
