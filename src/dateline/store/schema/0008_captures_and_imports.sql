-- Captured bytes are kept compressed (packed: by zlib), with the version of the program that read them last; they may be
-- dropped, oldest first. And how far bulk imports have come.

ALTER TABLE contents ADD COLUMN packed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE captures ADD COLUMN reader TEXT NOT NULL DEFAULT '';
CREATE INDEX captures_by_time ON captures (fetched_at, digest);

CREATE TABLE imports (
    name TEXT PRIMARY KEY,
    body BLOB NOT NULL
) WITHOUT ROWID;
