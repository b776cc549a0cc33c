// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { BoardRow } from "./BoardRow";
import type { BoardTerm } from "./BoardTerm";

/**
 * Action items that are due alike.
 */
export type BoardGroup = { 
/**
 * When.
 */
term: BoardTerm, 
/**
 * `Late`, `This week`.
 */
title: string, 
/**
 * The items, the latest first.
 */
rows: Array<BoardRow>, };
