//! The course of the incident within the review.

use crate::documents::course::{CourseRow, IncidentCourse, Look, sentences, svg, table};
use crate::paper::{Block, Drawing, Level, Paper, Table, Words};

/// The section that it stands before.
const BEFORE: &str = "Impact";

/// How the course is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CourseInReview {
    /// As a picture, and as the same in rows for who cannot see it.
    Drawn,
    /// In rows alone, where a form holds no drawing.
    InRows,
}

/// The review with the course of its incident behind the timeline.
#[must_use]
pub fn with_course(mut paper: Paper, course: &IncidentCourse, shown: CourseInReview) -> Paper {
    let at = paper.blocks.iter().position(|block| is_heading(block, BEFORE)).unwrap_or(paper.blocks.len());
    paper.blocks.splice(at..at, section(course, shown));
    paper
}

fn is_heading(block: &Block, title: &str) -> bool {
    matches!(block, Block::Heading { level: Level::Section, words } if words.text() == title)
}

fn section(course: &IncidentCourse, shown: CourseInReview) -> Vec<Block> {
    let told = sentences(course);
    let drawing = Drawing { file_name: "course.svg".to_owned(), svg: svg(course, Look::Paper), alternative: told.as_str().into() };
    let drawing = (shown == CourseInReview::Drawn).then_some(Block::Drawing(drawing));
    let rows = table(course).into_iter().map(row).collect();
    let heading = [Block::heading(Level::Section, "Course (UTC)"), Block::paragraph(told)];
    heading.into_iter().chain(drawing).chain([Block::Table(Table::new(["Time", "What", "Event"], rows))]).collect()
}

fn row(row: CourseRow) -> Vec<Words> {
    vec![row.time.into(), row.lane.into(), row.what.into()]
}
