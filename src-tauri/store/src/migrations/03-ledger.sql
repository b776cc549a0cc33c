-- Events get their place in the order in which this file got them, and the number that their device gave them.
ALTER TABLE events RENAME TO events_before;

CREATE TABLE events (
    position     INTEGER PRIMARY KEY,            -- the order in which this file got them
    id           TEXT NOT NULL UNIQUE,           -- UUIDv7
    incident     TEXT NOT NULL,
    occurred_at  INTEGER NOT NULL,               -- milliseconds, UTC; may be set to the past
    recorded_at  INTEGER NOT NULL,               -- milliseconds, UTC; never set by a person
    author       TEXT NOT NULL,
    device       TEXT NOT NULL,
    device_index INTEGER NOT NULL,               -- 1, 2, 3 … of its device without a gap
    kind         TEXT NOT NULL,
    version      INTEGER NOT NULL DEFAULT 1,     -- of the body's shape
    body         TEXT NOT NULL CHECK (json_valid(body)),
    amends       TEXT,
    UNIQUE (device, device_index)
) STRICT;

INSERT INTO events
SELECT rowid, id, incident, occurred_at, recorded_at, author, device,
       row_number() OVER (PARTITION BY device ORDER BY rowid), kind, version, body, amends
FROM events_before ORDER BY rowid;

DROP TABLE events_before;

CREATE INDEX events_by_incident ON events (incident, position);
CREATE INDEX events_by_amended ON events (amends) WHERE amends IS NOT NULL;
-- The pictures of an incident, and of all, without reading the entries that have none.
CREATE INDEX events_with_pictures ON events (incident, position) WHERE kind = 'entry' AND instr(body, '"pictures"');
-- What the facts follow from; entries are many, and the facts only count them.
CREATE INDEX events_of_facts ON events (incident, position) WHERE kind NOT IN ('entry', 'entry_amended', 'entry_removed');

CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

-- The summaries get a number that other tables can name them by.
ALTER TABLE incidents RENAME TO incidents_before;

CREATE TABLE incidents (
    number       INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    handle       TEXT NOT NULL UNIQUE,
    summary      TEXT NOT NULL CHECK (json_valid(summary)),
    touched_at   INTEGER NOT NULL,               -- when the last event was recorded
    resolved_at  INTEGER,                        -- NULL while it is active
    review_published_at INTEGER,                 -- NULL while a review may be owed
    open_actions INTEGER NOT NULL DEFAULT 0
) STRICT;

INSERT INTO incidents
SELECT rowid, id, handle, summary, touched_at, resolved_at, review_published_at, open_actions
FROM incidents_before ORDER BY rowid;

DROP TABLE incidents_before;

CREATE INDEX incidents_active ON incidents (touched_at) WHERE resolved_at IS NULL;
CREATE INDEX incidents_ended ON incidents (resolved_at) WHERE resolved_at IS NOT NULL;
CREATE INDEX incidents_unfinished ON incidents (resolved_at)
WHERE resolved_at IS NOT NULL AND (review_published_at IS NULL OR open_actions > 0);

-- Every ending of every handle, so that an index finds any part of one.
CREATE TABLE handle_endings (
    ending   TEXT NOT NULL,
    incident INTEGER NOT NULL REFERENCES incidents (number),
    PRIMARY KEY (ending, incident)
) STRICT, WITHOUT ROWID;

INSERT INTO handle_endings
WITH RECURSIVE endings (ending, incident) AS (
    SELECT handle, number FROM incidents
    UNION ALL
    SELECT substr(ending, 2), incident FROM endings WHERE length(ending) > 1
)
SELECT ending, incident FROM endings WHERE true ON CONFLICT DO NOTHING;

-- The facts of an incident as of one of its events, so that none is folded from its beginning. Can be made anew.
CREATE TABLE facts (
    incident INTEGER PRIMARY KEY REFERENCES incidents (number),
    position INTEGER NOT NULL,                   -- of the last event that is in them
    format   INTEGER NOT NULL,                   -- of the body's shape
    body     TEXT NOT NULL
) STRICT;

-- The lines of each timeline in the order in which they are read, so that a part of it can be. Can be made anew.
CREATE TABLE timeline (
    incident INTEGER NOT NULL REFERENCES incidents (number),
    at       INTEGER NOT NULL,                   -- when it happened, after its edits
    event    INTEGER NOT NULL,                   -- the position of the event that wrote it
    tells    INTEGER NOT NULL,                   -- what an update tells of it: 1 an entry's words, 2 a command, 0 nothing
    PRIMARY KEY (incident, at, event)
) STRICT, WITHOUT ROWID;

INSERT INTO timeline
SELECT incidents.number,
       coalesce(
           (SELECT edit.occurred_at FROM events AS edit
            WHERE edit.amends = line.id AND edit.kind = 'entry_amended' ORDER BY edit.position DESC LIMIT 1),
           line.occurred_at),
       line.position,
       CASE
           WHEN line.kind = 'command_run' THEN 2
           WHEN line.kind = 'entry' AND (
               json_extract(line.body, '$.text') <> ''
               OR EXISTS (SELECT 1 FROM events AS edit WHERE edit.amends = line.id AND edit.kind = 'entry_amended')) THEN 1
           ELSE 0
       END
FROM events AS line JOIN incidents ON incidents.id = line.incident
WHERE line.kind NOT IN ('entry_amended', 'entry_removed', 'finding_removed')
  AND NOT EXISTS (SELECT 1 FROM events AS undo WHERE undo.amends = line.id AND undo.kind IN ('entry_removed', 'finding_removed'));
