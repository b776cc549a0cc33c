//! Tables, whose rows are as long as their head.

use serde::{Deserialize, Serialize};

use super::seen_text::SeenText;
use super::words::Words;

/// A table: a head, and rows with a cell for each column.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Loose", into = "Loose")]
pub struct Table {
    caption: Option<SeenText>,
    columns: Vec<SeenText>,
    rows: Vec<Vec<Words>>,
}

impl Table {
    /// A table of these columns. A row that is too short gets empty cells, and a head that is too short unnamed columns.
    #[must_use]
    pub fn new<T: Into<SeenText>>(columns: impl IntoIterator<Item = T>, rows: Vec<Vec<Words>>) -> Self {
        Loose { caption: None, columns: columns.into_iter().map(Into::into).collect(), rows }.into()
    }

    /// With a caption, which says what the table tells.
    #[must_use]
    pub fn with_caption(self, caption: impl Into<SeenText>) -> Self {
        Self { caption: Some(caption.into()), ..self }
    }

    /// What the table tells.
    #[must_use]
    pub fn caption(&self) -> Option<&SeenText> {
        self.caption.as_ref()
    }

    /// What is in each column.
    #[must_use]
    pub fn columns(&self) -> &[SeenText] {
        &self.columns
    }

    /// The rows, each as long as there are columns.
    #[must_use]
    pub fn rows(&self) -> &[Vec<Words>] {
        &self.rows
    }
}

/// A table as it is written down, where rows may be of any length.
#[derive(Serialize, Deserialize)]
struct Loose {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    caption: Option<SeenText>,
    columns: Vec<SeenText>,
    rows: Vec<Vec<Words>>,
}

impl From<Loose> for Table {
    fn from(mut loose: Loose) -> Self {
        let width = loose.rows.iter().map(Vec::len).chain([loose.columns.len()]).max().unwrap_or_default();
        loose.columns.resize_with(width, SeenText::default);
        loose.rows.iter_mut().for_each(|row| row.resize_with(width, Words::default));
        Self { caption: loose.caption, columns: loose.columns, rows: loose.rows }
    }
}

impl From<Table> for Loose {
    fn from(table: Table) -> Self {
        Self { caption: table.caption, columns: table.columns, rows: table.rows }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_cell_for_each_column() {
        let table = Table::new(["Time"], vec![vec![], vec!["14:00".into(), "Declared".into()]]);

        assert_eq!(table.columns().len(), 2);
        assert!(table.rows().iter().all(|row| row.len() == 2), "{table:?}");
    }

    #[test]
    fn a_table_that_was_written_by_hand_is_made_even_too() {
        let read: Table = serde_json::from_str(r#"{"columns":["A","B"],"rows":[[[{"text":"x"}]]]}"#).expect("a table");

        assert_eq!(read, Table::new(["A", "B"], vec![vec!["x".into()]]));
    }
}
