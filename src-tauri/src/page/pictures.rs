//! Pictures for the page: taken from the clipboard, and given out by name under a scheme of their own.

use std::fs;

use sitrep_clipboard::Clipboard;
use sitrep_core::vocabulary::{Picture, PictureId};
use sitrep_workstation::PictureSize;
use tauri::http::{Request, Response, StatusCode, header};
use tauri::{AppHandle, Builder, Manager, Wry};

use crate::refusal::Refusal;
use crate::workspaces::{Workspace, Workspaces};

/// The page asks for `picture://localhost/NAME` and `picture://localhost/NAME.small`.
const SCHEME: &str = "picture";
const SMALL: &str = ".small";
/// What a name stands for never changes.
const FOR_GOOD: &str = "private, max-age=31536000, immutable";

/// Takes the picture that is on the clipboard, if there is one.
pub fn paste(app: &AppHandle, workspace: &Workspace) -> Result<Option<Picture>, Refusal> {
    let Some(pixels) = app.state::<Clipboard>().picture().map_err(Refusal::Paste)? else { return Ok(None) };
    Ok(Some(workspace.workstation.keep_pixels(pixels.width, pixels.height, pixels.rgba)?))
}

/// Removes what was pasted long ago and never recorded. Nobody waits for it, and what stays does no harm.
pub fn sweep(app: &AppHandle) {
    if let Ok(workspace) = app.state::<Workspaces>().real() {
        tauri::async_runtime::spawn_blocking(move || {
            let workstation = &workspace.workstation;
            workstation.forget_unused_pictures().and_then(|_| workstation.forget_unused_texts())
        });
    }
}

/// Lets a page show the pictures of the workspaces that are open, and no other file.
pub fn serve(builder: Builder<Wry>) -> Builder<Wry> {
    builder.register_asynchronous_uri_scheme_protocol(SCHEME, |context, request, responder| {
        let app = context.app_handle().clone();
        tauri::async_runtime::spawn_blocking(move || responder.respond(answer(&app, &request)));
    })
}

fn answer(app: &AppHandle, request: &Request<Vec<u8>>) -> Response<Vec<u8>> {
    let found = named(request.uri().path()).and_then(|(id, size)| {
        let workspaces = app.state::<Workspaces>().all();
        workspaces.iter().rev().find_map(|workspace| fs::read(workspace.workstation.picture_path(&id, size)).ok())
    });
    let mut response = Response::new(Vec::new());
    match found {
        None => *response.status_mut() = StatusCode::NOT_FOUND,
        Some(png) => {
            *response.body_mut() = png;
            response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static("image/png"));
            response.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static(FOR_GOOD));
        }
    }
    response
}

fn named(path: &str) -> Option<(PictureId, PictureSize)> {
    let name = path.strip_prefix('/')?;
    let (id, size) = match name.strip_suffix(SMALL) {
        Some(id) => (id, PictureSize::Small),
        None => (name, PictureSize::Whole),
    };
    Some((PictureId::try_from(id.to_owned()).ok()?, size))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pictures_are_given_out() {
        let name = "0a".repeat(32);
        let whole = named(&format!("/{name}")).map(|(id, size)| (String::from(id), size));
        assert_eq!(whole, Some((name.clone(), PictureSize::Whole)));
        assert_eq!(named(&format!("/{name}.small")).map(|(_, size)| size), Some(PictureSize::Small));
        for other in
            ["", "/", "/../sitrep.db", "/%2e%2e/sitrep.db", &format!("/../{name}"), &format!("/{name}/../x"), &format!("/{name}.png")]
        {
            assert_eq!(named(other), None, "{other}");
        }
    }
}
