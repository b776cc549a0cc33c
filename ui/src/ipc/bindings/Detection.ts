// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * How an incident was detected.
 */
export type Detection = "alert" | "user" | "monitoring" | "other";
