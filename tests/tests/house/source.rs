//! The sources of a crate, read: which files there are, and what of its own crate each names on which line.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::Span;
use sitrep_tests::{Failure, Outcome};
use syn::visit::{self, Visit};

/// The root of the clone.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// All Rust files below a folder.
pub fn rust_files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(rust_files(&path)?);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// A file, read.
pub fn parse(path: &Path) -> Outcome<syn::File> {
    let text = fs::read_to_string(path)?;
    syn::parse_file(&text).map_err(|error| Failure::new(format!("{}: {error}", path.display())))
}

/// A name of the own crate that a file takes: `["vocabulary", "Severity"]`.
pub struct Taken {
    pub path: Vec<String>,
    pub line: usize,
}

/// One file of a crate, named as a module is: `["vocabulary", "severity"]`; the folder itself for its `mod.rs`.
pub struct Source {
    pub file: PathBuf,
    pub module: Vec<String>,
    pub takes: Vec<Taken>,
    /// What a folder hands on, each name with the module it comes from.
    pub hands_on: BTreeMap<String, Vec<String>>,
}

/// The files of a crate with what each takes from the others.
pub fn sources_in(folder: &Path) -> Outcome<Vec<Source>> {
    rust_files(folder)?.into_iter().map(|file| source(folder, file)).collect()
}

fn source(folder: &Path, file: PathBuf) -> Outcome<Source> {
    let inside = file.strip_prefix(folder)?.with_extension("");
    let mut module: Vec<String> = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    let last = module.last().cloned().unwrap_or_default();
    let is_folder = last == "mod" || (module.len() == 1 && (last == "lib" || last == "main"));
    if is_folder {
        module.pop();
    }
    let mut reader = Reader { module: module.clone(), is_folder, takes: Vec::new(), hands_on: BTreeMap::new(), declared: BTreeSet::new() };
    let parsed = parse(&file)?;
    reader.declared = parsed.items.iter().filter_map(declared_module).collect();
    reader.visit_file(&parsed);
    Ok(Source { file, module, takes: reader.takes, hands_on: reader.hands_on })
}

fn declared_module(item: &syn::Item) -> Option<String> {
    match item {
        syn::Item::Mod(item) => Some(item.ident.to_string()),
        _ => None,
    }
}

struct Reader {
    module: Vec<String>,
    is_folder: bool,
    takes: Vec<Taken>,
    hands_on: BTreeMap<String, Vec<String>>,
    declared: BTreeSet<String>,
}

impl Reader {
    /// The path from the root of the crate, if it leads into the crate at all.
    fn in_crate(&self, path: &[String]) -> Option<Vec<String>> {
        let (first, rest) = path.split_first()?;
        let mut base = match first.as_str() {
            "crate" => Vec::new(),
            "self" => self.module.clone(),
            "super" => self.parent()?,
            name if self.is_folder && self.declared.contains(name) => [self.module.clone(), vec![name.to_owned()]].concat(),
            _ => return None,
        };
        for part in rest {
            if part == "super" { drop(base.pop()) } else { base.push(part.clone()) }
        }
        Some(base)
    }

    fn parent(&self) -> Option<Vec<String>> {
        self.module.split_last().map(|(_, parent)| parent.to_vec())
    }

    fn take(&mut self, path: &[String], at: Span) {
        if let Some(path) = self.in_crate(path) {
            self.takes.push(Taken { path, line: at.start().line });
        }
    }

    fn take_tree(&mut self, tree: &syn::UseTree, before: &mut Vec<String>, public: bool) {
        match tree {
            syn::UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.take_tree(&path.tree, before, public);
                before.pop();
            }
            syn::UseTree::Name(name) => self.take_leaf(&name.ident, &name.ident, before, public),
            syn::UseTree::Rename(rename) => self.take_leaf(&rename.ident, &rename.rename, before, public),
            syn::UseTree::Glob(glob) => self.take(before, glob.star_token.spans[0]),
            syn::UseTree::Group(group) => group.items.iter().for_each(|tree| self.take_tree(tree, before, public)),
        }
    }

    fn take_leaf(&mut self, name: &syn::Ident, known_as: &syn::Ident, before: &[String], public: bool) {
        let path = [before, &[name.to_string()]].concat();
        let Some(in_crate) = self.in_crate(&path) else { return };
        if public && self.is_folder {
            self.hands_on.insert(known_as.to_string(), in_crate);
        } else {
            self.takes.push(Taken { path: in_crate, line: name.span().start().line });
        }
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let public = !matches!(item.vis, syn::Visibility::Inherited);
        self.take_tree(&item.tree, &mut Vec::new(), public);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if names.first().is_some_and(|first| first == "crate" || first == "super") {
            let at = path.segments[0].ident.span();
            self.take(&names, at);
        }
        visit::visit_path(self, path);
    }

    /// `pub(super)` says who may see a thing, and takes nothing.
    fn visit_visibility(&mut self, _visibility: &'ast syn::Visibility) {}

    /// A test inside a file may look at the file's neighbours.
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if item.ident != "tests" {
            visit::visit_item_mod(self, item);
        }
    }
}
