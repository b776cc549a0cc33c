// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What a review keeps to (seed: Blameless Culture Principles).
 */
export type ReviewPrinciple = { 
/**
 * The principle.
 */
principle: string, 
/**
 * What that means in practice.
 */
practice: string, };
