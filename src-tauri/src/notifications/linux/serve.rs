//! Serving whatever becomes of bus and service.

use tokio::sync::mpsc::UnboundedReceiver;
use tokio::time::timeout;

use super::kept::{Kept, Posted};
use super::session::{Ended, RETRY, Session};
use crate::notifications::notification::{Event, Order, Unavailable};

/// Serves until nobody can send orders any more, whatever becomes of bus and service.
pub async fn serve(mut orders: UnboundedReceiver<Order>, on_event: &impl Fn(Event)) {
    let mut kept = Kept::default();
    loop {
        if let Ok(mut session) = Session::begin(&mut kept, on_event).await {
            if session.serve(&mut orders).await == Ended::NoMoreOrders {
                return;
            }
            session.end();
        }
        on_event(Event::Available(Err(Unavailable::NoBus)));
        if refuse_for_a_while(&mut orders, &mut kept).await == Ended::NoMoreOrders {
            return;
        }
    }
}

/// Without a bus every order is answered at once, so that the reminder appears in the window instead.
async fn refuse_for_a_while(orders: &mut UnboundedReceiver<Order>, kept: &mut Kept) -> Ended {
    kept.tell_refused(&Unavailable::NoBus);
    let refuse = async {
        while let Some(order) = orders.recv().await {
            match order {
                Order::Show(notification, shown) => {
                    kept.refuse(Posted::new(*notification, shown), &Unavailable::NoBus);
                }
                Order::Withdraw(withdraws) => kept.withdraw(withdraws),
                Order::End(done) => drop(done),
            }
        }
    };
    match timeout(RETRY, refuse).await {
        Ok(()) => Ended::NoMoreOrders,
        Err(_) => Ended::BusLost,
    }
}
