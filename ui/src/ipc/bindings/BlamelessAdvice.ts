// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * Words to look at, and why. Nothing is refused for them.
 */
export type BlamelessAdvice = { 
/**
 * Where they stand: `Root cause`.
 */
place: string, 
/**
 * The words.
 */
found: string, 
/**
 * Why they should not stand there.
 */
why: string, 
/**
 * What to ask of the system instead, if there is a question.
 */
question: string | null, 
/**
 * What can stand in their place: a role for a name.
 */
replacement: string | null, };
