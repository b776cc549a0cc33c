//! Looking at the screen as often as it takes.

use std::time::{Duration, Instant};

use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::PATIENCE;
use sitrep_tests::{Failure, Outcome};
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ConnectionExt, ImageFormat, Window};
use x11rb::rust_connection::RustConnection;

/// Short beside what is measured, long beside a look.
const BETWEEN_LOOKS: Duration = Duration::from_micros(500);

/// Looks until it is so, and gives the moment.
pub fn when(what: &str, mut is_so: impl FnMut() -> Outcome<bool>) -> Outcome<Instant> {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if is_so()? {
            return Ok(Instant::now());
        }
        std::thread::sleep(BETWEEN_LOOKS);
    }
    Err(Failure::new(format!("waited {PATIENCE:?} for {what}")))
}

/// A part of a window: x, y, width and height.
pub type Part = (i16, i16, u16, u16);

/// A look at the pixels.
pub struct Eye {
    connection: RustConnection,
    root: Window,
}

impl Eye {
    /// Looks at a desktop's screen.
    pub fn on(desktop: &Desktop) -> Outcome<Self> {
        let (connection, number) = x11rb::connect(Some(desktop.display()))?;
        let root = connection.setup().roots[number].root;
        Ok(Self { connection, root })
    }

    /// Whether there is more than one colour in this part of a window.
    pub fn sees_something(&self, window: Window, (x, y, width, height): Part) -> Outcome<bool> {
        let at = self.connection.translate_coordinates(window, self.root, x, y)?.reply()?;
        let image = self.connection.get_image(ImageFormat::Z_PIXMAP, self.root, at.dst_x, at.dst_y, width, height, !0)?.reply()?;
        let mut pixels = image.data.chunks_exact(4);
        let first = pixels.next();
        Ok(pixels.any(|pixel| Some(pixel) != first))
    }
}
