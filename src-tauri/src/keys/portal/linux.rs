//! Asking the portal over D-Bus, and hearing when a key is pressed. Every wait for an answer has an end, because a portal may
//! be there and say nothing.

use std::future::Future;
use std::time::Duration;

use ashpd::desktop::global_shortcuts::{BindShortcutsOptions, GlobalShortcuts, NewShortcut, Shortcut};
use ashpd::desktop::{CreateSessionOptions, ResponseError, Session};
use futures_util::{Stream, StreamExt};
use tokio::time::timeout;
use zbus::fdo::DBusProxy;
use zbus::names::BusName;
use zbus::proxy::CacheProperties;
use zbus::{Connection, Proxy};

use super::request::{Event, Given, Trouble, Wanted};

const SERVICE: &str = "org.freedesktop.portal.Desktop";
const PATH: &str = "/org/freedesktop/portal/desktop";
const INTERFACE: &str = "org.freedesktop.portal.GlobalShortcuts";
/// By which the desktop remembers whose keys they are.
const APP_ID: &str = "app.sitrep.Sitrep";
/// For an answer that nobody has to think about. A portal that is being started needs a moment.
const PATIENCE: Duration = Duration::from_secs(5);
/// For an answer that a person gives.
const PERSON: Duration = Duration::from_secs(60);

impl From<ashpd::Error> for Trouble {
    fn from(error: ashpd::Error) -> Self {
        match error {
            ashpd::Error::Response(ResponseError::Cancelled) => Self::Refused,
            ashpd::Error::Response(ResponseError::Other) => Self::Failed("it gave no reason".to_owned()),
            ashpd::Error::PortalNotFound(_) => Self::Absent,
            other => Self::Failed(other.to_string()),
        }
    }
}

/// Whether this desktop can be asked for keys.
pub async fn is_there() -> Result<(), Trouble> {
    let connection = bus().await?;
    version(&connection).await.map(drop)
}

async fn bus() -> Result<Connection, Trouble> {
    let connected = timeout(PATIENCE, Connection::session()).await.map_err(|_| Trouble::Silent)?;
    connected.map_err(|_| Trouble::Absent)
}

/// The portal's service may be there without this part of it, which is told by its version.
async fn version(connection: &Connection) -> Result<u32, Trouble> {
    let proxy = zbus::proxy::Builder::<Proxy<'_>>::new(connection).destination(SERVICE).and_then(|builder| builder.path(PATH));
    let proxy = proxy.and_then(|builder| builder.interface(INTERFACE)).map_err(|_| Trouble::Absent)?;
    let ask = async {
        let proxy = proxy.cache_properties(CacheProperties::No).build().await?;
        proxy.get_property::<u32>("version").await
    };
    timeout(PATIENCE, ask).await.map_err(|_| Trouble::Silent)?.map_err(|_| Trouble::Absent)
}

/// Keys that were given; they last as long as this does.
pub struct Bound {
    portal: GlobalShortcuts,
    session: Session<GlobalShortcuts>,
    connection: Connection,
    /// As first assigned.
    pub given: Vec<Given>,
}

/// Asks for the keys. The desktop may ask the person.
pub async fn bind(wanted: &[Wanted]) -> Result<Bound, Trouble> {
    let connection = bus().await?;
    version(&connection).await?;
    introduce(&connection).await;
    let portal = bounded(PATIENCE, GlobalShortcuts::with_connection(connection.clone())).await?;
    let session = bounded(PATIENCE, portal.create_session(CreateSessionOptions::default())).await?;
    let keys: Vec<NewShortcut> =
        wanted.iter().map(|key| NewShortcut::new(key.id, key.what).preferred_trigger(key.trigger.as_deref())).collect();
    let answer = bounded(PERSON, portal.bind_shortcuts(&session, &keys, None, BindShortcutsOptions::default())).await?;
    let given = given(answer.response()?.shortcuts());
    Ok(Bound { portal, session, connection, given })
}

/// Says who asks. Older portals do not want to know, and find out themselves.
async fn introduce(connection: &Connection) {
    if let Ok(id) = APP_ID.try_into() {
        let _ = timeout(PATIENCE, ashpd::register_host_app_with_connection(connection.clone(), id)).await;
    }
}

async fn bounded<T>(patience: Duration, answer: impl Future<Output = Result<T, ashpd::Error>>) -> Result<T, Trouble> {
    Ok(timeout(patience, answer).await.map_err(|_| Trouble::Silent)??)
}

fn given(shortcuts: &[Shortcut]) -> Vec<Given> {
    shortcuts.iter().map(|key| Given { id: key.id().to_owned(), trigger: key.trigger_description().to_owned() }).collect()
}

impl Bound {
    /// Tells what comes until the portal goes or takes the keys back, and says which. `ready` comes first, once a key that is
    /// pressed is heard.
    pub async fn serve<Said: Future>(self, ready: impl FnOnce() -> Said, on_event: impl Fn(Event)) -> Trouble {
        let listening = async {
            let (activated, changed) = (self.portal.receive_activated(), self.portal.receive_shortcuts_changed());
            let heard = futures_util::try_join!(activated, changed, self.session.receive_closed()).ok()?;
            Some((heard, owners(&self.connection).await.ok()?))
        };
        let Ok(Some(((mut pressed, mut changed, mut closed), mut owners))) = timeout(PATIENCE, listening).await else {
            return Trouble::Ended;
        };
        ready().await;
        loop {
            tokio::select! {
                press = pressed.next() => match press {
                    Some(press) => on_event(Event::Pressed(press.shortcut_id().to_owned(), token(press.options()))),
                    None => return Trouble::Ended,
                },
                change = changed.next() => match change {
                    Some(change) => on_event(Event::Changed(given(change.shortcuts()))),
                    None => return Trouble::Ended,
                },
                _ = closed.next() => return Trouble::TakenBack,
                _ = owners.next() => return Trouble::Ended,
            }
        }
    }
}

fn token(options: &std::collections::HashMap<String, zbus::zvariant::OwnedValue>) -> Option<String> {
    options.get("activation_token").and_then(|token| token.downcast_ref::<&str>().ok()).map(str::to_owned)
}

/// Returns when a portal is on the bus; `another` does not count one that is there already.
pub async fn wait_until_there(another: bool) -> Result<(), Trouble> {
    let connection = bus().await?;
    let failed = |error: zbus::Error| Trouble::Failed(error.to_string());
    let mut owners = owners(&connection).await.map_err(failed)?;
    if !another && has_owner(&connection).await {
        return Ok(());
    }
    while let Some(present) = owners.next().await {
        if present {
            return Ok(());
        }
    }
    Err(Trouble::Absent)
}

async fn has_owner(connection: &Connection) -> bool {
    let Ok(name) = BusName::try_from(SERVICE) else { return false };
    match DBusProxy::new(connection).await {
        Ok(bus) => bus.name_has_owner(name).await.unwrap_or(false),
        Err(_) => false,
    }
}

/// Tells of each change of who is the portal, with whether there is one then.
async fn owners(connection: &Connection) -> zbus::Result<impl Stream<Item = bool> + use<>> {
    let bus = DBusProxy::new(connection).await?;
    let changes = bus.receive_name_owner_changed_with_args(&[(0, SERVICE)]).await?;
    Ok(changes.map(|change| change.args().is_ok_and(|args| args.new_owner().is_some())))
}
