// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A step to take.
 */
export type FilledStep = { 
/**
 * What is done.
 */
say: string, 
/**
 * The command to copy; none where it is done by hand.
 */
command: string | null, 
/**
 * Whether the command is an example to adapt: the service has none of its own.
 */
example: boolean, 
/**
 * The folder to run it in, where the service names its repository.
 */
folder: string | null, };
