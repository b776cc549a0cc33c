// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A runbook that may fit.
 */
export type SuggestedRunbook = { 
/**
 * Its folder's name and its place in it.
 */
path: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * `version 7, verified 12 d ago`.
 */
about: string, 
/**
 * `Suggested: the alert PaymentErrorsHigh links to it, and it is for payments-api.`
 */
reason: string, };
