//! Whether there is a display to open a window on, asked before the toolkit would give up on its own.

/// What a person reads who starts the app where no window can open.
pub const NO_DISPLAY: &str = "Sitrep's window was not opened: there is no display here. Nothing was lost.
The command line works without one: try `sitrep list` or `sitrep declare 'P1 What is failing'`.";

/// Whether windows can be opened.
#[cfg(target_os = "linux")]
pub fn is_there() -> bool {
    gtk::init().is_ok()
}

/// Whether windows can be opened.
#[cfg(not(target_os = "linux"))]
pub fn is_there() -> bool {
    true
}

/// Whether other programs' key presses can reach us: X11 alone allows that.
#[cfg(target_os = "linux")]
pub fn has_global_keys() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    set("DISPLAY") && !set("WAYLAND_DISPLAY")
}

/// Whether other programs' key presses can reach us.
#[cfg(not(target_os = "linux"))]
pub fn has_global_keys() -> bool {
    true
}

/// NVIDIA's driver and WebKit's DMA-BUF renderer together draw blank windows. The renderer is chosen by an environment
/// variable, which is read before `main` can set it, so the program starts itself once more with it set.
#[cfg(target_os = "linux")]
pub fn avoid_blank_windows() {
    use std::os::unix::process::CommandExt;

    const SWITCH: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    let driver = std::path::Path::new("/proc/driver/nvidia/version");
    if std::env::var_os(SWITCH).is_some() || !driver.exists() {
        return;
    }
    if let Ok(program) = std::env::current_exe() {
        // Returns only if it failed; then the windows may be blank, which is no worse than before.
        let failure = std::process::Command::new(program).args(std::env::args_os().skip(1)).env(SWITCH, "1").exec();
        eprintln!("sitrep-desktop: {SWITCH} could not be set: {failure}");
    }
}

/// Only Linux needs it.
#[cfg(not(target_os = "linux"))]
pub fn avoid_blank_windows() {}
