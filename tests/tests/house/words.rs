//! What the eye saw is what is kept and shown: no place makes rules of its own for it.

use std::path::PathBuf;

use sitrep_tests::Outcome;

use crate::source::{root, rust_files};

/// Lines of a folder's product code, those in `but` left out, that hold one of `parts`.
fn lines_with(folder: &str, but: &[&str], parts: &[&str]) -> Outcome<Vec<String>> {
    let folder = root().join("src-tauri").join(folder);
    let excepted = |file: &PathBuf| but.iter().any(|but| file.starts_with(folder.join(but)));
    let mut found = Vec::new();
    for file in rust_files(&folder)?.into_iter().filter(|file| !excepted(file)) {
        let text = std::fs::read_to_string(&file)?;
        let product = text.split("\n#[cfg(test)]").next().unwrap_or_default();
        let bad = product.lines().enumerate().filter(|(_, line)| parts.iter().any(|part| line.contains(part)));
        found.extend(bad.map(|(at, line)| format!("{}:{}: {}", file.display(), at + 1, line.trim())));
    }
    Ok(found)
}

#[test]
fn whether_words_are_there_is_asked_of_one_function() -> Outcome {
    let mut own = Vec::new();
    for (folder, but) in [("core/src", vec!["text/seen.rs"]), ("workstation/src", vec![]), ("cli/src", vec![]), ("src", vec![])] {
        own.extend(lines_with(folder, &but, &["trim().is_empty()"])?);
    }
    assert!(own.is_empty(), "use core's is_blank, which knows what shows nothing:\n{}", own.join("\n"));
    Ok(())
}

#[test]
fn the_command_line_prints_in_one_place() -> Outcome {
    // What a watched command prints is its own.
    let prints = ["println!(", "eprint!(", " print!(", "writeln!(io::", "writeln!(out", "stdout().write"];
    let own = lines_with("cli/src", &["output/print.rs", "run"], &prints)?;
    assert!(own.is_empty(), "use output's answer or note, which print text as it is seen:\n{}", own.join("\n"));
    Ok(())
}

#[test]
fn a_file_that_others_wrote_is_read_in_one_place() -> Outcome {
    let opens =
        [" fs::read(", "(fs::read(", "|fs::read(", "std::fs::read(", "fs::read_to_string(", "File::open(", "OpenOptions::new().read"];
    // What the kernel says of a process, and of a start of the computer.
    let of_the_kernel = ["run/unix/signals.rs", "run/unix/child.rs"];
    // Sitrep's own files, where nobody else puts any: reviews, pictures, what stands beside the database.
    let own_files = ["data/clock.rs", "messages/redact.rs", "messages/review.rs", "messages/review_end.rs"];
    let mut own = lines_with("cli/src", &of_the_kernel, &opens)?;
    own.extend(lines_with("workstation/src", &own_files, &opens)?);
    own.extend(lines_with("src", &["page/pictures.rs", "commands/bindings.rs"], &opens)?);
    own.extend(lines_with("changes/src", &["fetch.rs", "git.rs"], &opens)?);
    assert!(own.is_empty(), "use sitrep_foreign, which neither hangs nor fills the memory:\n{}", own.join("\n"));
    Ok(())
}
