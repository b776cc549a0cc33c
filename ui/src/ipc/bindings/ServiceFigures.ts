// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { FigureHeading } from "./FigureHeading";
import type { ServiceRow } from "./ServiceRow";

/**
 * The services, by how many incidents touch each. One that touches several counts for each of them.
 */
export type ServiceFigures = { 
/**
 * `payments-api leads`.
 */
heading: FigureHeading, 
/**
 * A row a service, the one with most incidents first.
 */
rows: Array<ServiceRow>, 
/**
 * How many incidents name no service.
 */
without: number, 
/**
 * Which.
 */
incidents_without: Array<string>, };
