//! Makes what was pasted or read from a file into a picture to keep.
//!
//! Whatever comes in is decoded and written anew as PNG: what a photograph tells besides, such as its place, stays behind, and
//! what is kept is sure to be a picture. A small one of it is made at once, so that a long timeline draws quickly.

use std::io::Cursor;
use std::path::Path;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageReader, Limits, Rgba, RgbaImage};

/// The small one fits into this many pixels; it is drawn at half of that, so that it is sharp on dense screens.
const SMALL: (u32, u32) = (640, 400);

/// Three 4K screens side by side. Each pixel is held up to three times while it is made ready.
const MOST_PIXELS: u64 = 25_000_000;
/// What claims to be longer is none that anybody looks at.
const LONGEST_SIDE: u32 = 24_000;
/// One that takes more to unpack is left alone (bytes).
const LARGEST: u64 = 160 << 20;

/// A picture ready to keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Developed {
    /// The whole picture as PNG.
    pub png: Vec<u8>,
    /// The small one as PNG.
    pub small: Vec<u8>,
    /// How wide the whole one is, in pixels.
    pub width: u32,
    /// How high the whole one is, in pixels.
    pub height: u32,
}

/// A part of a picture, in its pixels; what of it lies outside is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PictureBox {
    /// How far from the left edge it begins.
    pub left: u32,
    /// How far from the upper edge it begins.
    pub top: u32,
    /// How wide it is.
    pub width: u32,
    /// How high it is.
    pub height: u32,
}

/// Why no picture was made.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// It is none, or of a kind that is not known here.
    #[error("it is no PNG, JPEG, WebP, GIF or BMP picture")]
    Unknown,
    /// It would fill the memory.
    #[error("it is too large: 25 million pixels are the most that are kept")]
    TooLarge,
    /// It is no PNG, or there is more in it than the picture.
    #[error("it is no plain PNG, as Sitrep writes them")]
    NotPlain,
    /// It begins like a picture and does not go on like one.
    #[error("it is damaged ({0})")]
    Damaged(ImageError),
}

impl From<ImageError> for PictureError {
    fn from(error: ImageError) -> Self {
        match error {
            ImageError::Unsupported(_) => Self::Unknown,
            ImageError::Limits(_) => Self::TooLarge,
            error => Self::Damaged(error),
        }
    }
}

/// A picture from its pixels, four bytes each: red, green, blue and how opaque it is.
///
/// # Errors
/// [`PictureError::Damaged`] when these are not as many as the size says.
pub fn from_pixels(width: u32, height: u32, rgba: Vec<u8>) -> Result<Developed, PictureError> {
    let wrong = || ImageError::Parameter(image::error::ParameterError::from_kind(image::error::ParameterErrorKind::DimensionMismatch));
    check_size(width, height)?;
    let pixels = RgbaImage::from_raw(width, height, rgba).filter(|_| width > 0 && height > 0).ok_or_else(wrong)?;
    developed(DynamicImage::ImageRgba8(pixels))
}

/// A picture from the bytes of a file, the right way up.
///
/// # Errors
/// [`PictureError`]
pub fn from_file(bytes: &[u8]) -> Result<Developed, PictureError> {
    developed(decoded(bytes)?)
}

/// The picture of a file with parts of it black. Nothing stays under them: it is painted, and written anew.
///
/// # Errors
/// [`PictureError`]
pub fn blackened(bytes: &[u8], boxes: &[PictureBox]) -> Result<Developed, PictureError> {
    let mut pixels = decoded(bytes)?.into_rgba8();
    for part in boxes {
        blacken(&mut pixels, part);
    }
    developed(DynamicImage::ImageRgba8(pixels))
}

fn blacken(pixels: &mut RgbaImage, part: &PictureBox) {
    let (right, bottom) = (part.left.saturating_add(part.width), part.top.saturating_add(part.height));
    for y in part.top..bottom.min(pixels.height()) {
        for x in part.left..right.min(pixels.width()) {
            pixels.put_pixel(x, y, Rgba([0, 0, 0, u8::MAX]));
        }
    }
}

fn decoded(bytes: &[u8]) -> Result<DynamicImage, PictureError> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(LARGEST);
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(ImageError::from)?;
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    check_size(width, height)?;
    // One that says nothing of it, or nonsense, is upright.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

/// The small one of a picture that another Sitrep made ready. That one is named by its bytes and so is kept as it is: it has to be a PNG that holds
/// the picture and nothing besides.
///
/// # Errors
/// [`PictureError`]
pub fn small_of(png: &[u8]) -> Result<Vec<u8>, PictureError> {
    if !holds_only_pixels(png) {
        return Err(PictureError::NotPlain);
    }
    let picture = decoded(png)?;
    if fits(&picture) { Ok(png.to_vec()) } else { as_png(&plain(picture).thumbnail(SMALL.0, SMALL.1)) }
}

/// Whether a PNG consists of the parts that draw it.
fn holds_only_pixels(png: &[u8]) -> bool {
    const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
    let Some(mut rest) = png.strip_prefix(SIGNATURE) else { return false };
    while let Some((length, after)) = rest.split_first_chunk::<4>() {
        let (Some(name), length) = (after.first_chunk::<4>(), u32::from_be_bytes(*length) as usize) else { return false };
        // Its name and a checksum stand around what a part holds.
        let Some(next) = length.checked_add(8).and_then(|length| after.get(length..)) else { return false };
        if name == b"IEND" {
            return next.is_empty() && length == 0;
        }
        if ![b"IHDR", b"PLTE", b"tRNS", b"IDAT"].contains(&name) {
            return false;
        }
        rest = next;
    }
    false
}

/// How wide and how high a kept picture is.
///
/// # Errors
/// [`PictureError`] when there is no picture at that place.
pub fn size_of(path: &Path) -> Result<(u32, u32), PictureError> {
    Ok(image::image_dimensions(path)?)
}

fn check_size(width: u32, height: u32) -> Result<(), PictureError> {
    if u64::from(width) * u64::from(height) > MOST_PIXELS { Err(PictureError::TooLarge) } else { Ok(()) }
}

fn developed(picture: DynamicImage) -> Result<Developed, PictureError> {
    let (width, height) = (picture.width(), picture.height());
    let picture = plain(picture);
    let png = as_png(&picture)?;
    let small = if fits(&picture) { png.clone() } else { as_png(&picture.thumbnail(SMALL.0, SMALL.1))? };
    Ok(Developed { png, small, width, height })
}

/// Whether it is a small one already.
fn fits(picture: &DynamicImage) -> bool {
    picture.width() <= SMALL.0 && picture.height() <= SMALL.1
}

/// Eight bits a channel, and no opacity where all is opaque: a screenshot takes a quarter less.
fn plain(picture: DynamicImage) -> DynamicImage {
    let pixels = picture.into_rgba8();
    let opaque = pixels.pixels().all(|pixel| pixel.0[3] == u8::MAX);
    let pixels = DynamicImage::ImageRgba8(pixels);
    if opaque { DynamicImage::ImageRgb8(pixels.into_rgb8()) } else { pixels }
}

fn as_png(picture: &DynamicImage) -> Result<Vec<u8>, PictureError> {
    let mut png = Vec::new();
    picture.write_with_encoder(PngEncoder::new_with_quality(&mut png, CompressionType::Fast, FilterType::Adaptive))?;
    Ok(png)
}

#[cfg(test)]
mod tests {
    use image::ImageFormat;

    use super::*;

    fn pixels(width: u32, height: u32, alpha: u8) -> RgbaImage {
        RgbaImage::from_fn(width, height, |x, y| image::Rgba([x as u8, y as u8, 7, alpha]))
    }

    fn read_back(png: &[u8]) -> DynamicImage {
        image::load_from_memory_with_format(png, ImageFormat::Png).unwrap_or_default()
    }

    #[test]
    fn a_screenshot_keeps_every_pixel() -> Result<(), PictureError> {
        for alpha in [255, 128] {
            let shot = pixels(900, 500, alpha);
            let made = from_pixels(900, 500, shot.clone().into_raw())?;
            assert_eq!(read_back(&made.png).into_rgba8(), shot, "alpha {alpha}");
            assert_eq!((made.width, made.height), (900, 500));
            let small = read_back(&made.small);
            assert_eq!((small.width(), small.height()), (640, 356), "the same shape");
            assert_eq!(read_back(&made.png).color().has_alpha(), alpha != 255);
        }
        Ok(())
    }

    #[test]
    fn under_a_box_nothing_stays_and_around_it_everything() -> Result<(), PictureError> {
        let shot = pixels(900, 500, 255);
        let made = from_pixels(900, 500, shot.clone().into_raw())?;
        let boxes = [
            PictureBox { left: 10, top: 20, width: 30, height: 40 },
            PictureBox { left: 890, top: 490, width: u32::MAX, height: u32::MAX },
            PictureBox { left: 5000, top: 0, width: 1, height: 1 },
        ];
        let copy = read_back(&blackened(&made.png, &boxes)?.png).into_rgba8();
        let is_black = |x: u32, y: u32| ((10..40).contains(&x) && (20..60).contains(&y)) || (x >= 890 && y >= 490);
        for (x, y, pixel) in copy.enumerate_pixels() {
            let expected = if is_black(x, y) { Rgba([0, 0, 0, 255]) } else { *shot.get_pixel(x, y) };
            assert_eq!(*pixel, expected, "at {x}, {y}");
        }
        Ok(())
    }

    #[test]
    fn a_small_one_is_not_blown_up() -> Result<(), PictureError> {
        let made = from_pixels(3, 2, pixels(3, 2, 255).into_raw())?;
        assert_eq!(made.small, made.png);
        Ok(())
    }

    #[test]
    fn a_picture_that_was_made_ready_elsewhere_is_the_picture_and_nothing_besides() -> Result<(), PictureError> {
        for (width, height) in [(900, 500), (3, 2)] {
            let made = from_pixels(width, height, pixels(width, height, 255).into_raw())?;
            assert_eq!(small_of(&made.png)?, made.small);
        }
        let made = from_pixels(3, 2, pixels(3, 2, 255).into_raw())?.png;
        let with_a_place = [&made[..33], b"\0\0\0\x04tEXtGPS \0\0\0\0", &made[33..]].concat();
        let with_a_tail = [&made[..], b"GPS"].concat();
        for other in [&b""[..], b"GIF89a", &made[..made.len() - 1], &made[..20], &with_a_place, &with_a_tail] {
            assert!(matches!(small_of(other), Err(PictureError::NotPlain)), "{other:?}");
        }
        let mut damaged = made.clone();
        damaged[45] ^= 1;
        assert!(matches!(small_of(&damaged), Err(PictureError::Damaged(_))));
        Ok(())
    }

    #[test]
    fn the_usual_kinds_are_read_and_a_photograph_loses_what_it_tells_besides() -> Result<(), PictureError> {
        for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP, ImageFormat::Gif, ImageFormat::Bmp] {
            let mut file = Vec::new();
            DynamicImage::ImageRgba8(pixels(40, 30, 255)).into_rgb8().write_to(&mut Cursor::new(&mut file), format)?;
            file.extend_from_slice(b"GPS 47.37 N 8.54 E");
            let made = from_file(&file)?;
            assert_eq!((made.width, made.height), (40, 30), "{format:?}");
            assert!(!made.png.windows(3).any(|part| part == b"GPS"));
        }
        Ok(())
    }

    #[test]
    fn a_photograph_is_turned_upright() -> Result<(), PictureError> {
        let mut jpeg = Vec::new();
        DynamicImage::ImageRgba8(pixels(40, 30, 255)).into_rgb8().write_to(&mut Cursor::new(&mut jpeg), ImageFormat::Jpeg)?;
        // An Exif segment after the start marker that says no more than: turn it by a quarter.
        let exif = b"\xff\xe1\x00\x22Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
        let turned = [&jpeg[..2], exif, &jpeg[2..]].concat();
        let made = from_file(&turned)?;
        assert_eq!((made.width, made.height), (30, 40));
        Ok(())
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        assert!(matches!(from_file(b""), Err(PictureError::Unknown)));
        assert!(matches!(from_file(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), Err(PictureError::Unknown)));
        assert!(matches!(from_file(b"\x89PNG\r\n\x1a\nrubbish"), Err(PictureError::Damaged(_))));
        assert!(matches!(from_pixels(3, 2, vec![0; 5]), Err(PictureError::Damaged(_))));
        assert!(matches!(from_pixels(0, 0, vec![]), Err(PictureError::Damaged(_))));
    }

    #[test]
    fn one_of_more_pixels_than_a_few_screens_is_not_unpacked() -> Result<(), PictureError> {
        let mut bmp = Vec::new();
        DynamicImage::ImageRgba8(pixels(1, 1, 255)).into_rgb8().write_to(&mut Cursor::new(&mut bmp), ImageFormat::Bmp)?;
        for (side, at) in [(23_000_u32, 18), (23_000, 22)] {
            bmp[at..at + 4].copy_from_slice(&side.to_le_bytes());
        }
        assert!(matches!(from_file(&bmp), Err(PictureError::TooLarge)));
        assert!(matches!(from_pixels(5_001, 5_000, vec![]), Err(PictureError::TooLarge)));
        Ok(())
    }

    #[test]
    fn one_that_claims_to_be_enormous_is_not_unpacked() {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        png.extend_from_slice(&60_000_u32.to_be_bytes());
        png.extend_from_slice(&60_000_u32.to_be_bytes());
        png.extend_from_slice(b"\x08\x06\0\0\0");
        let mut crc = u32::MAX;
        for byte in &png[12..] {
            crc ^= u32::from(*byte);
            for _ in 0..8 {
                crc = if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
            }
        }
        png.extend_from_slice(&(!crc).to_be_bytes());
        assert!(matches!(from_file(&png), Err(PictureError::TooLarge)));
    }
}
