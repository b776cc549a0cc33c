// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { DashboardLink } from "./DashboardLink";
import type { DashboardSign } from "./DashboardSign";

/**
 * Where to look, and what for.
 */
export type DashboardsView = { 
/**
 * From when the links show, in words.
 */
from: string, 
/**
 * Until when.
 */
to: string, 
/**
 * The dashboards of the incident's services, then what its alerts link to.
 */
links: Array<DashboardLink>, 
/**
 * The pages that tell what was changed in these services.
 */
histories: Array<DashboardLink>, 
/**
 * What to look for.
 */
signs: Array<DashboardSign>, };
