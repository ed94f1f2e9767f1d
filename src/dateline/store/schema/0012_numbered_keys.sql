-- Numbers instead of ids where many rows are kept for each article, and rows in the order in which they come: what is
-- added then touches few pages, however much is held.

-- Blocking keys of an article's current text, of 64 bits: runs of one text share some. An article goes by the row of its
-- first revision. Keys were text before ("copy:" and 16 hexadecimal digits).
CREATE TABLE copy_keys (
    key INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES revisions (row),
    PRIMARY KEY (key, article)
) WITHOUT ROWID;
INSERT INTO copy_keys (key, article)
SELECT
    ((instr('0123456789abcdef', substr(k.key, 6, 1)) - 1) << 60) | ((instr('0123456789abcdef', substr(k.key, 7, 1)) - 1) << 56)
    | ((instr('0123456789abcdef', substr(k.key, 8, 1)) - 1) << 52) | ((instr('0123456789abcdef', substr(k.key, 9, 1)) - 1) << 48)
    | ((instr('0123456789abcdef', substr(k.key, 10, 1)) - 1) << 44) | ((instr('0123456789abcdef', substr(k.key, 11, 1)) - 1) << 40)
    | ((instr('0123456789abcdef', substr(k.key, 12, 1)) - 1) << 36) | ((instr('0123456789abcdef', substr(k.key, 13, 1)) - 1) << 32)
    | ((instr('0123456789abcdef', substr(k.key, 14, 1)) - 1) << 28) | ((instr('0123456789abcdef', substr(k.key, 15, 1)) - 1) << 24)
    | ((instr('0123456789abcdef', substr(k.key, 16, 1)) - 1) << 20) | ((instr('0123456789abcdef', substr(k.key, 17, 1)) - 1) << 16)
    | ((instr('0123456789abcdef', substr(k.key, 18, 1)) - 1) << 12) | ((instr('0123456789abcdef', substr(k.key, 19, 1)) - 1) << 8)
    | ((instr('0123456789abcdef', substr(k.key, 20, 1)) - 1) << 4) | ((instr('0123456789abcdef', substr(k.key, 21, 1)) - 1) << 0),
    (SELECT min(r.row) FROM revisions r WHERE r.article_id = k.article_id)
FROM article_keys k WHERE k.key LIKE 'copy:%'
ORDER BY 1, 2;
CREATE INDEX copy_keys_of_article ON copy_keys (article);
DROP TABLE article_keys;

CREATE TABLE captures_by_row (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    url TEXT NOT NULL,
    fetched_at TEXT NOT NULL,
    digest TEXT NOT NULL,
    media_type TEXT NOT NULL,
    reader TEXT NOT NULL
);
INSERT INTO captures_by_row (id, url, fetched_at, digest, media_type, reader)
SELECT id, url, fetched_at, digest, media_type, reader FROM captures ORDER BY fetched_at, id;
CREATE TABLE came_as (
    revision INTEGER NOT NULL REFERENCES revisions (row),
    capture INTEGER NOT NULL REFERENCES captures_by_row (row),
    PRIMARY KEY (revision, capture)
) WITHOUT ROWID;
INSERT INTO came_as (revision, capture)
SELECT r.row, c.row FROM revision_captures rc
JOIN revisions r ON r.id = rc.revision_id
JOIN captures_by_row c ON c.id = rc.capture_id
ORDER BY 1, 2;
CREATE INDEX revisions_of_bytes ON came_as (capture);
DROP TABLE revision_captures;
DROP TABLE captures;
ALTER TABLE captures_by_row RENAME TO captures;
-- Of the same moment, those first that came first.
CREATE INDEX captures_by_time ON captures (fetched_at);
