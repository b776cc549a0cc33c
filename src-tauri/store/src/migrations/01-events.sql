-- Everything that happened. Appended to, never changed: the triggers see to it.
CREATE TABLE events (
    id          TEXT PRIMARY KEY,                -- UUIDv7
    incident    TEXT NOT NULL,
    occurred_at INTEGER NOT NULL,                -- milliseconds, UTC; may be set to the past
    recorded_at INTEGER NOT NULL,                -- milliseconds, UTC; never set by a person
    author      TEXT NOT NULL,
    device      TEXT NOT NULL,
    kind        TEXT NOT NULL,
    version     INTEGER NOT NULL DEFAULT 1,      -- of the body's shape
    body        TEXT NOT NULL CHECK (json_valid(body)),
    amends      TEXT
) STRICT;

CREATE INDEX events_by_incident ON events (incident, recorded_at);

CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

-- What is asked for most, kept beside the events so that no list needs to fold them. Can be made anew from them.
CREATE TABLE incidents (
    id          TEXT PRIMARY KEY,
    handle      TEXT NOT NULL UNIQUE,
    summary     TEXT NOT NULL CHECK (json_valid(summary)),
    touched_at  INTEGER NOT NULL,                -- when the last event was recorded
    resolved_at INTEGER,                         -- NULL while it is active
    review_published_at INTEGER                  -- NULL while a review may be owed
) STRICT;

CREATE INDEX incidents_active ON incidents (touched_at) WHERE resolved_at IS NULL;

-- Which reminders were claimed and shown, so that two processes never both show one and a crash loses none.
CREATE TABLE reminders (
    deadline    TEXT NOT NULL,
    stage       INTEGER NOT NULL,
    claimed_at  INTEGER NOT NULL,
    attempts    INTEGER NOT NULL DEFAULT 1,
    shown_at    INTEGER,
    PRIMARY KEY (deadline, stage)
) STRICT, WITHOUT ROWID;

-- Text that is typed and not yet sent, by where it was typed.
CREATE TABLE drafts (
    place TEXT PRIMARY KEY,
    text  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What this device and person set: device id, name, theme, hotkeys.
CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
