//! Tells when the computer wakes from sleep. Only an extra push: timers that stood still go on by themselves.

/// Calls `on_wake` each time the computer has woken. Never ends.
#[cfg(target_os = "linux")]
pub async fn watch(on_wake: impl Fn()) {
    loop {
        // Without a system bus, or one that knows nothing of sleep, there is nothing to lose by waiting.
        let _ = logind::listen(&on_wake).await;
        tokio::time::sleep(logind::RETRY).await;
    }
}

/// Elsewhere nothing tells of it.
#[cfg(not(target_os = "linux"))]
pub async fn watch(_on_wake: impl Fn()) {
    std::future::pending().await
}

#[cfg(target_os = "linux")]
mod logind {
    use std::time::Duration;

    use futures_util::StreamExt;
    use tokio::time::timeout;
    use zbus::{Connection, MatchRule, MessageStream};

    /// How long to wait before looking for the system bus again.
    pub const RETRY: Duration = Duration::from_secs(60);
    /// A bus that has not answered by then is treated as absent.
    const PATIENCE: Duration = Duration::from_secs(10);

    /// Listens until the bus is lost.
    pub async fn listen(on_wake: &impl Fn()) -> zbus::Result<()> {
        let Ok(stream) = timeout(PATIENCE, stream()).await else { return Ok(()) };
        let mut stream = stream?;
        while let Some(signal) = stream.next().await {
            let falls_asleep: bool = signal?.body().deserialize()?;
            if !falls_asleep {
                on_wake();
            }
        }
        Ok(())
    }

    async fn stream() -> zbus::Result<MessageStream> {
        let connection = Connection::system().await?;
        let rule = MatchRule::builder()
            .msg_type(zbus::message::Type::Signal)
            .sender("org.freedesktop.login1")?
            .path("/org/freedesktop/login1")?
            .interface("org.freedesktop.login1.Manager")?
            .member("PrepareForSleep")?
            .build();
        MessageStream::for_match_rule(rule, &connection, None).await
    }
}
