//! From an order to the PDF.

use chrono::{DateTime, Datelike, Timelike, Utc};
use sitrep_core::paper::{PrintNote, PrintOrder, PrintRefusal};
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::data::Data;
use crate::fault::Fault;
use crate::files::Files;
use crate::fonts;
use crate::world::Desk;

/// The PDF of an order, and the note that it is there; `tell` hears how far it is meanwhile.
///
/// # Errors
/// A drawing or a picture that cannot be drawn.
pub fn print(order: &PrintOrder, mut tell: impl FnMut(PrintNote)) -> Result<(Vec<u8>, PrintNote), Fault> {
    let mut files = Files::default();
    let data = Data::of(&order.paper, &order.files, &mut files);
    let data = serde_json::to_string(&data).map_err(|error| Fault::new(PrintRefusal::NotPrintable, error))?;
    let (fonts, without_font) = fonts::for_text(&data);
    let desk = Desk::new(fonts, data, files).map_err(|error| Fault::new(PrintRefusal::NotPrintable, error))?;
    let document = typst::compile::<PagedDocument>(&desk).output.map_err(|faults| not_printable(&faults))?;
    tell(PrintNote::LaidOut { pages: document.pages().len() });
    let (pdf, accessible) = written(&document, order.paper.written_at)?;
    Ok((pdf, PrintNote::Printed { accessible, without_font }))
}

/// PDF/UA-1 asks for a font for every letter, which a computer may not have: then it is tagged and no more.
fn written(document: &PagedDocument, at: DateTime<Utc>) -> Result<(Vec<u8>, bool), Fault> {
    let accessible = PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|fault| Fault::new(PrintRefusal::NotPrintable, fault.message()))?;
    if let Ok(pdf) = typst_pdf::pdf(document, &options(accessible, at)) {
        return Ok((pdf, true));
    }
    let pdf = typst_pdf::pdf(document, &options(PdfStandards::default(), at)).map_err(|faults| not_printable(&faults))?;
    Ok((pdf, false))
}

fn options(standards: PdfStandards, at: DateTime<Utc>) -> PdfOptions {
    PdfOptions { creator: Smart::Custom(Some("Sitrep".to_owned())), timestamp: timestamp(at), standards, ..PdfOptions::default() }
}

fn timestamp(at: DateTime<Utc>) -> Option<Timestamp> {
    let [month, day, hour, minute, second] =
        [at.month(), at.day(), at.hour(), at.minute(), at.second()].map(|part| u8::try_from(part).unwrap_or_default());
    Datetime::from_ymd_hms(at.year(), month, day, hour, minute, second).map(Timestamp::new_utc)
}

fn not_printable(faults: &[SourceDiagnostic]) -> Fault {
    let faults: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
    Fault::new(PrintRefusal::NotPrintable, faults.join("; "))
}
