-- What readers have read and starred. Unlike what is told of the world, these rows are replaced and dropped.

CREATE TABLE reader_marks (
    by TEXT NOT NULL,
    kept TEXT NOT NULL,
    thing TEXT NOT NULL,
    at TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (by, kept, thing)
) WITHOUT ROWID;
