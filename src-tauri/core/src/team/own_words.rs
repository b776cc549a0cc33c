//! What the team's own files name, and customers do not know.

use std::collections::{BTreeMap, BTreeSet};

use super::links::is_link;
use super::service::{Service, Services};

/// A shorter name would be found in every text.
const AT_LEAST: usize = 3;

/// Names, each with what a customer reads in its place; none where only a person finds the words.
#[derive(Debug, Default)]
pub(crate) struct OwnWords {
    /// Of services that customers know by another name.
    pub(crate) services: BTreeMap<String, Option<String>>,
    /// Of services for which they have none.
    pub(crate) unnamed_services: BTreeMap<String, Option<String>>,
    /// Everything else.
    pub(crate) others: BTreeMap<String, Option<String>>,
}

impl OwnWords {
    pub(crate) fn of(services: &Services) -> Self {
        let known = Known::of(services);
        let mut words = Self::default();
        for service in &services.services {
            words.add_names(service);
            words.add_what_belongs_to(service, &known);
        }
        words
    }

    /// A name that is but the beginning of the one that customers know, as `pay` of Payments, tells them nothing new and is a word of
    /// theirs, too; so may be a name of one word where there is no other.
    fn add_names(&mut self, service: &Service) {
        for name in service.names() {
            let words = match &service.customer_name {
                Some(known) if is_word(name) && known.to_lowercase().contains(name) => continue,
                None if is_word(name) => continue,
                Some(_) => &mut self.services,
                None => &mut self.unnamed_services,
            };
            words.insert(name.to_owned(), service.customer_name.clone());
        }
    }

    fn add_what_belongs_to(&mut self, service: &Service, known: &Known) {
        for needed in &service.depends_on {
            self.add(needed, "one of our systems", known);
        }
        for owner in service.owners.iter().chain(service.contacts.iter().map(|contact| &contact.who)).filter(|owner| !is_word(owner)) {
            self.add(owner, "our team", known);
        }
        for contact in &service.contacts {
            self.add(&contact.how, "(removed)", known);
        }
        for repository in &service.repositories {
            let path = repository.path.trim_end_matches('/').trim_end_matches(".git");
            let name = path.rsplit(['/', ':']).next().filter(|name| !is_word(name));
            name.into_iter().chain([path]).for_each(|name| self.add(name, "our code", known));
        }
        let links = service
            .dashboards
            .iter()
            .map(|dashboard| &dashboard.url)
            .chain(service.changes.iter().map(|history| &history.url))
            .chain(&service.runbooks)
            .filter(|link| is_link(link));
        for host in links.filter_map(|link| link.split('/').nth(2)).filter(|host| !host.contains('{')) {
            self.add(host, "our internal tools", known);
        }
    }

    fn add(&mut self, name: &str, instead: &str, known: &Known) {
        if name.chars().count() >= AT_LEAST && !known.holds(name) {
            self.others.insert(name.to_owned(), Some(instead.to_owned()));
        }
    }
}

/// What is told of otherwise, or not at all: the services' own names, and what customers know. In small letters.
struct Known {
    names: BTreeSet<String>,
    /// One a line.
    by_customers: String,
}

impl Known {
    fn of(services: &Services) -> Self {
        let names = services.services.iter().flat_map(Service::names).map(str::to_lowercase);
        let by_customers = services.services.iter().filter_map(|service| service.customer_name.as_ref());
        Self { names: names.collect(), by_customers: by_customers.map(|known| known.to_lowercase() + "\n").collect() }
    }

    fn holds(&self, name: &str) -> bool {
        let name = name.trim().to_lowercase();
        self.names.contains(&name) || self.by_customers.contains(&name)
    }
}

/// Whether a name is one word of small letters, as a sentence may have it for itself.
fn is_word(name: &str) -> bool {
    name.chars().all(char::is_lowercase)
}
