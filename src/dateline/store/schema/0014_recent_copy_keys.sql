-- The blocking keys of the articles that came last. They go over to copy_keys in order, many at a time: a few keys more
-- in the middle of very many cost a page each, most of which are then written again with the next few.
CREATE TABLE recent_copy_keys (
    key INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES revisions (row),
    PRIMARY KEY (key, article)
) WITHOUT ROWID;
CREATE INDEX recent_copy_keys_of_article ON recent_copy_keys (article);
