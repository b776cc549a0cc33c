// Every command the pages may call, once. The handlers, the list of permitted commands and the TypeScript map are all made
// from this table: `build.rs` includes it for the names, `commands/mod.rs` for the handlers, a test for the bindings.
// The workstation answers a command by its method of the same name; `#[desktop]` marks those that the desktop answers.
// `#[waits]` marks those that can wait for something outside, as a drive, the clipboard or the desktop: they have a queue each.
commands! {
    // Reading.
    overview() -> Overview;
    // The clocks of the incidents that the page draws: from now on the event is about these.
    #[desktop] follow_clocks(handles: Vec<String>) -> Clocks;
    #[desktop] notices() -> Vec<Notice>;
    // What was to be shown before the page could listen for `open`; asked once, when it can.
    #[desktop] take_open_request() -> Option<OpenRequest>;
    // Opens what a reminder is about that the window shows in place of a notification.
    #[desktop] follow_reminder(key: String) -> ();
    incident_screen(handle: String) -> IncidentScreen;

    // Declaring.
    #[desktop] preview_declaration(input: DeclareInput) -> DeclarePreview;
    declare(input: DeclareInput) -> IncidentSummary;
    // A past incident, from its written postmortem. A preview records nothing.
    preview_backfill(input: BackfillInput) -> BackfillPreview;
    backfill(input: BackfillInput) -> Backfilled;

    // Alerts that are pasted. A preview records nothing.
    is_alert(text: String) -> bool;
    #[waits] preview_alerts(input: AlertInput) -> AlertPreview;
    // One of its links, by its place.
    #[desktop] #[waits] open_alert_link(input: AlertInput, place: u32) -> ();
    declare_alerts(input: AlertInput) -> IncidentSummary;
    add_alerts(handle: String, input: AlertInput) -> ();
    // The watch over Alertmanagers, which is off until one is named.
    alert_sources() -> Vec<AlertSourceView>;
    #[desktop] add_alert_source(input: AlertSourceInput) -> ();
    remove_alert_source(name: String) -> ();
    recovery_as_evidence(handle: String, alert: EventId) -> ();

    // The timeline. Positions count from 0, the oldest line first; without `start` it is the newest lines.
    timeline_slice(handle: String, start: Option<u32>, count: u32) -> TimelineSlice;
    timeline_news(handle: String, revision: u32) -> TimelineNews;
    timeline_position(handle: String, id: EventId) -> Option<u32>;
    timeline_pictures(handle: String) -> Vec<TimelinePicture>;
    // What an edited time would be; `was`: when the entry happened so far, in RFC 3339.
    preview_entry_time(was: String, at: String) -> String;
    amend_entry(handle: String, id: EventId, text: String, at: Option<String>) -> Recorded;
    // Says what the channel is called, where it opens, which bridge there is.
    name_channel(handle: String, input: ChannelInput) -> ();
    // Notes the number of its ticket, and who is assigned to it.
    note_ticket(handle: String, input: TicketInput) -> ();
    // Says why the commander debugs.
    explain_debugging(handle: String, reason: String) -> ();
    // Says how it was detected.
    note_detection(handle: String, by: Detection) -> ();
    // Logs an entry with a text that is too long for one; and reads such a text.
    attach_text(handle: String, name: String, text: String) -> Recorded;
    attached_text(handle: String, id: EventId) -> AttachedTextRead;
    // Gives an entry the words that were typed, of which a secret had been removed.
    keep_entry_as_typed(handle: String, id: EventId) -> Recorded;
    // Takes an entry, or only `words` of it, out of the data for good.
    redact_entry(handle: String, id: EventId, words: Option<String>) -> RedactionDone;
    remove_entry(handle: String, id: EventId) -> ();
    // Brings back one that was undone.
    restore_entry(handle: String, id: EventId) -> ();
    // Records nothing; in `zone` are the times that name none.
    preview_transcript(handle: String, text: String, zone: String) -> TranscriptPreview;
    record_transcript(handle: String, lines: Vec<ConfirmedLine>) -> RecordedTranscript;

    // Quick entry. How its showing is settled; asked each time that it is shown.
    #[desktop] quick_opening() -> QuickOpening;
    // The incident that the main window shows, which is where quick entry goes that is opened over it.
    #[desktop] note_open_incident(handle: Option<String>) -> ();
    #[desktop] preview_quick_entry(line: String, aim: QuickAim) -> QuickPreview;
    submit_quick_entry(line: String, aim: QuickAim, pictures: Vec<PictureId>) -> QuickDone;
    // The picture that is on the clipboard, kept from now on; an entry takes it up by its name.
    #[desktop] #[waits] paste_picture() -> Option<Picture>;
    next_quick_target(current: Option<String>, back: bool) -> Option<QuickTarget>;
    #[desktop] hide_quick_entry() -> ();

    // Text that is typed and not yet sent.
    #[desktop] load_draft(key: String) -> String;
    #[desktop] save_draft(key: String, text: String) -> ();

    // The incident.
    acknowledge(handle: String) -> ();
    set_title(handle: String, title: String) -> ();
    set_start(handle: String, started: String) -> ();
    set_status(handle: String, to: Status, reason: Option<String>) -> ();
    // A raising leaves `lowering` unread.
    set_severity(handle: String, to: Severity, reason: Option<String>, lowering: Option<Lowering>) -> ();
    lowering_choices(handle: String, to: Severity) -> Vec<LoweringChoice>;
    // It was no incident; answers who was told of it.
    withdraw(handle: String, reason: Option<String>) -> Vec<Audience>;
    bring_back(handle: String) -> ();
    // It is a part of another; `bring_back` takes that back.
    merge(handle: String, into: String) -> Merged;
    // Merging it back takes that back.
    split(handle: String, entries: Vec<EventId>, input: DeclareInput) -> Split;
    // To take it back asks for a reason; to answer a question with no does not.
    // `about`: the words of the question that is answered.
    answer_security(handle: String, confirmed: bool, reason: Option<String>, about: Option<String>) -> ();
    // With the key of the deadline that asked, so that a second press does nothing.
    escalate(handle: String, key: Option<String>) -> ();
    not_yet(handle: String, key: Option<String>, reason: Option<String>) -> ();
    stop_automatic_escalation(handle: String, reason: Option<String>) -> ();
    resume_automatic_escalation(handle: String) -> ();
    // For good without minutes, which for an escalation takes a reason; 0 minutes turn the reminders on again.
    snooze(handle: String, key: String, minutes: Option<u32>, reason: Option<String>) -> ();
    close_timebox(handle: String, key: String) -> ();

    // Triage and team.
    answer_impact(handle: String, question: ImpactQuestion, answer: String) -> ();
    reason_severity(handle: String, reasoning: String) -> ();
    assign_role(handle: String, role: Role, person: Option<String>) -> ();
    tick_notified(handle: String, who: String, done: bool) -> ();
    #[desktop] #[waits] copy_channel(handle: String) -> String;
    // To copy its name says nothing of the channel; this says that it is open.
    open_channel(handle: String) -> ();

    severity_suggestion(handle: String) -> Option<SuggestionView>;
    team(handle: String) -> TeamScreen;
    // One of the runbooks that are links, by its place.
    #[desktop] #[waits] open_runbook(handle: String, place: u32) -> ();
    tick_checklist(handle: String, line: ChecklistLine, done: bool) -> ();

    // Investigation.
    investigation(handle: String) -> InvestigationScreen;
    move_step(handle: String, step: InvestigationStep, to: StepState, reason: Option<String>) -> ();
    add_finding(handle: String, input: FindingInput) -> ();
    remove_finding(handle: String, id: EventId) -> ();
    note_change(handle: String, input: ChangeInput) -> ();
    // All of them or none.
    note_changes(handle: String, inputs: Vec<ChangeInput>) -> ();
    suspect_change(handle: String, id: EventId, suspect: bool) -> ();
    // Makes it a suspect and a hypothesis at once.
    blame_change(handle: String, id: EventId) -> ();
    add_hypothesis(handle: String, input: HypothesisInput) -> ();
    decide_hypothesis(handle: String, id: EventId, to: HypothesisState, because: Option<String>) -> ();
    assign_hypothesis(handle: String, id: EventId, who: Option<String>) -> ();
    add_evidence(handle: String, id: EventId, input: EvidenceInput) -> ();
    timebox_hypothesis(handle: String, id: EventId, minutes: u32) -> ();
    dashboards(handle: String) -> DashboardsView;
    // One of those links, by its place.
    #[desktop] #[waits] open_dashboard(handle: String, place: u32) -> ();
    // One of the pages that tell what was changed, by its place.
    #[desktop] #[waits] open_history(handle: String, place: u32) -> ();
    answer_deploy_question(handle: String, input: DeployAnswerInput) -> ();
    #[waits] recent_changes(handle: String, hours: u32) -> RecentChanges;
    // Uses the network, so only when a person asks.
    #[waits] fetch_changes(handle: String, path: String) -> ();
    log_queries(handle: String) -> LogQueriesView;
    hypothesis_starters() -> Vec<HypothesisStarter>;

    // Mitigation.
    mitigations(handle: String) -> MitigateScreen;
    add_mitigation(handle: String, input: MitigationInput) -> ();
    advance_mitigation(handle: String, id: EventId, to: MitigationState, effect: Option<String>) -> ();
    judge_mitigation(handle: String, id: EventId, helped: bool) -> ();
    mitigation_catalogue(handle: String) -> Vec<MitigationChoice>;
    filled_commands(handle: String, action: String) -> Vec<FilledCommands>;
    // A query or a command; nothing is run.
    #[desktop] #[waits] copy_text(text: String) -> ();

    // Runbooks.
    #[waits] runbook_pane(handle: String, run: Option<EventId>) -> RunbookPane;
    #[waits] begin_runbook(handle: String, path: String) -> EventId;
    move_runbook_step(handle: String, run: EventId, number: u32, to: RunStepState, note: Option<String>) -> ();
    // For all of the run; without a value it is taken back. `step`: the one whose output it was read from.
    fill_runbook_place(handle: String, run: EventId, name: String, value: String, step: Option<u32>) -> ();
    tick_prerequisite(handle: String, run: EventId, number: u32, done: bool) -> ();
    choose_alternative(handle: String, run: EventId, step: u32, label: String) -> ();
    timebox_runbook_step(handle: String, run: EventId, number: u32) -> ();
    end_runbook(handle: String, run: EventId, how: RunEnd, note: Option<String>) -> ();
    // All of them, or those that have these words.
    #[waits] runbook_list(words: String) -> RunbookList;
    // How far their reading has come, while the list waits for it.
    runbook_reading() -> RunbookReading;
    #[waits] runbook_page(path: String) -> RunbookPage;
    // Opens the page that a link of a runbook leads to, or copies what Sitrep does not open; says which, or the runbook.
    #[desktop] #[waits] follow_runbook_link(text: RunbookText, url: String) -> RunbookLink;
    // What mends one mark alone, by its place; and the patch that says that it was verified today. Nothing is written.
    #[waits] runbook_mend(path: String, mark: u32) -> Option<String>;
    #[waits] runbook_stamp(path: String) -> Option<String>;
    new_runbook(name: String, handle: Option<String>) -> String;
    #[waits] add_runbook_folder(path: String) -> ();
    remove_runbook_folder(path: String) -> ();

    // Updates.
    // The form that was used last for this template's audience.
    usual_format_of(handle: String, template: String) -> UpdateFormat;
    compose_update(input: ComposeInput) -> ComposedUpdate;
    #[desktop] #[waits] copy_update(input: ComposeInput) -> CopiedUpdate;
    #[desktop] #[waits] copy_sent_update(handle: String, id: EventId) -> ();
    update_ledger(handle: String, words: String) -> Vec<UpdateLedgerRow>;
    take_back_update(handle: String, id: EventId) -> ();

    // Verification, resolution, review.
    tick_check(handle: String, check: VerificationCheck, done: bool) -> ();
    // Ticks it, too.
    add_check_evidence(handle: String, check: VerificationCheck, input: CheckEvidenceInput) -> ();
    resolve(handle: String, reason: Option<String>) -> ();
    stayed_quiet(handle: String) -> ();
    #[waits] review_document(handle: String) -> String;
    #[waits] review_screen(handle: String) -> ReviewScreen;
    // Answers which version it is.
    write_review_part(handle: String, input: PartInput) -> Option<EventId>;
    #[waits] review_versions(handle: String) -> Vec<ReviewVersion>;
    bring_back_version(handle: String, id: EventId) -> ();
    choose_line(handle: String, id: EventId, chosen: bool) -> ();
    star_line(handle: String, id: EventId, starred: bool) -> ();
    mark_line(handle: String, id: EventId, marker: Option<MomentMarker>, answer: Option<String>) -> ();
    add_why(handle: String, input: WhyInput) -> EventId;
    write_why(handle: String, id: EventId, text: String, saw: Option<EventId>) -> ();
    move_why(handle: String, id: EventId, step: WhyStep) -> ();
    remove_why(handle: String, id: EventId) -> ();
    link_why(handle: String, id: EventId, to: EventId, linked: bool) -> ();
    root_why(handle: String, id: EventId, root: bool) -> ();
    add_idea(handle: String, text: String) -> ();
    // Without words it is taken out.
    write_idea(handle: String, id: EventId, text: String) -> ();
    promise_idea(handle: String, id: EventId, input: ActionInput) -> ();
    ask_for_review(handle: String) -> ();
    blameless_advice(handle: String) -> Vec<BlamelessAdvice>;
    #[desktop] #[waits] copy_review(handle: String) -> ();
    save_review(handle: String) -> SavedReview;
    // What becomes what in a copy that is handed on, and the copy as it will be read; nothing is written. And the same, saved.
    #[waits] redacted_copy(handle: String, format: ExportFormat, input: RedactedInput) -> RedactionPreview;
    #[waits] keep_redacted_copy(handle: String, format: ExportFormat, input: RedactedInput) -> SavedExport;
    // When it is, as typed, and names with commas between them.
    schedule_review(handle: String, at: String, with: String) -> ();
    // Opens it in the person's calendar.
    #[desktop] #[waits] open_invitation(handle: String) -> ();
    complete_review(handle: String, written: Option<String>) -> ();
    reopen_review(handle: String, reason: Option<String>) -> ();
    add_action(handle: String, input: ActionInput) -> ();
    #[waits] action_board(filter: BoardFilter) -> ActionBoard;
    action_issue(handle: String, id: EventId, tracker: Tracker) -> String;
    change_action(handle: String, id: EventId, edit: ActionEdit) -> ();
    start_action(handle: String, id: EventId, started: bool) -> ();
    reopen_action(handle: String, id: EventId, reason: Option<String>) -> ();
    assign_action(handle: String, id: EventId, owner: Option<String>) -> ();
    finish_action(handle: String, id: EventId) -> ();
    drop_action(handle: String, id: EventId, reason: Option<String>) -> ();

    // The history: what was written, what is alike, and what many incidents show.
    #[waits] search(input: SearchInput) -> SearchResults;
    #[waits] search_hits(words: String, handle: String) -> Vec<SearchHit>;
    // What the history is filtered by; and what became of an incident that was found.
    #[waits] history_filters() -> HistoryFilters;
    incident_glance(handle: String) -> IncidentGlance;
    #[waits] similar(handle: String) -> Vec<SimilarIncident>;
    #[waits] figures(input: FiguresInput) -> FiguresView;
    #[waits] figures_csv(input: FiguresInput, table: FiguresTable) -> String;

    // Templates and the team's other files.
    team_files() -> Vec<TeamFileRow>;
    team_file(name: String) -> TeamFileText;
    // While it is typed; nothing is written.
    look_at_team_file(input: TeamFileInput) -> TeamFileLook;
    save_team_file(save: TeamFileSave) -> TeamFileText;
    set_team_file_aside(name: String, stamp: Option<String>) -> TeamFileText;

    // The workstation itself.
    policy_view() -> PolicyView;
    #[desktop] settings() -> Settings;
    #[desktop] #[waits] change_settings(change: SettingsChange) -> Settings;
    #[desktop] #[waits] hotkey_state() -> HotkeyState;
    #[desktop] #[waits] bind_portal_shortcuts() -> HotkeyState;
    #[desktop] #[waits] starts_at_login() -> bool;
    #[desktop] #[waits] start_at_login(on: bool) -> bool;
    #[desktop] #[waits] play_p0_sound() -> ();
    #[desktop] #[waits] send_test_notification() -> ();
    #[desktop] start_practice() -> Option<String>;
    #[desktop] leave_practice() -> ();
    #[desktop] quit() -> ();
}
