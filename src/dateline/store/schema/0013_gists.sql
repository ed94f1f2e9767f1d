-- Gists: what front pages take from articles, kept so that it is worked out once. A row stands for the current revision
-- and its marks; it goes, and its article waits, when either changes. A change of what a gist tells empties these tables.

CREATE TABLE gists (
    article_id TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    revision_id TEXT NOT NULL,
    outlet_id TEXT NOT NULL,
    language TEXT NOT NULL,
    about TEXT NOT NULL,
    day TEXT NOT NULL,
    body BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX gists_counted ON gists (outlet_id, language, about, day);
CREATE TABLE gist_bodies (
    article_id TEXT PRIMARY KEY REFERENCES gists (article_id) ON DELETE CASCADE,
    body BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE gist_lands (
    country TEXT NOT NULL,
    about TEXT NOT NULL,
    day TEXT NOT NULL,
    article_id TEXT NOT NULL REFERENCES gists (article_id) ON DELETE CASCADE,
    PRIMARY KEY (country, about, day, article_id)
) WITHOUT ROWID;
CREATE INDEX lands_of_gist ON gist_lands (article_id);

CREATE TABLE gist_waiting (
    article_id TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE
) WITHOUT ROWID;
INSERT INTO gist_waiting (article_id) SELECT article_id FROM states WHERE retired_at IS NULL;
CREATE TRIGGER gist_left_by_state AFTER INSERT ON states BEGIN
    DELETE FROM gists WHERE article_id = new.article_id;
    INSERT INTO gist_waiting (article_id) VALUES (new.article_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER gist_left_by_marks AFTER INSERT ON annotated BEGIN
    DELETE FROM gists WHERE revision_id = new.revision_id
    AND article_id = (SELECT article_id FROM revisions WHERE id = new.revision_id);
    INSERT INTO gist_waiting (article_id) SELECT article_id FROM states
    WHERE revision_id = new.revision_id AND retired_at IS NULL ON CONFLICT DO NOTHING;
END;

-- Where two claims differ, by the articles at both ends.
CREATE TABLE differences (
    article_id TEXT NOT NULL,
    relation INTEGER NOT NULL REFERENCES relations (row) ON DELETE CASCADE,
    PRIMARY KEY (article_id, relation)
) WITHOUT ROWID;
CREATE INDEX differences_of_relation ON differences (relation);
INSERT INTO differences (article_id, relation)
SELECT DISTINCT c.article_id, r.row FROM relations r
JOIN claims c ON c.id IN (r.a, r.b) AND c.retired_at IS NULL
WHERE r.retired_at IS NULL AND json_extract(CAST(r.body AS TEXT), '$.kind') IN ('contradiction', 'update');
CREATE TRIGGER difference_retired AFTER UPDATE OF retired_at ON relations WHEN new.retired_at IS NOT NULL BEGIN
    DELETE FROM differences WHERE relation = new.row;
END;

-- How many articles a story has, so that the largest of some days are found without reading the others.
CREATE INDEX stories_by_size ON stories (last_day, json_array_length(body, '$.articles'), id) WHERE retired_at IS NULL;

-- All that is asked of what went before between two parties stands in the index.
DROP INDEX acts_of_pair;
CREATE INDEX acts_of_pair ON acts (actor, recipient, day, type, published_day);

-- The weights of words apart from the rest of profiles: what is compared is read by itself.
CREATE TABLE story_weights (
    article_id TEXT PRIMARY KEY REFERENCES story_profiles (article_id) ON DELETE CASCADE,
    body BLOB NOT NULL
) WITHOUT ROWID;
INSERT INTO story_weights (article_id, body)
SELECT article_id, CAST((
    SELECT json_group_object(json_extract(value, '$.stem'), json_extract(value, '$.weight'))
    FROM json_each(CAST(p.body AS TEXT), '$.terms')
) AS BLOB) FROM story_profiles p;
