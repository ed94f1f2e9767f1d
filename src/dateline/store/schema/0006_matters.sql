-- Matters: their states, what editors decided about their dossiers, and what each article gives to them (kept so that it
-- is worked out once; may be dropped at any time).

CREATE TABLE matters (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    retired_at TEXT,
    body BLOB NOT NULL
);
CREATE INDEX matters_by_id ON matters (id);
CREATE UNIQUE INDEX matters_current ON matters (id) WHERE retired_at IS NULL;
CREATE UNIQUE INDEX matters_by_name ON matters (name) WHERE retired_at IS NULL;

CREATE TABLE matter_edits (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    matter TEXT NOT NULL,
    article_id TEXT REFERENCES articles (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    undone_at TEXT,
    body BLOB NOT NULL
);
CREATE INDEX edits_of_matter ON matter_edits (matter);
CREATE INDEX matter_edits_of_article ON matter_edits (article_id);

CREATE TABLE matter_shares (
    matter TEXT NOT NULL,
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    body BLOB NOT NULL,
    PRIMARY KEY (matter, article_id)
) WITHOUT ROWID;
CREATE INDEX shares_of_article ON matter_shares (article_id);
