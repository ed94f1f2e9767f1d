-- The parties that a text names and how what it claims stands, one row for each text in the order in which they came:
-- " actor:ID status:planned ". Search looks into those of texts that have the words.
CREATE TABLE revision_tags (
    revision INTEGER PRIMARY KEY REFERENCES revisions (row),
    tags TEXT NOT NULL
);
INSERT INTO revision_tags (revision, tags)
SELECT r.row, ' ' || coalesce((
    SELECT group_concat(tag, ' ') FROM (
        SELECT 'actor:' || json_extract(m.value, '$.actor') AS tag
        FROM layers l JOIN json_each(CAST(l.body AS TEXT)) m
        WHERE l.revision_id = r.id AND l.kind = 'ActorMark'
        UNION SELECT 'status:' || json_extract(CAST(c.body AS TEXT), '$.status')
        FROM claims c WHERE c.revision_id = r.id AND c.retired_at IS NULL
    )
), '') || ' '
FROM annotated a JOIN revisions r ON r.id = a.revision_id;

-- Who is logged in at the desk in the browser: a hash of each cookie's secret, until when it holds.
CREATE TABLE sessions (
    name TEXT PRIMARY KEY,
    user TEXT NOT NULL,
    seen_at TEXT NOT NULL
) WITHOUT ROWID;
