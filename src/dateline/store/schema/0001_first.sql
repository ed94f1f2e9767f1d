-- The first form of a store. Times are UTC text of fixed width (they sort as they stand); bodies are JSON of the model's
-- records. Rows with recorded_at and retired_at are never edited but for the moment they are retired.

CREATE TABLE outlets (
    id TEXT PRIMARY KEY,
    body BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    outlet_id TEXT NOT NULL REFERENCES outlets (id),
    body BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE revisions (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article_id TEXT NOT NULL REFERENCES articles (id),
    published_day TEXT,
    body BLOB NOT NULL
);
CREATE INDEX revisions_of_article ON revisions (article_id);

-- Which revision was an article's current one, and when.
CREATE TABLE states (
    row INTEGER PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES articles (id),
    revision_id TEXT NOT NULL REFERENCES revisions (id),
    recorded_at TEXT NOT NULL,
    retired_at TEXT
);
CREATE INDEX states_of_article ON states (article_id);
CREATE INDEX states_of_revision ON states (revision_id);
CREATE UNIQUE INDEX states_current ON states (article_id) WHERE retired_at IS NULL;

-- The same bytes are kept once, however often they came.
CREATE TABLE contents (
    digest TEXT PRIMARY KEY,
    content BLOB NOT NULL
);
-- Digests of bytes that went with a removed article: they do not come back with another one.
CREATE TABLE withheld (
    digest TEXT PRIMARY KEY
) WITHOUT ROWID;
CREATE TABLE captures (
    id TEXT PRIMARY KEY,
    url TEXT NOT NULL,
    fetched_at TEXT NOT NULL,
    digest TEXT NOT NULL,
    media_type TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX captures_of_digest ON captures (digest);
CREATE TABLE revision_captures (
    revision_id TEXT NOT NULL REFERENCES revisions (id),
    capture_id TEXT NOT NULL REFERENCES captures (id),
    PRIMARY KEY (revision_id, capture_id)
) WITHOUT ROWID;
CREATE INDEX revisions_of_capture ON revision_captures (capture_id);

-- Blocking keys of an article's current text: runs of one text share some.
CREATE TABLE article_keys (
    key TEXT NOT NULL,
    article_id TEXT NOT NULL REFERENCES articles (id),
    PRIMARY KEY (key, article_id)
) WITHOUT ROWID;
CREATE INDEX keys_of_article ON article_keys (article_id);

CREATE TABLE tombstones (
    article_id TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    why TEXT NOT NULL
) WITHOUT ROWID;

-- A row here: an article was removed, and its bytes may still stand in pages that were given up.
CREATE TABLE unscrubbed (
    since TEXT NOT NULL
);

-- Rows are folded words (store/words.py) divided by spaces, which is all that the ascii tokenizer has to find.
CREATE VIRTUAL TABLE search_index USING fts5 (headline, text, tokenize = 'ascii');

CREATE TABLE annotated (
    revision_id TEXT PRIMARY KEY REFERENCES revisions (id),
    producers TEXT NOT NULL,
    at TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE layers (
    row INTEGER PRIMARY KEY,
    revision_id TEXT NOT NULL REFERENCES revisions (id),
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    body BLOB NOT NULL,
    UNIQUE (revision_id, name)
);
CREATE TABLE revision_places (
    code TEXT NOT NULL,
    revision_id TEXT NOT NULL REFERENCES revisions (id),
    PRIMARY KEY (code, revision_id)
) WITHOUT ROWID;
CREATE INDEX places_of_revision ON revision_places (revision_id);

CREATE TABLE claims (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    article_id TEXT NOT NULL REFERENCES articles (id),
    revision_id TEXT NOT NULL REFERENCES revisions (id),
    recorded_at TEXT NOT NULL,
    retired_at TEXT,
    body BLOB NOT NULL
);
CREATE INDEX claims_by_id ON claims (id);
CREATE INDEX claims_of_article ON claims (article_id);
CREATE INDEX claims_of_revision ON claims (revision_id) WHERE retired_at IS NULL;
CREATE UNIQUE INDEX claims_current ON claims (id) WHERE retired_at IS NULL;
-- Gives ids without reading the bodies that stand beside them.
CREATE INDEX claims_names ON claims (row, id);

-- Claims that linking has still to deal with.
CREATE TABLE unlinked (
    claim INTEGER PRIMARY KEY REFERENCES claims (row)
);

CREATE TABLE keys (
    row INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    carried INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE claim_keys (
    key INTEGER NOT NULL REFERENCES keys (row),
    claim INTEGER NOT NULL REFERENCES claims (row),
    PRIMARY KEY (key, claim)
) WITHOUT ROWID;
CREATE INDEX keys_of_claim ON claim_keys (claim);
-- Counting a common key must not cost more as the store grows.
CREATE TRIGGER key_taken AFTER INSERT ON claim_keys BEGIN
    UPDATE keys SET carried = carried + 1 WHERE row = new.key;
END;
CREATE TRIGGER key_left AFTER DELETE ON claim_keys BEGIN
    UPDATE keys SET carried = carried - 1 WHERE row = old.key;
END;

CREATE TABLE events (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    retired_at TEXT,
    body BLOB NOT NULL
);
CREATE INDEX events_by_id ON events (id);
CREATE UNIQUE INDEX events_current ON events (id) WHERE retired_at IS NULL;
CREATE TABLE event_claims (
    claim_id TEXT NOT NULL,
    event INTEGER NOT NULL REFERENCES events (row),
    PRIMARY KEY (claim_id, event)
) WITHOUT ROWID;
CREATE INDEX claims_of_event ON event_claims (event);

CREATE TABLE relations (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    a TEXT NOT NULL,
    b TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    retired_at TEXT,
    body BLOB NOT NULL
);
CREATE INDEX relations_by_id ON relations (id);
CREATE UNIQUE INDEX relations_current ON relations (id) WHERE retired_at IS NULL;
CREATE INDEX relations_at_a ON relations (a);
CREATE INDEX relations_at_b ON relations (b);

CREATE TABLE decisions (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    undone_at TEXT,
    undone_by TEXT,
    body BLOB NOT NULL
);
CREATE INDEX decisions_by_id ON decisions (id);
CREATE UNIQUE INDEX decisions_standing ON decisions (id) WHERE undone_at IS NULL;
