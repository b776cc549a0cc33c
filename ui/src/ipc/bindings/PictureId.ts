// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * Names a picture by its content: the SHA-256 of its file, in hexadecimal digits, so that it is safe as the name of a file.
 */
export type PictureId = string;
