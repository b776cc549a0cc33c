// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { AlertIncident } from "./AlertIncident";
import type { AlertProposal } from "./AlertProposal";
import type { AlertRow } from "./AlertRow";

/**
 * What a pasted alert would become.
 */
export type AlertPreview = { 
/**
 * `Alertmanager`.
 */
source: string, 
/**
 * The alerts, in the order they were sent.
 */
alerts: Array<AlertRow>, 
/**
 * What a declaration would be; none where nothing fires.
 */
proposal: AlertProposal | null, 
/**
 * `Storm: 3 alerts on payments-api in 3 min. One incident takes them all.`
 */
storm: string | null, 
/**
 * What is not certain, and that the sender cut some off.
 */
notes: Array<string>, 
/**
 * The incidents that it may belong to, the likeliest first.
 */
belongs_to: Array<AlertIncident>, };
