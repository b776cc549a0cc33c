//! The number of a line in the index: the newest incident has the highest, and within it the event that was recorded last.

/// Bits of an event's position: four thousand million events are more than anybody records.
const POSITION_BITS: u32 = 32;

/// The number of a line of an incident.
pub(super) fn rowid(incident: i64, position: i64) -> i64 {
    (incident << POSITION_BITS) | position
}

/// The incident of a line.
pub(super) fn incident_of(rowid: i64) -> i64 {
    rowid >> POSITION_BITS
}

/// The position of the event that wrote a line.
pub(super) fn position_of(rowid: i64) -> i64 {
    rowid & ((1 << POSITION_BITS) - 1)
}
