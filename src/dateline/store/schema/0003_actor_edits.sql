-- What people added to the lists of parties. Their words are kept for good; the last one on a name holds.

CREATE TABLE actor_edits (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    body BLOB NOT NULL
);
