// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Piece } from "./Piece";

/**
 * A template, filled.
 */
export type TemplateRender = { 
/**
 * Whether it pastes as formatted text.
 */
formatted: boolean, 
/**
 * The subject, for a mail.
 */
subject: string | null, 
/**
 * Exactly what would paste as text, piece by piece.
 */
pieces: Array<Piece>, };
