// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Changed } from "./Changed";
import type { Clocks } from "./Clocks";
import type { Notice } from "./Notice";
import type { OpenRequest } from "./OpenRequest";

/** Every event the pages can hear. */
export type Events = {
  keyboard_elsewhere: boolean;
  changed: Changed;
  clocks: Clocks;
  notices: Array<Notice>;
  open: OpenRequest;
  secret_removed: string;
  quick_entry_shown: null;
};
