//! How large a picture is on the page.

use serde::Serialize;

/// The room for text on a page, in points: A4 without its margins.
pub const PAGE: Size = Size { width: 481.0, height: 690.0 };
/// A picture of a screen has about twice as many dots as points.
const POINTS_A_DOT: f64 = 0.5;

/// Points.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Size {
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

/// A PNG on the page: never larger than it, and never so large that its dots are seen. None for one whose head is broken.
pub fn of_png(bytes: &[u8]) -> Option<Size> {
    let head = bytes.get(16..24)?.as_chunks::<4>().0;
    let [width, height] = [head.first()?, head.get(1)?].map(|length| f64::from(u32::from_be_bytes(*length)) * POINTS_A_DOT);
    if width <= 0.0 || height <= 0.0 {
        return None;
    }
    let shrink = (PAGE.width / width).min(PAGE.height / height).min(1.0);
    Some(Size { width: width * shrink, height: height * shrink })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), &width.to_be_bytes(), &height.to_be_bytes()].concat()
    }

    #[test]
    fn a_picture_keeps_its_shape_and_stays_on_the_page() {
        assert_eq!(of_png(&png(200, 100)), Some(Size { width: 100.0, height: 50.0 }));
        assert_eq!(of_png(&png(1924, 962)), Some(Size { width: 481.0, height: 240.5 }));
        assert_eq!(of_png(&png(690, 6900)), Some(Size { width: 69.0, height: 690.0 }));
        assert_eq!(of_png(&png(0, 5)), None);
        assert_eq!(of_png(b"\x89PNG"), None);
    }
}
