//! The review as PDF, by the program that prints.

use std::path::PathBuf;
use std::sync::PoisonError;

use sitrep_core::paper::{PrintOrder, html};
use sitrep_core::redaction::{CopyForm, Redaction, StillThere};
use sitrep_printer::{PrintError, Printed, Printer};

use crate::data::Workstation;
use crate::refusals::Error;

impl Workstation {
    /// From now on this program prints, and not the one that lies beside this one.
    pub fn print_with(&self, program: PathBuf) {
        *self.pdf_program.lock().unwrap_or_else(PoisonError::into_inner) = Some(program);
    }

    /// Letters stand in a PDF as numbers of its fonts, where nobody can look for a word. So what is ordered is read before it is printed;
    /// the program knows nothing else.
    pub(super) fn printed(&self, order: &PrintOrder, redaction: Option<&Redaction>) -> Result<Printed, Error> {
        match redaction.and_then(|redaction| still_in(order, redaction)) {
            Some(still) => Err(Error::StillInCopy(still)),
            None => Ok(self.printer()?.print(order, |_| ())?),
        }
    }

    fn printer(&self) -> Result<Printer, PrintError> {
        let chosen = self.pdf_program.lock().unwrap_or_else(PoisonError::into_inner).clone();
        chosen.map_or_else(Printer::beside_this_program, |program| Ok(Printer::of(program)))
    }
}

/// The first original in an order: in what is read on the pages, drawn or told of a picture, and in what the file says of itself.
fn still_in(order: &PrintOrder, redaction: &Redaction) -> Option<StillThere> {
    let page = html(&order.paper, &order.files);
    let author = order.paper.author.as_ref().map(|author| author.as_str()).unwrap_or_default();
    redaction.still_in(page.as_bytes(), CopyForm::Html).or_else(|| redaction.still_in_words(author, "the copy"))
}
