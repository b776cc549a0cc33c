//! Showing notifications. Whoever asks for one need not know how this desktop shows it.

use std::sync::mpsc::channel;
use std::time::Duration;

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

#[cfg(target_os = "linux")]
use super::linux as desktop;
use super::notification::{About, Event, Notification, Order, Unavailable};
#[cfg(not(target_os = "linux"))]
use super::other as desktop;

/// How long the end waits for the notifications to go.
const END_AT_MOST: Duration = Duration::from_secs(1);

/// Shows notifications on a thread of its own, so that a service that hangs keeps nothing waiting.
pub struct Notifier {
    orders: UnboundedSender<Order>,
}

impl Notifier {
    /// Starts it; `on_event` is called on its thread and must return soon.
    pub fn start(on_event: impl Fn(Event) + Send + 'static) -> std::io::Result<Self> {
        let (orders, received) = unbounded_channel();
        std::thread::Builder::new().name("notifier".to_owned()).spawn(move || run(received, on_event))?;
        Ok(Self { orders })
    }

    /// Shows a notification, then calls `shown` on the notifier's thread: with an error when the desktop does not show it,
    /// and once more when it does so later.
    pub fn show(&self, notification: Notification, shown: impl Fn(Result<(), Unavailable>) + Send + 'static) {
        let order = Order::Show(Box::new(notification.into_printed()), Box::new(shown));
        if let Err(refused) = self.orders.send(order)
            && let Order::Show(_, shown) = refused.0
        {
            shown(Err(Unavailable::NoService));
        }
    }

    /// Takes back the notifications that `withdraws` names.
    pub fn withdraw(&self, withdraws: impl Fn(&About) -> bool + Send + 'static) {
        // If its thread has ended there is nothing on screen to take back.
        let _ = self.orders.send(Order::Withdraw(Box::new(withdraws)));
    }

    /// Takes back all before the app ends: what they say would stay up and grow false, and nothing would answer a press.
    pub fn end(&self) {
        let (done, is_done) = channel();
        if self.orders.send(Order::End(done)).is_ok() {
            // A service that hangs keeps nobody from quitting.
            let _ = is_done.recv_timeout(END_AT_MOST);
        }
    }
}

fn run(orders: UnboundedReceiver<Order>, on_event: impl Fn(Event)) {
    match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime.block_on(desktop::serve(orders, &on_event)),
        Err(_) => on_event(Event::Available(Err(Unavailable::NoService))),
    }
}
