//! Paper: what a document says, before it is Markdown, HTML or PDF.
//!
//! Start with [`Paper`]: a title and [`Block`]s of [`Words`]. Always true: it is data alone, every text in it is as it is seen
//! ([`SeenText`]), a table is even, a link leads to a page or a mailbox, and nothing in it is markup of any form, so that each form
//! escapes it once. Not here: anything that knows an incident (`documents` fills a paper from one), and the PDF, which a program of
//! its own writes from the same paper.

mod block;
mod html;
mod lines;
mod link;
mod markdown;
mod palette;
mod picture;
mod print;
mod seen_text;
mod sheet;
mod table;
mod typed;
mod words;

pub use block::{Block, Branch, Fact, Level, ListOrder};
pub use html::html;
pub use lines::{Line, Piece, Stretch, lines, one_line};
pub use link::{LinkTarget, NoLinkTarget};
pub use markdown::{PicturesInMarkdown, markdown};
pub use palette::{Colour, PALETTE};
pub use picture::{Drawing, NoPng, Picture, PictureFiles, Png};
pub use print::{PrintNote, PrintOrder, PrintRefusal};
pub use seen_text::SeenText;
pub use sheet::Paper;
pub use table::Table;
pub use words::{Look, Run, Words};
