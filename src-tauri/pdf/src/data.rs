//! The paper as the template takes it: data alone, in the lines that every form has.

use serde::Serialize;
use sitrep_core::paper::{Block, Branch, Fact, Level, Line, ListOrder, Look, Paper, PictureFiles, SeenText, Table, Words, lines, one_line};

use crate::drawing::on_paper;
use crate::files::Files;
use crate::sizes::{Size, of_png};

/// Readers of PDF cut off a longer name, and PDF/UA forbids one of 32 KB.
const NAME_AT_MOST: usize = 300;
/// A column whose cells are no longer is as wide as they are.
const NARROW_AT_MOST: usize = 24;

/// All that the template is given.
#[derive(Serialize)]
pub struct Data {
    /// The title as it is read.
    title: Inline,
    /// The title as the file is called.
    name: String,
    author: Option<String>,
    language: String,
    region: Option<String>,
    blocks: Vec<Item>,
}

/// A line: stretches of pieces.
type Inline = Vec<Apart>;

#[derive(Serialize)]
struct Apart {
    is_apart: bool,
    pieces: Vec<Part>,
}

#[derive(Serialize)]
struct Part {
    text: String,
    look: Look,
    link: Option<String>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Item {
    Heading { level: usize, line: Inline },
    Paragraph { lines: Vec<Inline> },
    Verbatim { text: String },
    Facts { facts: Vec<Pair> },
    List { start: Option<u16>, items: Vec<Vec<Item>> },
    Table { caption: Option<Inline>, columns: Vec<Column>, rows: Vec<Vec<Inline>> },
    Tree { roots: Vec<Node> },
    Image { name: String, alternative: String, size: Option<Size> },
}

#[derive(Serialize)]
struct Pair {
    label: Inline,
    value: Vec<Inline>,
}

#[derive(Serialize)]
struct Column {
    label: Inline,
    /// Its share of what the narrow ones leave; none for one of those.
    share: Option<usize>,
}

#[derive(Serialize)]
struct Node {
    line: Inline,
    children: Vec<Node>,
}

impl Data {
    /// Of a paper. Its pictures and drawings go to `files`; a picture that is not among `given` is told in words.
    pub fn of(paper: &Paper, given: &PictureFiles, files: &mut Files) -> Self {
        let title = paper.title.in_one_line();
        let (language, region) = language(&paper.language);
        let mut writer = Writer { given, files, level: 0 };
        Self {
            name: title.chars().take(NAME_AT_MOST).collect(),
            title: inline(&one_line(&title.into())),
            author: paper.author.as_ref().map(|author| author.in_one_line().chars().take(NAME_AT_MOST).collect()),
            language,
            region,
            blocks: writer.items(&paper.blocks),
        }
    }
}

/// `pt` and `BR` of `pt-BR`; English where it names no language.
fn language(name: &str) -> (String, Option<String>) {
    let is_word = |part: &&str, lengths: [usize; 2]| lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let mut parts = name.split('-');
    match parts.next().filter(|part| is_word(part, [2, 3])) {
        Some(language) => (language.to_ascii_lowercase(), parts.find(|part| is_word(part, [2, 2])).map(str::to_ascii_uppercase)),
        None => ("en".to_owned(), None),
    }
}

struct Writer<'a> {
    given: &'a PictureFiles,
    files: &'a mut Files,
    /// Of the last heading: none may stand more than one further in than that before it.
    level: usize,
}

impl Writer<'_> {
    fn items(&mut self, blocks: &[Block]) -> Vec<Item> {
        blocks.iter().filter_map(|block| self.item(block)).collect()
    }

    /// A block, if anything is seen of it.
    fn item(&mut self, block: &Block) -> Option<Item> {
        Some(match block {
            Block::Heading { level, words } => self.heading(*level, words)?,
            Block::Paragraph { words } => paragraph(words)?,
            Block::Verbatim { text } => Item::Verbatim { text: text.as_str().replace('\t', "    ") },
            Block::Facts { facts } => Item::Facts { facts: facts.iter().map(pair).collect() },
            Block::List { order, items } => {
                let start = if let ListOrder::NumberedFrom(first) = order { Some(*first) } else { None };
                Item::List { start, items: items.iter().map(|blocks| self.items(blocks)).collect() }
            }
            Block::Table(table) => table_of(table)?,
            Block::Tree { roots } => Item::Tree { roots: roots.iter().map(node).collect() },
            Block::Picture(picture) => self.picture(&picture.file_name, &picture.alternative)?,
            Block::Drawing(drawing) => self.drawing(&drawing.svg, &drawing.alternative),
        })
    }

    fn heading(&mut self, level: Level, words: &Words) -> Option<Item> {
        let line = Some(one_line(words)).filter(|line| !line.is_empty())?;
        let wanted = match level {
            Level::Section => 1,
            Level::Part => 2,
            Level::Detail => 3,
        };
        self.level = wanted.min(self.level + 1);
        Some(Item::Heading { level: self.level, line: inline(&line) })
    }

    fn picture(&mut self, file_name: &str, alternative: &SeenText) -> Option<Item> {
        let alternative = alternative.in_one_line();
        let png = self.given.get(file_name).and_then(|png| Some((png.bytes(), of_png(png.bytes())?)));
        match png {
            Some((bytes, size)) => Some(Item::Image { name: self.files.add(bytes.to_vec(), "png"), alternative, size: Some(size) }),
            None => paragraph(&Words::default().emphasis(format!("Picture: {alternative}"))),
        }
    }

    fn drawing(&mut self, svg: &str, alternative: &SeenText) -> Item {
        let name = self.files.add(on_paper(svg).into_bytes(), "svg");
        Item::Image { name, alternative: alternative.in_one_line(), size: None }
    }
}

fn paragraph(words: &Words) -> Option<Item> {
    let lines = lines(words);
    (!lines.is_empty()).then(|| Item::Paragraph { lines: lines.iter().map(inline).collect() })
}

fn inline(line: &Line<'_>) -> Inline {
    let stretch = |stretch: &sitrep_core::paper::Stretch<'_>| Apart {
        is_apart: stretch.is_apart,
        pieces: stretch
            .pieces
            .iter()
            .map(|piece| Part { text: piece.text.clone(), look: piece.look, link: piece.link.map(|link| link.as_str().to_owned()) })
            .collect(),
    };
    line.iter().map(stretch).collect()
}

fn pair(fact: &Fact) -> Pair {
    Pair { label: label(&fact.label), value: lines(&fact.value).iter().map(inline).collect() }
}

fn label(label: &SeenText) -> Inline {
    inline(&one_line(&label.clone().into()))
}

fn node(branch: &Branch) -> Node {
    Node { line: inline(&one_line(&branch.words)), children: branch.children.iter().map(node).collect() }
}

/// A table, if it has a column.
fn table_of(table: &Table) -> Option<Item> {
    let shares = shares(table);
    let columns: Vec<Column> = table.columns().iter().zip(shares).map(|(name, share)| Column { label: label(name), share }).collect();
    let rows = table.rows().iter().map(|row| row.iter().map(|cell| inline(&one_line(cell))).collect()).collect();
    (!columns.is_empty()).then(|| Item::Table { caption: table.caption().map(label), columns, rows })
}

/// How the columns share the page. The longest always has a share, so that the table is as wide as the page.
fn shares(table: &Table) -> Vec<Option<usize>> {
    let length = |at: usize| {
        let cells = table.rows().iter().filter_map(|row| Some(row.get(at)?.text().chars().count()));
        cells.chain([table.columns().get(at).map_or(0, |label| label.as_str().chars().count())]).max().unwrap_or_default()
    };
    let lengths: Vec<usize> = (0..table.columns().len()).map(length).collect();
    let longest = lengths.iter().copied().max().unwrap_or_default();
    lengths
        .into_iter()
        .map(|length| (length > NARROW_AT_MOST || length == longest).then_some(length.clamp(NARROW_AT_MOST, 4 * NARROW_AT_MOST)))
        .collect()
}
