-- Where the clock of a device was set in the course of an incident: what it recorded before is told as moved by that. Can be made anew.
CREATE TABLE clock_jumps (
    incident INTEGER NOT NULL REFERENCES incidents (number),
    position INTEGER NOT NULL,                   -- of the first event that was recorded after it
    device   TEXT NOT NULL,
    millis   INTEGER NOT NULL,                   -- forward, or back where negative
    PRIMARY KEY (incident, position)
) STRICT, WITHOUT ROWID;

-- Before jumps were recorded, one back shows in a record that stands before the one that it follows.
INSERT INTO clock_jumps
SELECT incidents.number, story.position, story.device, story.recorded_at - story.recorded_before
FROM (
    SELECT incident, position, device, recorded_at,
           lag(recorded_at) OVER (PARTITION BY incident, device ORDER BY position) AS recorded_before
    FROM events
) AS story JOIN incidents ON incidents.id = story.incident
WHERE story.recorded_at < story.recorded_before - 60000;

UPDATE timeline SET at = at + (
    SELECT coalesce(sum(jump.millis), 0)
    FROM events AS line
    LEFT JOIN events AS edit ON edit.position = (
        SELECT max(position) FROM events WHERE amends = line.id AND kind = 'entry_amended')
    JOIN clock_jumps AS jump
        ON jump.incident = timeline.incident
        AND jump.device = coalesce(edit.device, line.device)
        AND jump.position > coalesce(edit.position, line.position)
    WHERE line.position = timeline.event)
WHERE incident IN (SELECT incident FROM clock_jumps);

DELETE FROM facts WHERE incident IN (SELECT incident FROM clock_jumps);

UPDATE incidents SET summary = json_set(summary,
    '$.started_at', strftime('%Y-%m-%dT%H:%M:%fZ', summary ->> '$.started_at', since.moved),
    '$.declared_at', strftime('%Y-%m-%dT%H:%M:%fZ', summary ->> '$.declared_at', since.moved))
FROM (
    SELECT jump.incident AS number, printf('%+.3f seconds', sum(jump.millis) / 1000.0) AS moved
    FROM clock_jumps AS jump GROUP BY jump.incident, jump.device
) AS since WHERE since.number = incidents.number;
