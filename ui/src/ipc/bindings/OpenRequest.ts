// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { LinkFill } from "./LinkFill";
import type { Pane } from "./Pane";

/**
 * A notification, the tray or the command line asks the main window to show a place.
 */
export type OpenRequest = { 
/**
 * Which incident; none for the empty screen with the declare line in focus.
 */
handle: string | null, 
/**
 * Which pane.
 */
pane: Pane | null, 
/**
 * An alert to look at, as it was told.
 */
alert: string | null, 
/**
 * What a link puts into the declaration's form.
 */
fill: LinkFill | null, };
