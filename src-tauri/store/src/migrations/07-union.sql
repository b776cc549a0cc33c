-- What events of several laptops add up to does not depend on which came first. So lines of one moment stand in the order of the ids of their
-- events, which is the order of recording, and no longer in the order in which this file got them.
ALTER TABLE timeline RENAME TO timeline_before;

CREATE TABLE timeline (
    incident INTEGER NOT NULL REFERENCES incidents (number),
    at       INTEGER NOT NULL,                   -- when it happened, after its edits
    id       BLOB NOT NULL,                      -- of the event that wrote it, its 16 bytes
    event    INTEGER NOT NULL,                   -- the position of that event
    tells    INTEGER NOT NULL,                   -- what an update tells of it: 1 an entry's words, 2 a command, 3 a deed, 0 nothing
    PRIMARY KEY (incident, at, id)
) STRICT, WITHOUT ROWID;

INSERT INTO timeline
SELECT line.incident, line.at, unhex(replace(events.id, '-', '')), line.event, line.tells
FROM timeline_before AS line JOIN events ON events.position = line.event;

DROP TABLE timeline_before;

-- A jump stands among the events of its device by the numbers that the device gave them.
ALTER TABLE clock_jumps RENAME TO clock_jumps_before;

CREATE TABLE clock_jumps (
    incident     INTEGER NOT NULL REFERENCES incidents (number),
    device       TEXT NOT NULL,
    device_index INTEGER NOT NULL,               -- of the first event that the device recorded after it
    millis       INTEGER NOT NULL,               -- forward, or back where negative
    PRIMARY KEY (incident, device, device_index)
) STRICT, WITHOUT ROWID;

INSERT INTO clock_jumps
SELECT jump.incident, jump.device, events.device_index, jump.millis
FROM clock_jumps_before AS jump JOIN events ON events.position = jump.position;

DROP TABLE clock_jumps_before;

-- Two laptops may declare two incidents under one handle, which are then shown under others. What each was declared under is kept.
ALTER TABLE incidents ADD COLUMN declared_as TEXT NOT NULL DEFAULT '';

UPDATE incidents SET declared_as = coalesce(
    (SELECT body ->> '$.handle' FROM events WHERE events.incident = incidents.id AND kind = 'declared' ORDER BY position LIMIT 1), handle);

CREATE INDEX incidents_declared ON incidents (declared_as);
