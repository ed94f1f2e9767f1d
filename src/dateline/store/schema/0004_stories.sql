-- Stories: what articles are about (by which they find one another), the groups, their redirects, and people's words.

CREATE TABLE story_profiles (
    article_id TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    revision_id TEXT NOT NULL,
    placed_at TEXT NOT NULL,
    body BLOB NOT NULL
) WITHOUT ROWID;
-- By day, so that the articles nearest in time are read without looking at the others that carry the key.
CREATE TABLE story_keys (
    key TEXT NOT NULL,
    day INTEGER NOT NULL,
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    PRIMARY KEY (key, day, article_id)
) WITHOUT ROWID;
CREATE INDEX story_keys_of_article ON story_keys (article_id);

CREATE TABLE stories (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    last_day INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    retired_at TEXT,
    body BLOB NOT NULL
);
CREATE INDEX stories_by_id ON stories (id);
CREATE UNIQUE INDEX stories_current ON stories (id) WHERE retired_at IS NULL;
CREATE INDEX stories_by_day ON stories (last_day, id) WHERE retired_at IS NULL;
CREATE TABLE story_articles (
    article_id TEXT NOT NULL,
    story INTEGER NOT NULL REFERENCES stories (row),
    PRIMARY KEY (article_id, story)
) WITHOUT ROWID;
CREATE INDEX articles_of_story ON story_articles (story);

CREATE TABLE story_redirects (
    story_id TEXT PRIMARY KEY,
    body BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE story_edits (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    undone_at TEXT,
    body BLOB NOT NULL
);
