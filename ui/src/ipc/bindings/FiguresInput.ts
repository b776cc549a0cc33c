// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { FiguresSpan } from "./FiguresSpan";

/**
 * What is asked for.
 */
export type FiguresInput = { 
/**
 * Of which time.
 */
span: FiguresSpan, 
/**
 * Of the incidents that touch this service; none for all.
 */
service: string | null, };
