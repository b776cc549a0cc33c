-- Texts that are too long for an entry, kept whole beside it and read only when somebody asks for one.
CREATE TABLE attached_texts (
    id       TEXT PRIMARY KEY,                   -- UUIDv7; an entry names it
    incident TEXT NOT NULL,
    kept_at  INTEGER NOT NULL,                   -- milliseconds, UTC
    text     TEXT NOT NULL
) STRICT;

CREATE INDEX attached_texts_by_incident ON attached_texts (incident);
