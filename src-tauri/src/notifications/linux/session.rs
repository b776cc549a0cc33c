//! One connection to the bus: what is on screen through it, and how the service behaves.

use std::collections::{HashMap, VecDeque};
use std::future::{Future, pending, ready};
use std::pin::{Pin, pin};

use futures_util::StreamExt;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::time::{Duration, Instant, sleep, timeout};
use zbus::Connection;
use zbus::fdo::DBusProxy;

use super::kept::{Kept, Posted};
use super::service::{self, Abilities, NotificationsProxy, PATIENCE, SERVICE, bounded, unavailable};
use crate::notifications::notification::{About, Event, Notification, Order, Unavailable, Withdraws};

/// How long to wait before looking again for a bus, or for a service that failed.
pub const RETRY: Duration = Duration::from_secs(10);
/// One that goes sooner than this without a person's doing was not seen.
const AT_ONCE: Duration = Duration::from_secs(1);
/// The reason that the service gives when a person closed a notification.
const DISMISSED: u32 = 2;

/// Why a session is over.
#[derive(Debug, PartialEq, Eq)]
pub enum Ended {
    NoMoreOrders,
    BusLost,
}

/// A call to show something that was not answered in time, and may be yet.
struct Unanswered {
    notification: Notification,
    call: Pin<Box<dyn Future<Output = zbus::Result<u32>>>>,
}

pub struct Session<'a, F: Fn(Event)> {
    service: NotificationsProxy<'static>,
    bus: DBusProxy<'static>,
    abilities: Abilities,
    shown: HashMap<u32, (Posted, Instant)>,
    kept: &'a mut Kept,
    /// The threads of what is kept whose turn to be shown has come.
    turns: VecDeque<String>,
    /// The service does not answer: orders are refused at once until it does again.
    silent: bool,
    unanswered: Option<Unanswered>,
    /// What the app was told last.
    available: Option<Result<(), Unavailable>>,
    on_event: &'a F,
}

impl<'a, F: Fn(Event)> Session<'a, F> {
    pub async fn begin(kept: &'a mut Kept, on_event: &'a F) -> zbus::Result<Self> {
        let connection = bounded(Connection::session()).await?;
        Ok(Self {
            service: bounded(service::on(&connection)).await?,
            bus: bounded(DBusProxy::new(&connection)).await?,
            abilities: Abilities::default(),
            shown: HashMap::new(),
            kept,
            turns: VecDeque::new(),
            silent: false,
            unanswered: None,
            available: None,
            on_event,
        })
    }

    pub async fn serve(&mut self, orders: &mut UnboundedReceiver<Order>) -> Ended {
        // Listening begins before anything is shown.
        let listening = async {
            let pressed = self.service.receive_action_invoked().await?;
            let closed = self.service.receive_notification_closed().await?;
            Ok((pressed, closed, self.bus.receive_name_owner_changed_with_args(&[(0, SERVICE)]).await?))
        };
        let Ok((mut pressed, mut closed, mut owners)) = bounded(listening).await else {
            return Ended::BusLost;
        };
        self.meet().await;
        let mut probe = pin!(probe(self.service.clone()));
        loop {
            // One thing a turn, so that signals do not pile up while many are shown again; and a press first, or the closing
            // that comes with it would make it a press on nothing.
            tokio::select! {
                biased;
                signal = pressed.next() => match signal {
                    Some(signal) => if let Ok(args) = signal.args() {
                        self.on_pressed(args.id, &args.action_key).await;
                    },
                    None => return Ended::BusLost,
                },
                signal = closed.next() => match signal {
                    Some(signal) => if let Ok(args) = signal.args() {
                        self.on_closed(args.id, args.reason);
                    },
                    None => return Ended::BusLost,
                },
                signal = owners.next() => match signal {
                    Some(signal) => if let Ok(args) = signal.args() {
                        self.on_owner(args.new_owner.is_some()).await;
                    },
                    None => return Ended::BusLost,
                },
                answer = answer(&mut self.unanswered) => self.on_late_answer(answer).await,
                order = orders.recv() => match order {
                    Some(order) => self.carry_out(order).await,
                    None => return Ended::NoMoreOrders,
                },
                () = ready(()), if !self.turns.is_empty() => self.show_next_kept().await,
                met = &mut probe, if self.is_wanting() => {
                    self.on_probe(met).await;
                    probe.set(self::probe(self.service.clone()));
                }
            }
        }
    }

    /// What was on screen through this connection goes with it.
    pub fn end(&mut self) {
        for (_, (posted, _)) in self.shown.drain() {
            self.kept.keep(posted);
        }
    }

    /// Whether something is amiss that a service which answers would put right.
    fn is_wanting(&self) -> bool {
        self.turns.is_empty() && (self.kept.waits() || self.available != Some(Ok(())))
    }

    async fn meet(&mut self) {
        let met = service::abilities(&self.service).await;
        self.on_probe(met).await;
    }

    async fn on_probe(&mut self, met: Result<Abilities, Unavailable>) {
        self.silent = met == Err(Unavailable::Silent);
        match met {
            Ok(abilities) => {
                self.abilities = abilities;
                self.unanswered = None;
                self.turns = self.kept.take_turns();
                if self.turns.is_empty() {
                    self.tell_available(Ok(()));
                }
            }
            Err(why) => {
                self.kept.tell_refused(&why);
                self.tell_available(Err(why));
            }
        }
    }

    /// A service that was only slow has shown what it was asked, and must not be asked again.
    async fn on_late_answer(&mut self, answer: zbus::Result<u32>) {
        let (Some(Unanswered { notification, .. }), Ok(id)) = (self.unanswered.take(), answer) else { return };
        match self.kept.take(&notification.thread) {
            Some(posted) if posted.notification.title == notification.title => self.on_shown(id, posted),
            newer => {
                self.close(id).await;
                newer.into_iter().for_each(|posted| self.kept.keep(posted));
            }
        }
        self.meet().await;
    }

    /// A service that died took with it what nobody had dealt with; its successor shows that again.
    async fn on_owner(&mut self, present: bool) {
        self.end();
        self.unanswered = None;
        self.turns.clear();
        if present {
            self.meet().await;
        } else {
            self.silent = false;
            self.tell_available(Err(Unavailable::NoService));
        }
    }

    async fn carry_out(&mut self, order: Order) {
        match order {
            Order::Show(notification, shown) => {
                let posted = Posted::new(*notification, shown);
                if self.silent {
                    self.kept.refuse(posted, &Unavailable::Silent);
                } else {
                    self.show(posted).await;
                }
            }
            Order::Withdraw(withdraws) => self.withdraw(&withdraws).await,
            Order::End(done) => {
                self.withdraw(&(Box::new(|_: &About| true) as Withdraws)).await;
                // Whoever waits may have lost patience.
                let _ = done.send(());
            }
        }
    }

    async fn withdraw(&mut self, withdraws: &Withdraws) {
        self.kept.withdraw(withdraws);
        let gone: Vec<u32> =
            self.shown.iter().filter(|(_, (posted, _))| withdraws(&posted.notification.about)).map(|(id, _)| *id).collect();
        for id in gone {
            self.close(id).await;
        }
    }

    async fn show_next_kept(&mut self) {
        let next = self.turns.pop_front().and_then(|thread| self.kept.take(&thread));
        if let Some(posted) = next {
            self.show(posted).await;
        } else if self.turns.is_empty() && self.kept.is_empty() {
            self.tell_available(Ok(()));
        }
    }

    async fn show(&mut self, mut posted: Posted) {
        posted.sent += 1;
        let thread = &posted.notification.thread;
        let replaced = self.shown.iter().find(|(_, (shown, _))| shown.notification.thread == *thread).map(|(id, _)| *id);
        let notification = posted.notification.clone();
        let mut call = Box::pin(service::notify(self.service.clone(), self.abilities, notification, replaced.unwrap_or(0)));
        let why = match timeout(PATIENCE, &mut call).await {
            Ok(Ok(id)) => {
                if let Some(replaced) = replaced {
                    self.shown.remove(&replaced);
                }
                return self.on_shown(id, posted);
            }
            Ok(Err(error)) => unavailable(&error),
            Err(_) => {
                self.silent = true;
                self.turns.clear();
                self.unanswered = Some(Unanswered { notification: posted.notification.clone(), call });
                Unavailable::Silent
            }
        };
        self.kept.refuse(posted, &why);
        self.tell_available(Err(why));
    }

    fn on_shown(&mut self, id: u32, posted: Posted) {
        (posted.shown)(Ok(()));
        self.kept.forget(&posted.notification.thread);
        self.shown.insert(id, (Posted { in_window: false, ..posted }, Instant::now()));
        if self.kept.is_empty() {
            self.tell_available(Ok(()));
        }
    }

    async fn on_pressed(&mut self, id: u32, action: &str) {
        let Some((posted, _)) = self.shown.remove(&id) else { return };
        self.close(id).await;
        (self.on_event)(Event::Pressed(posted.notification.about, action.to_owned()));
    }

    /// Closed before anybody could have read it, it was not shown to anybody.
    fn on_closed(&mut self, id: u32, reason: u32) {
        let Some((posted, since)) = self.shown.remove(&id) else { return };
        if reason != DISMISSED && since.elapsed() < AT_ONCE {
            (posted.shown)(Err(Unavailable::Refused("it closed the notification at once".to_owned())));
        } else {
            (self.on_event)(Event::Gone(posted.notification.about));
        }
    }

    /// Some services leave a notification up after its action; if closing fails it is gone already.
    async fn close(&mut self, id: u32) {
        self.shown.remove(&id);
        let _ = bounded(self.service.close_notification(id)).await;
    }

    /// Says so when it has changed.
    fn tell_available(&mut self, available: Result<(), Unavailable>) {
        if self.available.as_ref() != Some(&available) {
            self.available = Some(available.clone());
            (self.on_event)(Event::Available(available));
        }
    }
}

/// Looks, a while from now, whether the service answers.
async fn probe(service: NotificationsProxy<'static>) -> Result<Abilities, Unavailable> {
    sleep(RETRY).await;
    service::abilities(&service).await
}

async fn answer(unanswered: &mut Option<Unanswered>) -> zbus::Result<u32> {
    match unanswered {
        Some(unanswered) => (&mut unanswered.call).await,
        None => pending().await,
    }
}
