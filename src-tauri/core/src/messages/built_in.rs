//! The templates that Sitrep comes with.

/// The built-in templates, by name, in the order in which they are offered.
pub(super) const BUILT_IN: [(&str, &str); 10] = [
    ("initial", include_str!("templates/initial.j2")),
    ("status", include_str!("templates/status.j2")),
    ("resolution", include_str!("templates/resolution.j2")),
    ("customer", include_str!("templates/customer.j2")),
    ("page", include_str!("templates/page.j2")),
    ("ticket", include_str!("templates/ticket.j2")),
    ("topic", include_str!("templates/topic.j2")),
    ("assessment", include_str!("templates/assessment.j2")),
    ("handoff", include_str!("templates/handoff.j2")),
    ("review-invitation", include_str!("templates/review-invitation.j2")),
];
