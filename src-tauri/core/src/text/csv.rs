//! Comma-separated values (RFC 4180), as spreadsheets open them.

use super::seen::as_seen;

/// One line of cells, its end included. A cell that a spreadsheet would take for a formula gets an apostrophe in front: whoever opens a
/// file runs nothing that somebody typed.
#[must_use]
pub fn csv_row<Cell: AsRef<str>>(cells: impl IntoIterator<Item = Cell>) -> String {
    let cells: Vec<String> = cells.into_iter().map(|cell| csv_cell(cell.as_ref())).collect();
    format!("{}\r\n", cells.join(","))
}

fn csv_cell(text: &str) -> String {
    let text = as_seen(text);
    // Some programs leave spaces in front out before they look.
    let is_formula = text.starts_with(['\t', '\r', '\n']) || text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let text = if is_formula { format!("'{text}") } else { text.into_owned() };
    if text.contains([',', '"', '\r', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_stays_a_cell_and_never_becomes_a_formula() {
        for (cell, written) in [
            ("payments-api", "payments-api"),
            ("a,b", "\"a,b\""),
            ("says \"no\"", "\"says \"\"no\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            ("=cmd|'/c calc'!A0", "'=cmd|'/c calc'!A0"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("＝1+1", "'＝1+1"),
            (" =1+1", "' =1+1"),
            ("\t=1+1", "'\t=1+1"),
            ("=1,\"x\"", "\"'=1,\"\"x\"\"\""),
            ("", ""),
        ] {
            assert_eq!(csv_row([cell]), format!("{written}\r\n"), "{cell:?}");
        }
        assert_eq!(csv_row(["a", "1"]), "a,1\r\n");
    }
}
