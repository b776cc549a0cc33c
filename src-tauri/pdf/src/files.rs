//! Pictures and drawings under the names that the template knows them by.

use std::collections::BTreeMap;

use typst::foundations::Bytes;

/// Files by their names: none is on a disk.
#[derive(Debug, Default)]
pub struct Files(BTreeMap<String, Bytes>);

impl Files {
    /// Adds a file with this ending, and says its name. The same bytes twice are one file in the PDF, whatever it is called here.
    pub fn add(&mut self, bytes: Vec<u8>, ending: &str) -> String {
        let name = format!("/{}.{ending}", self.0.len());
        self.0.insert(name.clone(), Bytes::new(bytes));
        name
    }

    /// The file of this name.
    pub fn get(&self, name: &str) -> Option<Bytes> {
        self.0.get(name).cloned()
    }
}
