// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What was written.
 */
export type SavedExport = { 
/**
 * The file.
 */
file: string, 
/**
 * How long it is.
 */
bytes: number, 
/**
 * How many originals it was searched for, of which it has none; none where it is not redacted.
 */
originals: number | null, 
/**
 * Letters that no font on this computer has, each once: in a PDF they are drawn as an empty box.
 */
without_font: string | null, };
