// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * One of the five checks. A person ticks four; the fifth, the quiet time, is kept by the clock.
 */
export type VerificationCheck = "error_rate" | "latency" | "no_new_errors" | "manually_verified" | "quiet_time";
