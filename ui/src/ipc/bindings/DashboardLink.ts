// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A link to open.
 */
export type DashboardLink = { 
/**
 * The service it shows, or the alert that links to it.
 */
service: string, 
/**
 * Its name on screen.
 */
title: string, 
/**
 * Whether it is the service's overview, where the search begins.
 */
overview: boolean, 
/**
 * Where it leads: http or https, the time range filled in.
 */
url: string, };
