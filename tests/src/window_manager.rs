//! The window managers that journeys are walked under.

use std::fs;

use crate::Outcome;
use crate::desktop::Desktop;
use crate::wait::until;
use crate::windows::Screen;

/// One that moves no windows by itself, or the one of a desktop that people have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WindowManager {
    /// What the journeys run on.
    Openbox,
    /// GNOME's, on X11.
    Mutter,
    /// The one of GNOME's Flashback and of MATE's elders.
    Metacity,
    /// Tiles.
    I3,
    /// Keeps what was fullscreen in front.
    Fluxbox,
}

impl WindowManager {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Openbox => "openbox",
            Self::Mutter => "mutter",
            Self::Metacity => "metacity",
            Self::I3 => "i3",
            Self::Fluxbox => "fluxbox",
        }
    }

    fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Openbox | Self::Metacity => &["--sm-disable"],
            Self::Mutter => &["--x11", "--sm-disable"],
            Self::I3 | Self::Fluxbox => &[],
        }
    }

    /// What keeps it from asking a person questions when it starts without a home. Alt+Return is what xterm fills the screen
    /// by, for which it does not ask i3.
    fn settings(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Openbox | Self::Mutter | Self::Metacity => None,
            Self::I3 => Some(("config/i3/config", "bindsym Mod1+Return fullscreen toggle\n")),
            Self::Fluxbox => Some(("home/.fluxbox/overlay", "background: none\n")),
        }
    }

    /// Starts it and waits until it is at work.
    pub(crate) fn start(self, desktop: &mut Desktop) -> Outcome {
        if let Some((file, text)) = self.settings() {
            let file = desktop.folder().join(file);
            fs::create_dir_all(file.parent().unwrap_or(&file))?;
            fs::write(file, text)?;
        }
        desktop.run(self.name(), self.arguments())?;
        let desktop = &*desktop;
        until(&format!("{} to be at work", self.name()), || Screen::of(desktop)?.has_manager())
    }
}
