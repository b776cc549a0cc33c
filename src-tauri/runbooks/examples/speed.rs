//! Says how long 2,000 runbooks take to read and to index, and a search in them: `cargo run --release -p sitrep-runbooks --example speed`.

use std::fs;
use std::path::Path;
use std::time::Instant;

use sitrep_runbooks::{Context, Index, read_folder};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let pages: Vec<String> = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus"))?
        .filter_map(|entry| fs::read(entry.ok()?.path()).ok())
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .filter(|page| page.len() > 300)
        .collect();
    for at in 0..2_000 {
        // A page of 6 kB or so, with words of its own.
        let page: String = (0..6).filter_map(|more| pages.get((at + more) % pages.len())).cloned().collect::<Vec<_>>().join("\n\n");
        fs::write(folder.path().join(format!("runbook-{at}.md")), format!("# Service{at} errors high{at}\n\n{page}"))?;
    }

    let start = Instant::now();
    let reading = read_folder(folder.path(), &mut |_, _| ());
    let read = start.elapsed();
    let index = Index::build(&reading.runbooks);
    let indexed = start.elapsed();
    let bytes: usize = reading.runbooks.iter().map(|read| read.text.len()).sum();
    println!("{} runbooks, {} kB: read in {read:?}, indexed after {indexed:?}", reading.runbooks.len(), bytes / 1000);
    for words in ["pods", "p", "kubectl restart", "Service1234", "errors high and the pods are down in production since the last deploy"] {
        let start = Instant::now();
        let hits = index.find(words).len();
        println!("find {words:?}: {hits} hits in {:?}", start.elapsed());
    }
    let context = Context {
        alerts: vec!["Service77ErrorsHigh".to_owned()],
        services: vec!["payments-api".to_owned()],
        words: "errors high".to_owned(),
        ..Context::default()
    };
    let start = Instant::now();
    println!("suggest: {} in {:?}", index.suggest(&context).len(), start.elapsed());

    for (name, text) in hard_texts() {
        let start = Instant::now();
        let runbook = sitrep_runbooks::parse(&text, "x.md");
        println!("{name}: {} kB, {} blocks in {:?}", text.len() / 1000, runbook.blocks.len(), start.elapsed());
    }
    Ok(())
}

/// Texts that slow parsers down.
fn hard_texts() -> Vec<(&'static str, String)> {
    vec![
        ("1 MB of prose", "Some words with `code` and **more**.\n\n".repeat(26_000)),
        ("one block of code", format!("```bash\n{}```\n", "kubectl get pods -n $NAMESPACE <pod>\n".repeat(27_000))),
        ("quotes within quotes", "> ".repeat(50_000) + "x\n"),
        ("lists within lists", (0..1_000).map(|depth| format!("{}- x\n", " ".repeat(depth * 2))).collect()),
        ("brackets", "[".repeat(200_000)),
        ("links", "[a](b ".repeat(100_000)),
        ("stars", "*a **b ".repeat(100_000)),
        ("ticks", (1..1_200).map(|n| "`".repeat(n) + " ").collect()),
        ("one line", "a ".repeat(500_000)),
        ("headings", "# a\n".repeat(200_000)),
        ("a list", "1. `kubectl get pods -n x`\n".repeat(40_000)),
        ("a table", "|a|b|\n|-|-|\n".to_owned() + &"|a|`kubectl get x`|\n".repeat(50_000)),
        ("open quotes", format!("```bash\n{}\n```\n", "echo 'a \"b $( ( { <<EOF\n".repeat(40_000))),
        ("templates", "{{ ".repeat(300_000)),
        ("expected", "Expected: ".repeat(100_000)),
    ]
}
