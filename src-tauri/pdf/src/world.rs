//! All that the typesetter can see: the template, the data, the files of the order, and fonts.

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, PathError, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_kit::fonts::FontStore;

use crate::files::Files;

const TEMPLATE: &str = include_str!("template.typ");
const DATA: &str = "/paper.json";

/// What lies on the typesetter's desk. There is no disk and no network beside it.
pub struct Desk {
    library: LazyHash<Library>,
    fonts: FontStore,
    template: Source,
    data: Bytes,
    files: Files,
}

impl Desk {
    /// A desk with these fonts, the template's data and its files.
    pub fn new(fonts: FontStore, data: String, files: Files) -> Result<Self, PathError> {
        let id = FileId::new(RootedPath::new(VirtualRoot::Project, VirtualPath::new("/template.typ")?));
        let template = Source::new(id, TEMPLATE.to_owned());
        Ok(Self { library: LazyHash::new(Library::default()), fonts, template, data: Bytes::from_string(data), files })
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match id.vpath().get_with_slash() {
            _ if *id.root() != VirtualRoot::Project => Err(FileError::AccessDenied),
            DATA => Ok(self.data.clone()),
            name => self.files.get(name).ok_or(FileError::AccessDenied),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    /// A paper knows when it was written, and nothing in it depends on when it is printed.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
