//! Waiting for an answer.

use std::future::Future;
use std::time::Duration;

use tokio::time::timeout;

/// What nobody answered by then is reported as silent.
const PATIENCE: Duration = Duration::from_secs(3);

/// Waits no longer than is bearable.
pub async fn bounded<T>(call: impl Future<Output = zbus::Result<T>>) -> Result<T, String> {
    match timeout(PATIENCE, call).await {
        Ok(answer) => answer.map_err(|error| error.to_string()),
        Err(_) => Err(format!("no answer within {} seconds", PATIENCE.as_secs())),
    }
}
