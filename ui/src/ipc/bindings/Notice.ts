// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { NoticeKind } from "./NoticeKind";

/**
 * Something about this desktop that the person should know.
 */
export type Notice = { 
/**
 * What it is about.
 */
kind: NoticeKind, 
/**
 * What of that kind exactly; of a reminder its key.
 */
subject: string, 
/**
 * What does not work.
 */
title: string, 
/**
 * What still works.
 */
detail: string, };
