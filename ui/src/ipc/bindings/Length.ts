// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * How long a message is in its form.
 */
export type Length = { 
/**
 * `812 of 4,000 characters`; for a mail of its subject.
 */
line: string, 
/**
 * What to tell somebody before it goes out, where it is longer than its form takes:
 * `Too long for Slack: 31,402 characters, at most 4,000. Slack asks for no more …`
 */
too_long: string | null, };
