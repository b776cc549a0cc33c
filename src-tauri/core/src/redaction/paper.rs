//! A paper with what becomes of its words.

use html_escape::{decode_html_entities, encode_text};

use super::redact::Redaction;
use crate::paper::{Block, Branch, Drawing, Fact, Paper, Picture, Run, SeenText, Table, Words};

impl Redaction {
    /// The paper: every text in it, also in names of files and in what it tells of pictures. A link that would tell leads nowhere.
    #[must_use]
    pub fn paper(&self, paper: &Paper) -> Paper {
        Paper {
            title: self.seen(&paper.title),
            author: paper.author.as_ref().map(|author| self.seen(author)),
            blocks: self.blocks(&paper.blocks),
            ..paper.clone()
        }
    }

    /// What a file may be called.
    #[must_use]
    pub fn file_name(&self, name: &str) -> String {
        let told = self.text(name);
        if told == name { told } else { told.replace([' ', '/', '\\'], "-") }
    }

    fn blocks(&self, blocks: &[Block]) -> Vec<Block> {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(&self, block: &Block) -> Block {
        match block {
            Block::Heading { level, words } => Block::Heading { level: *level, words: self.words(words) },
            Block::Paragraph { words } => Block::Paragraph { words: self.words(words) },
            Block::Verbatim { text } => Block::Verbatim { text: self.seen(text) },
            Block::Facts { facts } => Block::Facts { facts: facts.iter().map(|fact| self.fact(fact)).collect() },
            Block::List { order, items } => Block::List { order: *order, items: items.iter().map(|item| self.blocks(item)).collect() },
            Block::Table(table) => Block::Table(self.table(table)),
            Block::Tree { roots } => Block::Tree { roots: roots.iter().map(|root| self.branch(root)).collect() },
            Block::Picture(picture) => Block::Picture(self.picture(picture)),
            Block::Drawing(drawing) => Block::Drawing(self.drawing(drawing)),
        }
    }

    fn seen(&self, text: &SeenText) -> SeenText {
        self.text(text.as_str()).into()
    }

    fn fact(&self, fact: &Fact) -> Fact {
        Fact { label: self.seen(&fact.label), value: self.words(&fact.value) }
    }

    fn branch(&self, branch: &Branch) -> Branch {
        Branch { words: self.words(&branch.words), children: branch.children.iter().map(|child| self.branch(child)).collect() }
    }

    fn table(&self, table: &Table) -> Table {
        let rows = table.rows().iter().map(|row| row.iter().map(|cell| self.words(cell)).collect()).collect();
        let told = Table::new(table.columns().iter().map(|column| self.seen(column)), rows);
        match table.caption() {
            Some(caption) => told.with_caption(self.seen(caption)),
            None => told,
        }
    }

    fn picture(&self, picture: &Picture) -> Picture {
        Picture { file_name: self.file_name(&picture.file_name), alternative: self.seen(&picture.alternative) }
    }

    /// What stands between the elements of a drawing is text; the elements themselves nobody typed.
    fn drawing(&self, drawing: &Drawing) -> Drawing {
        let told = |part: &str| match part.split_once('>') {
            Some((element, text)) => {
                let text = decode_html_entities(text);
                let redacted = self.text(&text);
                if redacted == text { part.to_owned() } else { format!("{element}>{}", encode_text(&redacted)) }
            }
            None => part.to_owned(),
        };
        let svg = drawing.svg.split('<').map(told).collect::<Vec<_>>().join("<");
        Drawing { file_name: self.file_name(&drawing.file_name), svg, alternative: self.seen(&drawing.alternative) }
    }

    /// Words are read as a whole, so that a name is found that is strong in a part; what becomes of it looks like its beginning.
    fn words(&self, words: &Words) -> Words {
        let text = words.text();
        let places = self.places_in_parts(&text, words.runs().iter().map(|run| run.text.as_str()));
        let (mut told, mut from) = (Words::default(), 0);
        for run in words.runs() {
            let (begin, end) = (from, from + run.text.as_str().len());
            let (mut out, mut at) = (String::new(), begin);
            for place in places.iter().filter(|place| place.range.start < end && place.range.end > begin) {
                out.push_str(text.get(at..place.range.start.max(at)).unwrap_or_default());
                if place.range.start >= begin {
                    out.push_str(&self.words_at(&text, place));
                }
                at = place.range.end.min(end).max(at);
            }
            out.push_str(text.get(at..end).unwrap_or_default());
            let link = run.link.clone().filter(|target| self.places(target.as_str()).is_empty());
            told = told.and_run(Run { text: out.into(), look: run.look, link });
            from = end;
        }
        told
    }
}
