//! Where quick entry lies.

use tauri::{PhysicalPosition, WebviewWindow};

/// How wide and high quick entry is.
pub const QUICK_SIZE: (f64, f64) = (640.0, 176.0);

/// Has window managers that tile leave quick entry its size. To be said before it is shown, by the windows' own thread.
#[cfg(target_os = "linux")]
pub fn float(window: &WebviewWindow) {
    use gtk::gdk::WindowTypeHint;
    use gtk::prelude::GtkWindowExt;

    if let Ok(window) = window.gtk_window() {
        window.set_type_hint(WindowTypeHint::Dialog);
    }
}

/// Elsewhere nothing tiles.
#[cfg(not(target_os = "linux"))]
pub fn float(_window: &WebviewWindow) {}

/// Moves quick entry there at once. For the windows' own thread.
#[cfg(target_os = "linux")]
pub fn move_to_upper_third(window: &WebviewWindow) {
    use gtk::prelude::{GtkWindowExt, WidgetExt};

    // Asked by way of the toolkit above GTK, it would move only after it was shown.
    if let (Some(place), Ok(window)) = (upper_third(window), window.gtk_window()) {
        let (x, y) = place.to_logical::<i32>(f64::from(window.scale_factor())).into();
        window.move_(x, y);
    }
}

/// Moves quick entry there at once. For the windows' own thread.
#[cfg(not(target_os = "linux"))]
pub fn move_to_upper_third(window: &WebviewWindow) {
    if let Some(place) = upper_third(window) {
        let _ = window.set_position(place);
    }
}

/// Centred across the screen that the pointer is on, a third of the free height from its top.
fn upper_third(window: &WebviewWindow) -> Option<PhysicalPosition<i32>> {
    let pointed_at = window.cursor_position().ok().and_then(|at| window.monitor_from_point(at.x, at.y).ok().flatten());
    let monitor = pointed_at.or_else(|| window.primary_monitor().ok().flatten())?;
    let (origin, size) = (monitor.position(), monitor.size());
    let scale = monitor.scale_factor();
    let x = centred(origin.x, size.width, QUICK_SIZE.0 * scale, 2);
    let y = centred(origin.y, size.height, QUICK_SIZE.1 * scale, 3);
    Some(PhysicalPosition::new(x, y))
}

/// Where something of `length` begins so that one part in `parts` of the free space lies before it.
#[allow(clippy::cast_possible_truncation)]
fn centred(origin: i32, space: u32, length: f64, parts: u32) -> i32 {
    let free = (f64::from(space) - length).max(0.0);
    origin + (free / f64::from(parts)) as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quick_entry_lies_in_the_upper_third() {
        assert_eq!(centred(0, 1920, 640.0, 2), 640);
        assert_eq!(centred(0, 1076, 176.0, 3), 300);
        assert_eq!(centred(1920, 320, 640.0, 2), 1920, "a screen that is too small does not push it off the left edge");
    }
}
