//! A window of the same toolkit with one word in it: the floor that `make bench` measures the app against.

use tauri::{WebviewUrl, WebviewWindowBuilder};

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .setup(|app| {
            WebviewWindowBuilder::new(app, "bare", WebviewUrl::External("about:blank".parse()?))
                .title("Bare")
                .inner_size(1280.0, 800.0)
                .initialization_script("addEventListener('DOMContentLoaded', () => { document.body.textContent = 'A bare window' })")
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!())
}
