//! Pictures for the page: taken from the clipboard, and given out by name under a scheme of their own.

use std::fs;

use serde_json::{Map, Value};
use sitrep_clipboard::Clipboard;
use sitrep_core::vocabulary::{Picture, PictureId};
use sitrep_workstation::PictureSize;
use sitrep_workstation::screens::RunbookText;
use tauri::http::{Request, Response, StatusCode, header};
use tauri::{AppHandle, Builder, Manager, Url, Wry};

use crate::refusal::Refusal;
use crate::workspaces::{Workspace, Workspaces};

/// The page asks for `picture://localhost/NAME` and `picture://localhost/NAME.small`, and for what stands in a runbook by
/// `picture://localhost/runbook?text=file&path=PATH&url=URL`.
const SCHEME: &str = "picture";
const SMALL: &str = ".small";
/// What a name stands for never changes.
const FOR_GOOD: &str = "private, max-age=31536000, immutable";
/// The team's file may be another one a moment later.
const AS_LONG_AS_IT_IS: &str = "no-store";

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
    match kept(app, request.uri().path()) {
        Some(png) => shown(png, FOR_GOOD),
        None => in_a_runbook(app, &request.uri().to_string()).map_or_else(not_there, |png| shown(png, AS_LONG_AS_IT_IS)),
    }
}

fn kept(app: &AppHandle, path: &str) -> Option<Vec<u8>> {
    let (id, size) = named(path)?;
    let workspaces = app.state::<Workspaces>().all();
    workspaces.iter().rev().find_map(|workspace| fs::read(workspace.workstation.picture_path(&id, size)).ok())
}

fn in_a_runbook(app: &AppHandle, address: &str) -> Option<Vec<u8>> {
    let (text, url) = runbook_image(address)?;
    app.state::<Workspaces>().current().ok()?.workstation.runbook_image(&text, &url).ok()
}

fn shown(png: Vec<u8>, how_long: &'static str) -> Response<Vec<u8>> {
    let mut response = Response::new(png);
    response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static("image/png"));
    response.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static(how_long));
    response
}

fn not_there() -> Response<Vec<u8>> {
    let mut response = Response::new(Vec::new());
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}

/// The runbook that an address names, and the image as it is written there.
fn runbook_image(address: &str) -> Option<(RunbookText, String)> {
    let address = Url::parse(address).ok().filter(|address| address.path() == "/runbook")?;
    let said: Map<String, Value> = address.query_pairs().map(|(key, value)| (key.into_owned(), value.into_owned().into())).collect();
    let url = said.get("url")?.as_str()?.to_owned();
    Some((serde_json::from_value(Value::Object(said)).ok()?, url))
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

    #[test]
    fn an_image_of_a_runbook_is_named_with_its_text() {
        let file = RunbookText::File { path: "team/pool.md".to_owned() };
        let asked = "picture://localhost/runbook?text=file&path=team%2Fpool.md&url=img%2Fpool%20size.png";
        assert_eq!(runbook_image(asked), Some((file, "img/pool size.png".to_owned())));
        for other in [
            "picture://localhost/runbook",
            "picture://localhost/runbook?text=file&url=x.png",
            "picture://localhost/x?text=file&path=a&url=b",
        ] {
            assert_eq!(runbook_image(other), None, "{other}");
        }
    }
}
