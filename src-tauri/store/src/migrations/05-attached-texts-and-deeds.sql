-- Texts that are too long for an entry, kept whole beside it and read only when somebody asks for one.
CREATE TABLE attached_texts (
    id       TEXT PRIMARY KEY,                   -- UUIDv7; an entry names it
    incident TEXT NOT NULL,
    kept_at  INTEGER NOT NULL,                   -- milliseconds, UTC
    text     TEXT NOT NULL
) STRICT;

CREATE INDEX attached_texts_by_incident ON attached_texts (incident);

-- A line tells 3 where it is of something that was done or decided, which an update counts among the actions taken.
UPDATE timeline SET tells = 3
WHERE tells = 1 AND event IN (SELECT position FROM events WHERE kind = 'entry' AND body ->> '$.entry' = 'decision');
