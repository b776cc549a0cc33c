// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { MitigationAction } from "./MitigationAction";

/**
 * A mitigation action to choose.
 */
export type MitigationChoice = { 
/**
 * The action.
 */
action: MitigationAction, 
/**
 * Why it is proposed, if it is: `a recent deploy is suspected`.
 */
because: string | null, };
