//! The kept connection.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use rustls::crypto::ring;
use ureq::Agent;
use ureq::tls::{RootCerts, TlsConfig};

use crate::answer;
use crate::error::FetchError;
pub use crate::fault::Limits;
use crate::fault::explain;
use crate::source::{Source, Target};

/// Longer than the time between two looks, so that the connection is there for the next.
const KEPT: Duration = Duration::from_secs(150);

/// Asks Alertmanagers; keeps a connection to each. Made once, and cheap to clone.
#[derive(Clone)]
pub struct Client {
    agent: Agent,
    limits: Limits,
}

impl Client {
    /// A client with the usual limits: 3 s to connect, 10 s in all, 5 MB. Connects to nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::with_limits(Limits::default())
    }

    /// A client with limits of its own.
    #[must_use]
    pub fn with_limits(limits: Limits) -> Self {
        Self { agent: agent(&limits), limits }
    }

    /// The alerts that fire at a source and are neither silenced nor inhibited, as JSON for `sitrep_alerts::read`; `[]` when nothing
    /// fires. Waits, so it is no call for the thread of a window.
    ///
    /// # Errors
    /// [`FetchError`] with why there is no answer, and what helps.
    pub fn fetch(&self, source: &Source) -> Result<String, FetchError> {
        let target = source.target()?;
        let response = self.ask(&target).map_err(|error| explain(error, &target.place, &self.limits))?;
        answer::text(response, &target, &self.limits)
    }

    fn ask(&self, target: &Target) -> Result<ureq::http::Response<ureq::Body>, ureq::Error> {
        let request = self.agent.get(target.call.as_str());
        match &target.authorization {
            Some(value) => request.header("authorization", value).call(),
            None => request.call(),
        }
    }
}

impl Default for Client {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("limits", &self.limits).finish_non_exhaustive()
    }
}

/// No proxy of the environment: what is watched is inside, or behind a port-forward, and a proxy would see its alerts and password.
fn agent(limits: &Limits) -> Agent {
    let config = Agent::config_builder()
        .timeout_resolve(Some(limits.connect))
        .timeout_connect(Some(limits.connect))
        .timeout_global(Some(limits.whole))
        .max_redirects(0)
        .http_status_as_error(false)
        .proxy(None)
        .user_agent("sitrep")
        .accept("application/json")
        .max_idle_age(KEPT)
        .tls_config(tls());
    config.build().new_agent()
}

/// What the system trusts: an Alertmanager's certificate is often the company's own.
fn tls() -> TlsConfig {
    let provider = Arc::new(ring::default_provider());
    TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).unversioned_rustls_crypto_provider(provider).build()
}
