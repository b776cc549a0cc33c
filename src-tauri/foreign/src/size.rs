//! Sizes for people.

/// A million bytes, as disks count them.
pub const MB: u64 = 1_000_000;

/// `412 bytes`, `64 kB`, `2.5 MB`.
#[must_use]
pub fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..MB => format!("{} kB", bytes / 1_000),
        _ => {
            let tenths = bytes / (MB / 10);
            if tenths.is_multiple_of(10) { format!("{} MB", tenths / 10) } else { format!("{}.{} MB", tenths / 10, tenths % 10) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_reads_as_people_say_it() {
        for (bytes, said) in [(0, "0 bytes"), (999, "999 bytes"), (64_000, "64 kB"), (2 * MB, "2 MB"), (2_560_000, "2.5 MB")] {
            assert_eq!(size(bytes), said);
        }
    }
}
