// Generated from Rust by `make bindings`. Change the Rust types instead.
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
pane: Pane | null, };
