// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A link to open.
 */
export type DashboardLink = { 
/**
 * The service it shows.
 */
service: string, 
/**
 * Its name on screen.
 */
title: string, 
/**
 * Where it leads: http or https, the time range filled in.
 */
url: string, };
