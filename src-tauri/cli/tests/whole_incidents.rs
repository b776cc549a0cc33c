//! A whole P1 and a whole P3 from a terminal, as the procedure tells them, from the alert to the action items.

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

mod desk;

use desk::Desk;

#[test]
fn a_p1_is_carried_from_its_alert_to_its_action_items() {
    let desk = Desk::empty();
    desk.follows("[severity.P1]\nquiet_minutes = 0\n");
    desk.says(&["declare", "P1 - Orders failing", "--started", "-20m", "--service", "order-service", "--detected", "alert"]);
    desk.says(&["log", "Alert fires: order error rate", "--at", "-20m"]);
    desk.says(&["log", "On it, looking at the dashboards"]);

    // Triage.
    desk.leads_to("orders", "Assess impact: who is affected?", &["impact", "who", "A subset of users"]);
    desk.leads_to("orders", "Assess impact: what is broken?", &["impact", "what", "Orders fail at checkout"]);
    desk.leads_to("orders", "Assess impact: is it getting worse?", &["impact", "worse", "Stable"]);
    desk.leads_to("orders", "Write down why this is P1", &["severity", "P1", "--reason", "core functionality, many users"]);
    desk.leads_to("orders", "Notify On-call engineer, Engineering manager, Customer support lead", &["notify", "--all"]);
    desk.leads_to("orders", "Open the incident channel", &["channel", "--opened", "--bridge", "https://meet.example/1"]);
    for (role, person) in [("Incident Commander", "@ana"), ("Technical Lead", "@li"), ("Communications Lead", "@zoe"), ("Scribe", "@ben")] {
        let word = match role {
            "Incident Commander" => "commander",
            "Technical Lead" => "tech",
            "Scribe" => "scribe",
            _ => "comms",
        };
        desk.leads_to("orders", role, &["role", word, person]);
    }
    desk.leads_to("orders", "Send the initial alert", &["update", "--kind", "initial", "--sent"]);

    // Investigation.
    desk.leads_to("orders", "Check dashboards", &["step", "start", "dashboards"]);
    desk.says(&["finding", "add", "errors", "5 % of orders fail", "--onset", "-20m"]);
    desk.says(&["step", "done", "dashboards"]);
    desk.leads_to("orders", "Check recent changes", &["step", "start", "changes"]);
    desk.says(&["change", "answer", "deploy", "yes", "v314 of order-service", "--at", "-30m"]);
    desk.says(&["change", "answer", "configuration", "no"]);
    desk.says(&["change", "answer", "infrastructure", "no"]);
    desk.says(&["change", "suspect", "v314", "--hypothesis"]);
    desk.says(&["step", "done", "changes"]);

    // Mitigation comes before the cause is certain.
    desk.leads_to(
        "orders",
        "Mitigate the suspect deploy: v314 of order-service",
        &["mitigation", "add", "Rollback", "--service", "order-service"],
    );
    desk.says(&["status", "identified", "--reason", "v314"]);
    desk.says(&["status", "mitigating"]);
    desk.says(&["mitigation", "done", "--helped", "--effect", "errors fall"]);
    desk.says(&["update", "--kind", "status", "--set", "current_state=Errors fall after the rollback", "--sent"]);
    desk.says(&["hypothesis", "confirmed", "--because", "errors fell with the rollback"]);
    desk.says(&["status", "monitoring"]);

    // Verification: four ticks with what the monitoring shows; the quiet time is none here, as nobody waits for a test.
    let refused = desk.refused(&["resolve"]);
    assert!(refused.contains("Error rate returning to baseline"), "{refused}");
    for (check, seen) in
        [("error-rate", "0.2 %"), ("latency", "180 ms"), ("no-new-errors", "none since 14:25"), ("verified-by-hand", "an order of mine")]
    {
        desk.says(&["check", "fix", check, "--evidence", seen]);
    }
    desk.leads_to("orders", "Resolve the incident", &["resolve"]);
    let notice = desk.says(&[
        "update",
        "--kind",
        "resolution",
        "--set",
        "root_cause=v314 did not backfill a column",
        "--set",
        "resolution=Rolled back",
        "--set",
        "customer_impact=5 % of orders failed",
        "--sent",
    ]);
    assert!(notice.contains("Monitoring for recurrence until "), "{notice}");

    // Afterwards.
    desk.leads_to("orders", "Schedule the review", &["review", "schedule", "tomorrow", "15:00", "--with", "@ana,@li"]);
    let notice = desk.says(&["update", "--kind", "resolution", "--anyway"]);
    assert!(notice.contains("Post-incident review scheduled for ") && notice.contains(" 15:00 UTC."), "{notice}");
    desk.says(&["action", "add", "Lower alert threshold from 5% to 2%", "--owner", "@ben", "--due", "2w"]);
    desk.says(&["step", "skip", "logs", "--reason", "the change was found first"]);
    let checklist = desk.says(&["check", "list"]);
    let lines: Vec<&str> = checklist.lines().skip_while(|line| *line != "Checklist").collect();
    assert_eq!(lines.iter().filter(|line| line.contains("[x]")).count(), 12, "{checklist}");
    let review = desk.says(&["review"]);
    for told in [
        "Alert fires: order error rate",
        "Detected by an alert",
        "v314 did not backfill a column",
        "Error rate returning to baseline (0.2 %)",
        "Lower alert threshold",
    ] {
        assert!(review.contains(told), "'{told}' in {review}");
    }
    desk.leads_to("orders", "Write the review", &["review", "complete", "--written", "https://wiki.example/orders"]);
    desk.leads_to("orders", "Nothing due", &["quiet"]);
    assert!(desk.says(&["show"]).contains("Resolved"), "the last one is shown though none is active");
    assert!(desk.says(&["timeline"]).ends_with("Stayed quiet: no recurrence  @me\n"));
}

#[test]
fn a_p3_has_a_ticket_and_an_engineer_and_owes_no_review() {
    let desk = Desk::empty();
    desk.says(&["declare", "P3 Logo blurry on the invoice", "--detected", "user", "--impact", "Whoever prints an invoice"]);
    desk.says(&["impact", "what", "the logo"]);
    desk.says(&["impact", "when", "-1h"]);
    desk.says(&["impact", "worse", "Stable"]);
    desk.says(&["severity", "P3", "--reason", "cosmetic"]);
    let ticket = desk.says(&["ticket", "--number", "OPS-7", "--assignee", "@ben"]);
    assert!(ticket.contains("Logo blurry on the invoice") && !ticket.contains("Join"), "{ticket}");
    desk.says(&["notify", "--all"]);
    desk.says(&["log", "The vector file was replaced by a small one"]);
    desk.says(&["mitigation", "add", "Put the vector file back"]);
    desk.says(&["mitigation", "done", "--helped", "--effect", "sharp again"]);
    desk.says(&["status", "monitoring"]);
    for check in ["error-rate", "latency", "no-new-errors", "verified-by-hand"] {
        desk.says(&["check", "fix", check]);
    }
    desk.says(&["resolve"]);
    let deadlines = desk.says(&["deadlines", "--json"]);
    assert!(!deadlines.contains("\"review\"") && !deadlines.contains("\"recurrence\""), "{deadlines}");
    let notice = desk.says(&[
        "update",
        "--kind",
        "resolution",
        "--set",
        "root_cause=A build step",
        "--set",
        "resolution=Put back",
        "--set",
        "customer_impact=A blurry logo",
        "--sent",
    ]);
    assert!(!notice.contains("Monitoring for recurrence") && notice.contains("No post-incident review is planned"), "{notice}");
    desk.leads_to("logo", "Nothing due", &["list"]);
}
