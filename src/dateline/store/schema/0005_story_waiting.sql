-- Articles that wait for a story: finding them must not cost more as the store grows.

CREATE TABLE story_waiting (
    article_id TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE
) WITHOUT ROWID;
INSERT INTO story_waiting (article_id)
SELECT s.article_id FROM states s LEFT JOIN story_profiles p ON p.article_id = s.article_id
WHERE s.retired_at IS NULL AND (p.revision_id IS NULL OR p.revision_id <> s.revision_id);
CREATE TRIGGER story_wanted AFTER INSERT ON states BEGIN
    INSERT INTO story_waiting (article_id) VALUES (new.article_id) ON CONFLICT DO NOTHING;
END;
