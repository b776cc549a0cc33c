//! Keeps the TypeScript that the pages import equal to the Rust types: compares it, or writes it when
//! `SITREP_WRITE_BINDINGS=1`.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use ts_rs::{Config, TS, TypeVisitor};

use super::table_types::*;
use crate::refusal::IpcError;

/// What the generated files say at their top.
const HEADER: &str = "// Generated from Rust by `make bindings`. Change the Rust types instead.\n";

/// Exports every named type it meets and remembers the names of those met directly.
struct Exporter<'a> {
    config: &'a Config,
    met: BTreeSet<String>,
    failure: Option<ts_rs::ExportError>,
}

impl<'a> Exporter<'a> {
    fn new(config: &'a Config) -> Self {
        Self { config, met: BTreeSet::new(), failure: None }
    }

    fn name_of<T: TS + 'static>(&mut self) -> String {
        self.visit::<T>();
        T::name(self.config)
    }
}

impl TypeVisitor for Exporter<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_none() {
            T::visit_generics(self);
            return;
        }
        self.met.insert(T::ident(self.config));
        if let Err(failure) = T::export_all(self.config) {
            self.failure = Some(failure);
        }
    }
}

macro_rules! commands {
    ($($(#[$mark:ident])* $name:ident($($arg:ident: $type:ty),*) -> $returns:ty;)*) => {
        /// The lines of the map from command to its arguments and answer.
        fn command_lines(exporter: &mut Exporter<'_>) -> Vec<String> {
            vec![$({
                let args: Vec<String> = vec![$(format!("{}: {}", stringify!($arg), exporter.name_of::<$type>())),*];
                let returns = exporter.name_of::<$returns>();
                command_line(stringify!($name), &args, &returns)
            }),*]
        }
    };
}
include!("table.rs");

macro_rules! events {
    ($($name:ident: $payload:ty;)*) => {
        /// The lines of the map from event to what it carries.
        fn event_lines(exporter: &mut Exporter<'_>) -> Vec<String> {
            vec![$(format!("  {}: {};", stringify!($name), exporter.name_of::<$payload>())),*]
        }
    };
}
include!("../page/event_table.rs");

fn command_line(name: &str, args: &[String], returns: &str) -> String {
    let args = if args.is_empty() { "Record<string, never>".to_owned() } else { format!("{{ {} }}", args.join(", ")) };
    format!("  {name}: {{ args: {args}; returns: {returns} }};")
}

/// Writes every binding into `folder`.
fn export_into(folder: &Path) -> Result<(), Box<dyn Error>> {
    let config = Config::default().with_large_int("number").with_out_dir(folder);
    write_map(&config, "Commands", "Every command the pages may call.", command_lines)?;
    write_map(&config, "Events", "Every event the pages can hear.", event_lines)?;
    Ok(IpcError::export_all(&config)?)
}

/// Writes one map to a file of its own, after the types that it names.
fn write_map(config: &Config, map: &str, about: &str, lines: fn(&mut Exporter<'_>) -> Vec<String>) -> Result<(), Box<dyn Error>> {
    let mut exporter = Exporter::new(config);
    let lines = lines(&mut exporter).join("\n");
    let mut text = String::from(HEADER);
    for name in &exporter.met {
        writeln!(text, "import type {{ {name} }} from \"./{name}\";")?;
    }
    write!(text, "\n/** {about} */\nexport type {map} = {{\n{lines}\n}};\n")?;
    fs::write(config.out_dir().join(format!("{}.ts", map.to_lowercase())), text)?;
    exporter.failure.map_or(Ok(()), |failure| Err(failure.into()))
}

/// The files of a folder with their content, under one header whoever generated them.
fn files(folder: &Path) -> Result<BTreeMap<String, String>, Box<dyn Error>> {
    let mut found = BTreeMap::new();
    if folder.exists() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            found.insert(name, with_header(&fs::read_to_string(&path)?));
        }
    }
    Ok(found)
}

fn with_header(text: &str) -> String {
    let rest = if text.starts_with("//") { text.split_once('\n').map_or("", |(_, rest)| rest) } else { text };
    format!("{HEADER}{rest}")
}

#[test]
fn bindings_are_current() -> Result<(), Box<dyn Error>> {
    let fresh = tempfile::tempdir()?;
    export_into(fresh.path())?;
    let kept_in = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../ui/src/ipc/bindings");
    let wanted = files(fresh.path())?;
    if std::env::var_os("SITREP_WRITE_BINDINGS").is_some() {
        return write(&kept_in, &wanted);
    }
    let kept = files(&kept_in)?;
    let names: BTreeSet<&String> = wanted.keys().chain(kept.keys()).collect();
    let stale: Vec<&String> = names.into_iter().filter(|name| wanted.get(*name) != kept.get(*name)).collect();
    assert!(stale.is_empty(), "these bindings differ from the Rust types: {stale:?}. `make bindings` writes them anew.");
    Ok(())
}

fn write(folder: &Path, wanted: &BTreeMap<String, String>) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    for name in files(folder)?.keys().filter(|name| !wanted.contains_key(*name)) {
        fs::remove_file(folder.join(name))?;
    }
    for (name, text) in wanted {
        let path = folder.join(name);
        if fs::read_to_string(&path).ok().as_ref() != Some(text) {
            fs::write(path, text)?;
        }
    }
    Ok(())
}
