// Generated from Rust by `make bindings`. Change the Rust types instead.

export type HistoryFilters = { services: Array<string>, people: Array<string>, };
