-- What figures need of each incident, so that ten thousand are read without their facts. Can be made anew.
CREATE TABLE figures (
    incident   INTEGER PRIMARY KEY REFERENCES incidents (number),
    started_at INTEGER NOT NULL,                 -- when it began: milliseconds, UTC
    format     INTEGER NOT NULL,                 -- of the body's shape; 0 where it is to be made anew
    body       TEXT NOT NULL
) STRICT;

CREATE INDEX figures_by_start ON figures (started_at);

INSERT INTO figures
SELECT number, coalesce(CAST(round(unixepoch(summary ->> '$.started_at', 'subsec') * 1000) AS INTEGER), touched_at), 0, 'null'
FROM incidents;
