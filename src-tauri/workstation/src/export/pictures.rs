//! The pictures that go with what is handed on.

use serde::{Deserialize, Serialize};
use sitrep_core::paper::Png;
use sitrep_core::vocabulary::{Picture, PictureId};
use sitrep_foreign::MB;
use sitrep_pictures::{PictureBox, PictureError, blackened};
use sitrep_store::{PictureSize, picture_id};
use ts_rs::TS;

use crate::data::Workstation;
use crate::refusals::Error;

/// Longer than any picture that was kept.
const AT_MOST: u64 = 128 * MB;

/// A picture that is given in a redacted copy. Those of which nothing is said are left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PictureChoice {
    /// Which.
    pub picture: PictureId,
    /// What of it is black.
    pub boxes: Vec<BoxInPicture>,
}

/// A part of a picture, in its pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BoxInPicture {
    /// How far from the left edge it begins.
    pub left: u32,
    /// How far from the upper edge it begins.
    pub top: u32,
    /// How wide it is.
    pub width: u32,
    /// How high it is.
    pub height: u32,
}

impl From<BoxInPicture> for PictureBox {
    fn from(part: BoxInPicture) -> Self {
        let BoxInPicture { left, top, width, height } = part;
        Self { left, top, width, height }
    }
}

/// A picture as it is given.
#[derive(Debug, Clone)]
pub(super) struct GivenPicture {
    /// What it is called in the data.
    pub(super) of: PictureId,
    /// As it is given: another name where a part of it is black.
    pub(super) picture: Picture,
    /// Its file.
    pub(super) png: Png,
}

impl Workstation {
    /// The pictures as they are; one whose file is gone is told in words.
    pub(super) fn whole_pictures(&self, pictures: &[Picture]) -> Vec<GivenPicture> {
        let whole = |picture: &Picture| {
            let png = Png::try_from(self.png_of(&picture.id)?).ok()?;
            Some(GivenPicture { of: picture.id.clone(), picture: picture.clone(), png })
        };
        pictures.iter().filter_map(whole).collect()
    }

    /// The pictures that a person chose, with what is black burnt in.
    pub(super) fn chosen_pictures(&self, pictures: &[Picture], choices: &[PictureChoice]) -> Result<Vec<GivenPicture>, Error> {
        let chosen = choices.iter().filter(|choice| pictures.iter().any(|picture| picture.id == choice.picture));
        let read = chosen.filter_map(|choice| Some((choice, self.png_of(&choice.picture)?)));
        read.filter_map(|(choice, png)| burnt_in(choice, &png).map_err(Error::from).transpose()).collect()
    }

    fn png_of(&self, id: &PictureId) -> Option<Vec<u8>> {
        sitrep_foreign::read(&self.picture_path(id, PictureSize::Whole), AT_MOST).ok()
    }
}

fn burnt_in(choice: &PictureChoice, png: &[u8]) -> Result<Option<GivenPicture>, PictureError> {
    let boxes: Vec<PictureBox> = choice.boxes.iter().copied().map(PictureBox::from).collect();
    let made = blackened(png, &boxes)?;
    let id = picture_id(&made.png).unwrap_or_else(|_| choice.picture.clone());
    let picture = Picture { id, width: made.width, height: made.height };
    Ok(Png::try_from(made.png).ok().map(|png| GivenPicture { of: choice.picture.clone(), picture, png }))
}
