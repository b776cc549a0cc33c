//! Files and functions stay short.

use std::path::PathBuf;

use proc_macro2::Span;
use sitrep_tests::Outcome;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

use crate::source::{parse, root, rust_files};

const FILE_AT_MOST: usize = 400;
const FUNCTION_MEDIAN: usize = 8;
const FUNCTION_P90: usize = 18;

#[test]
fn no_file_is_long() -> Outcome {
    let mut long = Vec::new();
    for file in product_files()? {
        let lines = std::fs::read_to_string(&file)?.lines().filter(|line| is_code(line)).count();
        if lines > FILE_AT_MOST {
            long.push(format!("{} has {lines} lines of code", file.display()));
        }
    }
    assert!(long.is_empty(), "{}", long.join("\n"));
    Ok(())
}

#[test]
fn functions_are_short() -> Outcome {
    let mut lengths = Vec::new();
    for file in product_files()? {
        let mut reader = Lengths::default();
        reader.visit_file(&parse(&file)?);
        lengths.extend(reader.0);
    }
    lengths.sort_unstable();
    let (median, p90) = (lengths[lengths.len() / 2], lengths[lengths.len() * 9 / 10]);
    let longest = lengths.last().copied().unwrap_or_default();
    println!("{} functions: median {median} lines, p90 {p90}, the longest {longest}", lengths.len());
    assert!(median <= FUNCTION_MEDIAN && p90 <= FUNCTION_P90, "median {median}, p90 {p90}");
    Ok(())
}

/// What says what the code is makes it no longer to read.
fn is_code(line: &str) -> bool {
    !line.trim().is_empty() && !line.trim_start().starts_with("//")
}

fn product_files() -> Outcome<Vec<PathBuf>> {
    let folder = root().join("src-tauri");
    let is_product = |file: &PathBuf| {
        let inside = file.strip_prefix(&folder).unwrap_or(file);
        !inside.components().any(|part| part.as_os_str() == "tests")
    };
    let product: Vec<PathBuf> = rust_files(&folder)?.into_iter().filter(is_product).collect();
    assert!(product.len() > 300, "the product's files are looked at: {}", product.len());
    Ok(product.into_iter().chain(rust_files(&root().join("tests/src"))?).collect())
}

/// From the signature to the closing brace.
#[derive(Default)]
struct Lengths(Vec<usize>);

impl Lengths {
    fn add(&mut self, signature: Span, block: &syn::Block) {
        self.0.push(block.brace_token.span.close().end().line + 1 - signature.start().line);
    }
}

impl<'ast> Visit<'ast> for Lengths {
    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.add(function.sig.span(), &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.add(function.sig.span(), &function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast syn::TraitItemFn) {
        if let Some(block) = &function.default {
            self.add(function.sig.span(), block);
        }
    }
}
