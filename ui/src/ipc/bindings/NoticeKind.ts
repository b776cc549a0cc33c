// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What a notice is about, the gravest first; the page knows which one action belongs to it.
 */
export type NoticeKind = "storage" | "data_folder" | "stumble" | "reminder" | "notifications" | "hotkey" | "key_offer" | "key_steps" | "tray" | "link" | "alert_source" | "name";
