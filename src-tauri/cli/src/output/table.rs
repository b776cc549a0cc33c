//! Tables in plain text.

/// Rows under their heads: the first column to the left, the others to the right. A cell that is cut to fit says so by its last letter.
pub fn table(heads: &[&str], rows: &[Vec<String>]) -> String {
    let heads: Vec<String> = heads.iter().map(|head| (*head).to_owned()).collect();
    let lines: Vec<&Vec<String>> = [&heads].into_iter().chain(rows).collect();
    let widths: Vec<usize> =
        (0..heads.len()).map(|column| lines.iter().filter_map(|line| width(line, column)).max().unwrap_or(0)).collect();
    lines.iter().map(|line| in_line(line, &widths)).collect::<Vec<_>>().join("\n")
}

/// So wide a name may be that its numbers stand on the same line of a terminal.
const NAME_AT_MOST: usize = 40;

fn width(line: &[String], column: usize) -> Option<usize> {
    let letters = line.get(column)?.chars().count();
    Some(if column == 0 { letters.min(NAME_AT_MOST) } else { letters })
}

fn in_line(cells: &[String], widths: &[usize]) -> String {
    let padded = cells.iter().zip(widths).enumerate().map(|(column, (cell, width))| match column {
        0 => format!("{:<width$}", shortened(cell, NAME_AT_MOST)),
        _ => format!("{cell:>width$}"),
    });
    format!("  {}", padded.collect::<Vec<_>>().join("  ").trim_end())
}

/// A text cut to so many letters, the last of which says that it was.
pub fn shortened(name: &str, most: usize) -> String {
    match name.char_indices().nth(most) {
        Some(_) => name.chars().take(most - 1).chain(['…']).collect(),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_under_each_other_and_a_long_name_leaves_them_room() {
        let rows = [vec!["search".to_owned(), "5".to_owned()], vec!["x".repeat(50), "12".to_owned()]];

        let table = table(&["Service", "Incidents"], &rows);

        let cut = format!("{}…", "x".repeat(39));
        assert_eq!(table, format!("  {:<40}  Incidents\n  {:<40}          5\n  {cut}         12", "Service", "search"));
    }
}
