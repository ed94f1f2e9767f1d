-- Feeds, how they fare, what they listed, their servers; and what people said of outlets. These rows are replaced: they
-- say how things stand now. Only the words of people are kept for good.

CREATE TABLE feeds (
    id TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    body BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE feed_health (
    feed_id TEXT PRIMARY KEY REFERENCES feeds (id) ON DELETE CASCADE,
    due_at TEXT NOT NULL,
    body BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE feed_entries (
    row INTEGER PRIMARY KEY,
    feed_id TEXT NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    state TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    retry_at TEXT NOT NULL,
    article_id TEXT NOT NULL,
    body BLOB NOT NULL,
    UNIQUE (feed_id, key)
);
CREATE INDEX feed_entries_by_key ON feed_entries (key);
CREATE INDEX feed_entries_of_article ON feed_entries (article_id);
-- Only what is not settled is ever looked for by its state.
CREATE INDEX feed_entries_open ON feed_entries (retry_at, seen_at) WHERE state <> 'held';

CREATE TABLE hosts (
    name TEXT PRIMARY KEY,
    body BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE outlet_edits (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    outlet_id TEXT NOT NULL,
    at TEXT NOT NULL,
    body BLOB NOT NULL
);
CREATE INDEX edits_of_outlet ON outlet_edits (outlet_id);
