// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A part of a paragraph, without parts of its own.
 */
export type RunbookInline = { "inline": "text", 
/**
 * The words.
 */
text: string, } | { "inline": "strong", 
/**
 * The words.
 */
text: string, } | { "inline": "emphasis", 
/**
 * The words.
 */
text: string, } | { "inline": "code", 
/**
 * The code.
 */
text: string, } | { "inline": "link", 
/**
 * Its words.
 */
text: string, 
/**
 * As it stands in the text.
 */
url: string, 
/**
 * The line it begins in.
 */
line: number, } | { "inline": "image", 
/**
 * What it shows, in words.
 */
alt: string, 
/**
 * As it stands in the text.
 */
url: string, 
/**
 * The line it begins in.
 */
line: number, };
