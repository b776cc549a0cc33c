//! Notifications on macOS and Windows.

use notify_rust::{Notification as Toast, Timeout};
use tokio::sync::mpsc::UnboundedReceiver;

use super::notification::{Event, Notification, Order, Unavailable};

/// Serves until nobody can send orders any more. These systems tell neither availability nor presses reliably, and take
/// back nothing; what a press would do is in the window and the tray too.
pub async fn serve(mut orders: UnboundedReceiver<Order>, on_event: &impl Fn(Event)) {
    while let Some(order) = orders.recv().await {
        if let Order::Show(notification, shown) = order {
            let result = show(&notification);
            on_event(Event::Available(result.clone()));
            shown(result);
        }
    }
}

fn show(notification: &Notification) -> Result<(), Unavailable> {
    let mut toast = Toast::new();
    toast.appname("Sitrep").summary(&notification.title).body(&notification.body);
    if notification.critical {
        toast.timeout(Timeout::Never);
    }
    toast.show().map(|_| ()).map_err(|error| Unavailable::Refused(error.to_string()))
}
